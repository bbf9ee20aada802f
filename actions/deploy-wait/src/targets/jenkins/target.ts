/** The target `jenkins`: waits for one build, from the queue to its end. It puts the parts together and knows no rule. */
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import { pathOfJob, pinOf, rootOf } from "./address.ts";
import { openJenkins } from "./ask.ts";
import type { Jenkins } from "./ask.ts";
import { diagnoseBuild } from "./diagnose.ts";
import { beginning, nextOfJenkins } from "./machine.ts";
import { readJenkins } from "./read.ts";
import type { JenkinsRead, JenkinsSubject } from "./state.ts";
import { stopJenkins } from "./stop.ts";

/** What is waited for. */
export type JenkinsSettings = {
  /** Where Jenkins is. */
  url: string;
  /** The job; in folders `folder/job`. */
  job: string;
  queueItem: number | undefined;
  buildNumber: number | undefined;
  /** "" when Jenkins is asked without a name. */
  user: string;
  token: string;
  /** An unstable build is a success. */
  allowUnstable: boolean;
};

/** Makes the target. One request a look. */
export function createJenkinsTarget(settings: JenkinsSettings, doors: Doors): Target {
  const { job, queueItem, buildNumber, user, token, allowUnstable } = settings;
  const subject: JenkinsSubject = {
    root: rootOf(settings.url),
    job,
    jobPath: pathOfJob(job),
    allowUnstable,
    startedAt: doors.startedAt,
    ...(queueItem === undefined ? {} : { queueItem }),
    ...(buildNumber === undefined ? {} : { buildNumber }),
  };
  const ourNow = (): number => doors.clock.now();
  const open = async (): Promise<Jenkins> =>
    openJenkins(await doors.http(), { root: subject.root, user, token }, ourNow);
  const first: JenkinsRead = buildNumber !== undefined ? "build" : queueItem !== undefined ? "queue" : "newest";
  const pinned =
    buildNumber !== undefined ? ` #${buildNumber}` : queueItem !== undefined ? ` (queue item ${queueItem})` : "";
  return defineTarget({
    kind: "jenkins",
    items: [{ id: job, label: `job ${job}${pinned}` }],
    first: [first],
    next: nextOfJenkins(subject),
    async read([wanted]) {
      const state = wanted?.state ?? beginning(subject);
      const { look, calls } = await readJenkins(await open(), subject, state, wanted?.reads[0] ?? first, ourNow);
      return { looks: new Map([[job, look]]), calls };
    },
    async diagnose(_item, { pin }, { result }) {
      if (pin === undefined || result === "not-found") return { causes: [] };
      const { root } = subject;
      if (isGood(result))
        return { causes: [], links: [{ title: `build #${pin.number}`, url: `${root}${pin.path}/${pin.number}/` }] };
      return diagnoseBuild(await open(), root, pin);
    },
    async stop(_item, state, how) {
      const pinFor = (executable: { number: number; url: string }): ReturnType<typeof pinOf> =>
        pinOf(subject.root, subject.jobPath, executable);
      const report = await stopJenkins(await open(), state ?? beginning(subject), pinFor);
      return how === "stop" ? report : { ...report, told: `${report.told}; a build cannot be rolled back` };
    },
    prepare: async () => {
      await doors.http();
    },
  });
}
