/** What a test puts in the place of somebody else's action. No logic. */
import type { Granted } from "./permissions.ts";

/** A step that uses the action. */
export type ActionCall = {
  /** As written: `owner/repo@ref`. */
  uses: string;
  /** `with:`, evaluated. */
  inputs: Readonly<Record<string, string>>;
  /** What the step's process would see. */
  environment: Readonly<Record<string, string>>;
  workspace: string;
  temp: string;
  /** The job's name in the result, its token and what that may do. */
  job: string;
  token: string;
  permissions: Granted;
  /** The run's repository and commit. */
  repository: string;
  sha: string;
  /** Appends a line to the step's log. */
  log(line: string): void;
};

/** What it did. A thrown error fails the step with its message. */
export type ActionAnswer = {
  outputs?: Readonly<Record<string, string>>;
  /** Environment for later steps. */
  env?: Readonly<Record<string, string>>;
  /** Values to mask from now on. */
  masks?: readonly string[];
  /** The post step, at the end of the job. */
  post?: () => Promise<void> | void;
};

/** A fake of an action. */
export type ActionFake = (call: ActionCall) => ActionAnswer | Promise<ActionAnswer>;
