/** What the ECS executor is opened with. Types only. */
import type { Ask } from "@handrail/aws";
import type { Engine } from "@handrail/database";
import type { Clock, Log } from "@handrail/runner";
import type { ToolName } from "./adapter.ts";
import type { Executor } from "./executor.ts";

/** What a task is run with; the inputs of the same names. */
export type EcsSettings = {
  cluster: string;
  /** A family, `family:revision`, or an ARN. Without a revision the latest active one is looked up once, and pinned. */
  taskDefinition: string;
  /** "" for the only (essential) container. */
  container: string;
  subnets: readonly string[];
  securityGroups: readonly string[];
  assignPublicIp: boolean;
  /** "": Fargate for task definitions that are for Fargate only, else the cluster's default strategy. */
  capacityProvider: string;
  /** Put before every command, one argument each. */
  commandPrefix: readonly string[];
  tool: ToolName;
  engine: Engine;
  /** What tells one job from another in the client token: the environment, the run's id, what is done. A job that is run again has the same. */
  intent: string;
  /** At most this long from RunTask to STOPPED, ms. */
  timeoutMs: number;
  /** Whether a cancelled step stops the task (`stop`) or leaves it (`leave`). */
  onCancel: "stop" | "leave";
  /** The image to run, `sha256:…`, from a record; "" for what the task definition says. */
  imageDigest: string;
};

/** What the executor is handed. */
export type EcsDoors = { ask: Ask; clock: Clock; log: Log; cancelled: AbortSignal };

/**
 * Opens the executor: looks the task definition up, and starts nothing.
 * @throws Failure `invalid-input` when the task definition does not fit the settings, AwsFault when it cannot be read
 */
export type OpenEcsExecutor = (settings: EcsSettings, doors: EcsDoors) => Promise<Executor>;
