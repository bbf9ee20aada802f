/** Where a migration runs: a process here, or a task in the cluster. Types only; executor-runner.ts and ecs.ts have them. */
import type { Engine, Query } from "@handrail/database";
import type { DatabaseSession, SessionMark } from "@handrail/database/client";
import type { Command } from "./adapter.ts";

/**
 * How a command ended. `exited`: by itself, with an exit code. `killed`: a signal ended it (ours or another's; of a task: 137, 143,
 * StopTask, Spot). `never-started`: the program is missing, the task was refused or never ran. `cancelled`: this step was
 * cancelled; it was asked to end. `timeout`: it took longer than it may; it was asked to end. `lost`: how it ended cannot be known.
 */
export type EndingKind = "exited" | "killed" | "never-started" | "cancelled" | "timeout" | "lost";

/** How a command ended. */
export type Ending = {
  kind: EndingKind;
  exitCode: number | undefined;
  /** The root cause in one line for people, as far as it is known: the tool's error line, the stop reason; "" when all went well. */
  cause: string;
  /** What to do about it when that is known better than in general; "" otherwise. */
  remedy: string;
  /** What was printed, the newest 1 MiB of each. Of a task it is all on stdout. Redacted when shown. */
  stdout: string;
  stderr: string;
  /** Of a task: where to look. */
  task?: TaskFacts;
};

/** A task. */
export type TaskFacts = {
  arn: string;
  cluster: string;
  /** With its revision. */
  taskDefinition: string;
  container: string;
  /** `sha256:…` of the image that ran; "" when it is not told. */
  imageDigest: string;
};

/** What is said about a command. */
export type CommandAbout = {
  /** `dbmate: apply 20260101_a.sql`: for the log. */
  title: string;
  /** Also when the step is cancelled: reading the truth afterwards. */
  evenWhenCancelled?: boolean;
  /** Its output goes to the job's log as it comes (default true). */
  isShown?: boolean;
  /** Only reads: a lost answer may be asked again. */
  isReading?: boolean;
};

/** Where commands run, and where the database is asked from. */
export interface Executor {
  readonly kind: "runner" | "ecs";
  readonly engine: Engine;
  /** Runs a command to its end and tells the truth about it. Never rejects for what the command did. */
  run(command: Command, about: CommandAbout): Promise<Ending>;
  /** Asks the database; undefined when nothing there can (a task without a language we know): the tool's status is all there is. */
  readonly query: Query | undefined;
  /** The same on a connection that a cancelled step may still use. */
  readonly queryWhenCancelled: Query | undefined;
  /**
   * The other sessions that work on the database; undefined where nothing can look. `mark`: by what the tool's are known, when an
   * earlier process started it.
   */
  sessions?(mark?: SessionMark): Promise<readonly DatabaseSession[]>;
  /** By what the sessions of tools that are started from now on are known. @throws DatabaseFailure */
  sessionMark?(): Promise<SessionMark>;
  /** The database by something that is no secret and does not change: what records and locks are kept by. */
  readonly identity: string;
  /** What a person may read of it: `postgresql://db.example/app` without user and password. */
  readonly place: string;
  close(): Promise<void>;
}
