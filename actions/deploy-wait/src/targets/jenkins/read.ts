/** Asks Jenkins for what the machine wants to see. It knows no rule about results. */
import type { Look } from "../../wait/target.ts";
import { readId, readText, read } from "@handrail/runner";
import type { Got, Jenkins } from "./ask.ts";
import { buildTree, parseBuild, parseBuilds, parseQueueItem } from "./build.ts";
import type { Build } from "./build.ts";
import type { JenkinsRead, JenkinsSnapshot, JenkinsState, JenkinsSubject } from "./state.ts";

/** One look, and the requests that it took. */
export type JenkinsLook = { look: Look<JenkinsSnapshot>; calls: number };

/** Reads what is wanted. Rejects only with what is not about Jenkins. */
export async function readJenkins(
  jenkins: Jenkins,
  subject: JenkinsSubject,
  state: JenkinsState,
  wanted: JenkinsRead,
  ourNow: () => number,
): Promise<JenkinsLook> {
  if (wanted === "newest") return readNewest(jenkins, subject, ourNow);
  if (wanted === "queue") return readQueue(jenkins, subject, state.queueItem ?? 0);
  const { path, number } = state.pin ?? { path: subject.jobPath, number: 0 };
  const got = await jenkins.get(`${path}/${number}/api/json?tree=${encodeURIComponent(buildTree)}`);
  if ("fault" in got) return { look: got, calls: 1 };
  const build = "json" in got ? parseBuild(got.json, got.now) : undefined;
  const isMissing = "isMissing" in got;
  return { look: { snapshot: { of: "build", isMissing, ...(build === undefined ? {} : { build }) } }, calls: 1 };
}

async function readQueue(jenkins: Jenkins, subject: JenkinsSubject, id: number): Promise<JenkinsLook> {
  const got = await jenkins.get(`/queue/item/${id}/api/json`);
  if ("fault" in got) return { look: got, calls: 1 };
  if ("json" in got) {
    const item = parseQueueItem(got.json);
    return { look: { snapshot: { of: "queue", isGone: false, ...(item === undefined ? {} : { item }) } }, calls: 1 };
  }
  // Forgotten five minutes after it left the queue: its build still knows it (adoptium/ci-jenkins-pipelines#1360).
  const listed = await askBuilds(jenkins, subject, "builds[number,queueId,url,building,result]");
  if ("fault" in listed) return { look: listed, calls: 2 };
  const build = buildsOf(listed)?.find(({ queueId }) => queueId === id);
  return {
    look: { snapshot: { of: "queue", isGone: true, ...(build === undefined ? {} : { build }) } },
    calls: 2,
  };
}

async function readNewest(jenkins: Jenkins, subject: JenkinsSubject, ourNow: () => number): Promise<JenkinsLook> {
  const tree = "builds[number,queueId,url,building,result,timestamp],inQueue,queueItem[id]";
  const got = await askBuilds(jenkins, subject, tree);
  if ("fault" in got) return { look: got, calls: 1 };
  const builds = buildsOf(got);
  const json = "json" in got ? got.json : undefined;
  const queued = read(json, "inQueue") === false ? undefined : readId(json, "queueItem", "id");
  return {
    look: {
      snapshot: {
        of: "newest",
        isMissing: "isMissing" in got,
        skewMs: "json" in got ? got.now - ourNow() : 0,
        ...(builds === undefined ? {} : { builds }),
        ...(queued === undefined ? {} : { queued }),
      },
    },
    calls: 1,
  };
}

function askBuilds(jenkins: Jenkins, { jobPath }: JenkinsSubject, tree: string): Promise<Got> {
  return jenkins.get(`${jobPath}/api/json?tree=${encodeURIComponent(tree)}`);
}

function buildsOf(got: Got): Build[] | undefined {
  return "json" in got ? parseBuilds(got.json, got.now) : undefined;
}

/** The first stage of a pipeline that failed, from `wfapi/describe`; "" when there is none. */
export function failedStage(answer: unknown): string {
  const stages = read(answer, "stages");
  if (!Array.isArray(stages)) return "";
  const failed = stages.find((stage: unknown) => readText(stage, "status") === "FAILED");
  const name = readText(failed, "name");
  if (name === "") return "";
  const message = readText(failed, "error", "message");
  return `stage ${name} failed${message === "" ? "" : `: ${message}`}`;
}
