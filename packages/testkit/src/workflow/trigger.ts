/** Does a workflow react to an event, and what does GitHub say the run is about? Pure. */
import { matchesGlob } from "node:path";

import type { Mapping, WorkflowDocument } from "./document.ts";

/** What happened. */
export type WorkflowEvent = { name: string; payload?: Mapping };

type Pull = {
  number?: number;
  merged?: boolean;
  merge_commit_sha?: string;
  head?: { ref?: string; sha?: string; repo?: { full_name?: string } | null };
  base?: { ref?: string; repo?: { full_name?: string } };
};

/** The pull request of an event's payload. */
export function pullOf({ payload }: WorkflowEvent): Pull | undefined {
  return payload?.["pull_request"] as Pull | undefined;
}

/** Is the change from a fork (of `repository`)? Then there are no secrets, and the token can only read. */
export function isFromFork(event: WorkflowEvent, repository: string): boolean {
  const pull = pullOf(event);
  return event.name === "pull_request" && pull !== undefined && pull.head?.repo?.full_name !== repository;
}

/** The commit, as far as the payload tells it, and the ref of a run, as GitHub sets them. */
export function runTarget(event: WorkflowEvent): { sha: string | undefined; ref: string } {
  const pull = pullOf(event);
  const payload = event.payload ?? {};
  if (event.name !== "pull_request" || pull === undefined) {
    const ref = typeof payload["ref"] === "string" ? payload["ref"] : "refs/heads/main";
    return {
      sha: typeof payload["after"] === "string" ? payload["after"] : undefined,
      ref: ref.startsWith("refs/") ? ref : `refs/heads/${ref}`,
    };
  }
  // A merged pull request's run is about the branch it was merged into.
  const ref = pull.merged === true ? `refs/heads/${pull.base?.ref ?? "main"}` : `refs/pull/${pull.number ?? 0}/merge`;
  return { sha: pull.merge_commit_sha, ref };
}

const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
};

/**
 * Does the workflow start? By the event's name, `types` and `branches`.
 * @throws Error for filters that are not supported here.
 */
export function isTriggered(document: WorkflowDocument, event: WorkflowEvent): boolean {
  const on = document.on.get(event.name);
  if (on === undefined) return false;
  for (const filter of ["paths", "paths-ignore", "branches-ignore", "tags", "tags-ignore"]) {
    if (on[filter] !== undefined) throw new Error(`${document.path}: the filter ${filter} is not supported in tests`);
  }
  const types = toList(on["types"]) ?? DEFAULT_TYPES[event.name];
  const action = event.payload?.["action"];
  if (types !== undefined && typeof action === "string" && !types.includes(action)) return false;
  const branches = toList(on["branches"]);
  const branch = pullOf(event)?.base?.ref ?? runTarget(event).ref.replace(/^refs\/heads\//u, "");
  return branches === undefined || branches.some((pattern) => matchesGlob(branch, pattern));
}

function toList(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
}
