/** What snapshots of a CodeBuild build mean. Pure; it asks nothing. */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { describeEnd } from "./build.ts";
import type { Build } from "./build.ts";

/** What one look saw: the build, or why there is none. */
export type BuildSnapshot = {
  build?: Build;
  /** The service's words when it says that there is no such build. */
  missing?: string;
  /** It will never be found: the id is none. */
  isInvalid?: boolean;
};

/** What is remembered. */
export type BuildState = { build?: Build };

/** What is read: only the build. */
export type BuildRead = "build";

/** A build that was never seen after this time does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Phases after which nothing long follows. */
const lastPhases: ReadonlySet<string> = new Set(["POST_BUILD", "UPLOAD_ARTIFACTS", "FINALIZING", "COMPLETED"]);

/** The machine of one build: success is SUCCEEDED of the build with this id, nothing else. */
export function nextOfBuild(
  id: string,
): (state: BuildState | undefined, snapshot: BuildSnapshot, elapsedMs: number) => Step<BuildState, BuildRead> {
  return (before, snapshot, elapsedMs) => {
    const { build } = snapshot;
    if (build === undefined) return unseen(id, before ?? {}, snapshot, elapsedMs);
    const verdict = verdictOf(build);
    const isKnown = verdict !== undefined || build.status === "IN_PROGRESS";
    const phase = build.phase === "" || verdict !== undefined ? "" : `, ${build.phase}`;
    return {
      state: { build },
      ...(verdict === undefined ? {} : { verdict }),
      pace: lastPhases.has(build.phase) ? "near" : "moving",
      reads: ["build"],
      progress: `${build.status === "" ? "no status" : build.status}${phase}`,
      stage: verdict === undefined ? build.phase || build.status : build.status,
      ...(isKnown ? {} : { warnings: [`CodeBuild tells the unknown status "${build.status}"; waiting goes on`] }),
      facts: { pinned: id },
    };
  };
}

function unseen(
  id: string,
  state: BuildState,
  { missing, isInvalid = false }: BuildSnapshot,
  elapsedMs: number,
): Step<BuildState, BuildRead> {
  const said = missing ?? "CodeBuild's answers are not about it";
  const step = { state, reads: ["build"] as const, facts: { pinned: id } };
  if (state.build !== undefined) {
    const warnings = [`Build ${id} was seen before and is not seen now (${said}); waiting goes on`];
    return { ...step, pace: "moving", progress: "not seen any more", stage: "", warnings };
  }
  const progress = "not visible yet";
  if (!isInvalid && elapsedMs < APPEARS_WITHIN_MS) return { ...step, pace: "starting", progress, stage: "" };
  const verdict: Verdict = { result: "not-found", cause: `there is no build ${id} (${said})` };
  return { ...step, verdict, pace: "moving", progress, stage: "" };
}

function verdictOf(build: Build): Verdict | undefined {
  switch (build.status) {
    case "SUCCEEDED":
      return { result: "success", cause: "" };
    case "FAILED":
    case "TIMED_OUT":
      return { result: "failed", cause: describeEnd(build) };
    case "FAULT":
      return {
        result: "failed",
        cause: describeEnd(build),
        remedy: "FAULT is a fault of CodeBuild's own, or of what it needs: read the log, then start the build again.",
      };
    case "STOPPED":
      return { result: "stopped", cause: describeEnd(build) };
    default:
      return undefined;
  }
}
