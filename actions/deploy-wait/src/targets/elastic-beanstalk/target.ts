/** The target `elastic-beanstalk`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */
import { AwsFault } from "@handrail/aws";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Look, StopReport, Target } from "../../wait/target.ts";
import type { Diagnosis, Verdict } from "../../wait/verdict.ts";
import { isGood } from "../../wait/verdict.ts";
import { isError, oneLine, readHappenings } from "./environment.ts";
import { createMachine } from "./machine.ts";
import { eventsSince, naming, readEnvironmentLook } from "./read.ts";
import type { Read, Snapshot, State } from "./state.ts";

/** What is waited for. */
export type ElasticBeanstalkSettings = {
  environmentName: string;
  /** The version that has to run; "" for the update that began after `startedAt`, whatever it brings. */
  versionLabel: string;
};

const MAX_CAUSES = 3;

/** Creates the target. Asks nothing yet. */
export function createElasticBeanstalkTarget(settings: ElasticBeanstalkSettings, doors: Doors): Target {
  const { environmentName: name, versionLabel } = settings;
  const version = versionLabel === "" ? "" : ` (version ${versionLabel})`;
  return defineTarget<Snapshot, State, Read>({
    kind: "elastic-beanstalk",
    items: [{ id: name, label: `environment ${name}${version}` }],
    first: ["environment"],
    next: createMachine(versionLabel),
    async read(wanted) {
      const place = await doors.aws();
      const looks = new Map<string, Look<Snapshot>>();
      let calls = 0;
      for (const each of wanted) {
        const read = await readEnvironmentLook(name, each, doors, place);
        looks.set(each.item.id, read.look);
        calls += read.calls;
      }
      return { looks, calls };
    },
    diagnose: async (_, state, verdict) => diagnose(name, state, verdict, doors, await doors.aws()),
    stop: async (_, state) => abortUpdate(name, state, await doors.aws()),
    prepare: async () => (await doors.aws()).load("elastic-beanstalk"),
  });
}

/** What the events tell, errors first, newest first. One call. */
async function diagnose(
  name: string,
  state: State,
  verdict: Verdict,
  doors: Doors,
  place: AwsPlace,
): Promise<Diagnosis> {
  const links = linksTo(state.id, place.region);
  if (isGood(verdict.result)) return { causes: [], links };
  const since = eventsSince(doors, place);
  const input = { ...naming(name, state), Severity: "WARN", StartTime: new Date(since), MaxRecords: 50 };
  try {
    const events = readHappenings(await place.ask("elastic-beanstalk", "DescribeEvents", input), since);
    const errors = events.filter(isError);
    const warnings = events.filter((event) => event.severity === "WARN");
    const texts = [...errors, ...warnings].map(({ text }) => text).filter((text) => !verdict.cause.includes(text));
    return { causes: [...new Set(texts)].slice(0, MAX_CAUSES), links };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    return { causes: [], links, ...(error.kind === "denied" ? { missingPermissions: [error.action] } : {}) };
  }
}

/** Aborts the update: the environment goes back to the version from before. There is no other way to stop one. */
async function abortUpdate(name: string, state: State | undefined, place: AwsPlace): Promise<StopReport> {
  try {
    const input = naming(name, state);
    await place.ask("elastic-beanstalk", "AbortEnvironmentUpdate", input, { evenWhenCancelled: true });
    return {
      isAccepted: true,
      told: "AbortEnvironmentUpdate was accepted: the environment goes back to its version from before",
    };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    const told = `AbortEnvironmentUpdate was not accepted: ${oneLine(`${error.code} ${error.said}`)}`;
    return { isAccepted: false, told };
  }
}

function linksTo(id: string, region: string): NonNullable<Diagnosis["links"]> {
  if (region === "") return [];
  const page = id === "" ? "environments" : `environment/dashboard?environmentId=${encodeURIComponent(id)}`;
  const url = `https://${region}.console.aws.amazon.com/elasticbeanstalk/home?region=${region}#/${page}`;
  return [{ title: "The environment", url }];
}
