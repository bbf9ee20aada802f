/**
 * What proving works with: a copy of the checkout, the verbs of terraform, and one target on one side of the bump. Types
 * only.
 */
import type { RootTarget } from "@handrail/planning";
import type { FileVerbs } from "@handrail/planning";
import type { Clock, Log, Redactor } from "@handrail/runner";
import type { CheckoutCopy } from "@handrail/runner/host";
import type { PlanOutline, Product } from "@handrail/terraform";
import type { Terraform, commandFailure, isManagedRemotely } from "@handrail/terraform/cli";

/** A copy of the checkout, and a folder beside it that nobody else reads. */
export type Scratch = {
  copy: CheckoutCopy;
  /** Absolute: plans and documents in clear, until they are read. */
  privateFolder: string;
  /**
   * Why the copy is no longer what the commit has, once something could not be taken back: nothing is proven in it from
   * then on.
   */
  spoilt?: string;
  /** Removes all of it. Never throws: what cannot be removed is logged. */
  dispose(): void;
};

/** A terraform or OpenTofu binary. */
export type Program = { path: string; product: Product; /** `1.11.4`. */ version: string };

/** Which program: what the files of the root module ask for, or `wanted` when the bump brings it. */
export type ProgramQuestion = {
  scratch: Scratch;
  /** The root module, relative to the copy. */
  directory: string;
  wanted?: { product: Product; version: string };
};

/** What proving asks of terraform: nothing that writes or locks. */
export type ProveVerbs = Pick<Terraform, "init" | "lockFile" | "plan" | "requireWorkspace" | "showPlan" | "validate">;

/** A terraform at work in the copy. */
export type TerraformPlace = {
  scratch: Scratch;
  program: Program;
  target: RootTarget;
  /** Ends it: a plan at once, everything else with one SIGINT. */
  signal: AbortSignal;
};

/** The verbs with effects, as main.ts makes them. */
export type ProveDeps = {
  /** Rejects with `not-a-checkout`. */
  openScratch(): Promise<Scratch>;
  /** Rejects with a Failure that says why it cannot be had. */
  findProgram(question: ProgramQuestion): Promise<Program>;
  openTerraform(place: TerraformPlace): ProveVerbs;
  isManagedRemotely: typeof isManagedRemotely;
  failureOf: typeof commandFailure;
  /** By absolute path. */
  files: Pick<FileVerbs, "list" | "openPlan" | "readBytes" | "remove">;
  redactor: Redactor;
  log: Pick<Log, "debug" | "info" | "warning">;
  clock: Clock;
  cancelled: AbortSignal;
  /** What terraform gets; looked through for secrets. */
  environment: Readonly<Record<string, string>>;
  /** How many plans run at once. */
  width: number;
};

/** How a target is looked at: `auto` plans where that works, else validates. */
export type Manner = "auto" | "plan" | "validate";

/** One target, as the copy is now. */
export type TargetRun = {
  scratch: Scratch;
  target: RootTarget;
  manner: Manner;
  wanted?: { product: Product; version: string };
  /** The lock file must have every provider already; else it is completed, in the copy. */
  isLockStrict: boolean;
};

/** What is wrong, and where. Not redacted. */
export type Problem = { message: string; file?: string; line?: number };

/** What became of a target on one side. */
export type Attempt =
  | {
      kind: "planned";
      meaning: PlanOutline;
      /** `1 to change.` */
      line: string;
      /** The lock file had every provider that init wanted. */
      isLockComplete: boolean;
    }
  /** `why`: it could not be planned, though it should have been. */
  | { kind: "valid"; why?: Problem; isLockComplete: boolean }
  | { kind: "failed"; problem: Problem }
  | { kind: "untried"; why: string };
