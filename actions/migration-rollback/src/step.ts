/** What the step is about, and what it may touch. Types only. */
import type { Ask } from "@handrail/aws";
import type { FoundRecord, MigrationDeps, MigrationStep } from "@handrail/migration";
import type { Inputs } from "./inputs.ts";

/** The step. */
export type RollbackStep = Omit<MigrationStep, "inputs" | "deps"> & {
  inputs: Inputs;
  deps: MigrationDeps & {
    /** The newest record of the environment that a task wrote; undefined when there is none. */
    newestTask(): Promise<FoundRecord | undefined>;
    /** AWS; loaded when it is needed first. */
    ask(): Promise<Ask>;
  };
};
