/**
 * Deployments and their statuses as GitHub lists them. Pure: reading only, no calls.
 */
import { read, readId, readSha, readText } from "./payload.ts";

/** What a deployment's status can say. */
export type DeploymentState = "error" | "failure" | "inactive" | "in_progress" | "queued" | "pending" | "success";

/** A deployment: a record that something was (or is being) done with a commit in an environment. */
export type Deployment = {
  id: number;
  /** "" when GitHub does not say. */
  sha: string;
  /** As it was asked for: a branch, a tag or a commit. */
  ref: string;
  task: string;
  environment: string;
  description: string;
  /** What the creator noted, with keys as they were given; empty when it is no object. It has no prototype. */
  payload: Readonly<Record<string, unknown>>;
  /** Login of the creator; "" when the account is gone. Whoever may write deployments may write any payload. */
  creator: string;
  /** Milliseconds since 1970; absent when GitHub does not say. */
  createdAt?: number;
};

/** A status of a deployment. */
export type DeploymentStatus = {
  id: number;
  /** A state we know, or what GitHub says. */
  state: DeploymentState | (string & {});
  description: string;
  logUrl: string;
  environmentUrl: string;
  creator: string;
  createdAt?: number;
};

/** Reads one deployment; undefined when it is none. */
export function parseDeployment(value: unknown): Deployment | undefined {
  const id = readId(value, "id");
  if (id === undefined) return undefined;
  return {
    id,
    sha: readSha(value, "sha"),
    ref: readText(value, "ref"),
    task: readText(value, "task"),
    environment: readText(value, "environment"),
    description: readText(value, "description"),
    payload: parsePayload(read(value, "payload")),
    creator: readText(value, "creator", "login"),
    ...readTime(value),
  };
}

/** Reads one status; undefined when it is none. */
export function parseDeploymentStatus(value: unknown): DeploymentStatus | undefined {
  const id = readId(value, "id");
  if (id === undefined) return undefined;
  return {
    id,
    state: readText(value, "state"),
    description: readText(value, "description"),
    logUrl: readText(value, "log_url"),
    environmentUrl: readText(value, "environment_url"),
    creator: readText(value, "creator", "login"),
    ...readTime(value),
  };
}

/** Whether a deployment, with its newest status, has not come to an end; one without a status has just begun. */
export function isOpenDeployment({ status }: { status?: Pick<DeploymentStatus, "state"> }): boolean {
  return status === undefined || ["pending", "queued", "in_progress"].includes(status.state);
}

/** GitHub keeps an object as an object and a text as a text, which often is JSON. */
function parsePayload(payload: unknown): Readonly<Record<string, unknown>> {
  let value = payload;
  if (typeof payload === "string") {
    try {
      value = JSON.parse(payload);
    } catch {
      value = undefined;
    }
  }
  const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return record;
  for (const [name, each] of Object.entries(value)) record[name] = each as unknown;
  return record;
}

function readTime(value: unknown): { createdAt?: number } {
  const time = Date.parse(readText(value, "created_at"));
  return Number.isNaN(time) ? {} : { createdAt: time };
}
