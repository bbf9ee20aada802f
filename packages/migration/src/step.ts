/** What a run and a rollback have in common: their step, and what it may touch. Types only. */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { Host } from "@handrail/runner/host";
import type { Files } from "./adapter.ts";
import type { SharedInputs } from "./inputs.ts";
import type { Place } from "./snapshot.ts";

/** The verbs that are called. */
export type MigrationDeps = {
  host: Pick<Host, "log" | "clock" | "cancelled" | "annotate" | "redactor" | "saveState" | "state" | "summary">;
  /** The checkout, below working-directory. */
  files: Files;
  /** GitHub; loaded when it is needed first. `evenWhenCancelled`: one that a cancelled step may still use. */
  github(options?: {
    evenWhenCancelled?: boolean;
  }): Promise<Pick<GitHubClient, "createDeployment" | "setDeploymentStatus" | "listDeployments" | "runState">>;
  /** Opens the executor and what is asked through it. Nothing is started. */
  openPlace(wanted?: { image?: string; taskDefinition?: string }): Promise<Place>;
  /** Random text that no other run has. */
  nonce(): string;
};

/** The step. */
export type MigrationStep = {
  inputs: SharedInputs & { "github-token": string };
  context: GitHubContext;
  deps: MigrationDeps;
};
