/** The target `ecs`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Diagnosis } from "../../wait/verdict.ts";
import { next } from "./machine.ts";
import { explain } from "./explain.ts";
import { proveImages } from "./proof.ts";
import { readServices, sinceOf } from "./read.ts";
import type { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { stopDeployment } from "./stop.ts";
import { regionOf, subjectsOf } from "./subject.ts";
import type { EcsSettings, Subject } from "./subject.ts";
import type { EcsRead } from "./verdicts.ts";

export type { EcsSettings } from "./subject.ts";

/** Creates the target: an item for each service. Asks nothing yet. */
export function createEcsTarget(settings: EcsSettings, doors: Doors): Target {
  const subjects = subjectsOf(settings);
  const open = (): Promise<AwsPlace> => doors.aws(regionOf(settings));
  const isPinned = [...subjects.values()].every(({ arn, id }) => arn !== "" || id !== "");
  return defineTarget<Snapshot, State, EcsRead>({
    kind: "ecs",
    items: [...subjects.keys()].map((name) => ({ id: name, label: `service ${name}` })),
    first: isPinned ? ["services", "deployments"] : ["services", "deployments", "list"],
    next,
    read: async (wanted) => readServices(wanted, subjects, { place: await open(), doors }),
    diagnose: async (_, state, verdict): Promise<Diagnosis> => {
      const place = await open();
      return isGood(verdict.result) ? proveImages(state, place) : explain(state, verdict, place);
    },
    async stop({ id }, state, how) {
      const place = await open();
      return stopDeployment(subjectOf(subjects, id), state, how, place, sinceOf(doors, place));
    },
    prepare: async () => (await open()).load("ecs", "elbv2", "logs"),
  });
}

function subjectOf(subjects: ReadonlyMap<string, Subject>, name: string): Subject {
  const subject = subjects.get(name);
  if (subject === undefined) throw new TypeError(`${name} is no service of this step`);
  return subject;
}
