/** What runs now, told after a success: the images of the service revision by their digests. It never spoils a success. */
import type { AwsPlace } from "../../wait/doors.ts";
import type { Diagnosis, Link } from "../../wait/verdict.ts";
import { describeRevisions } from "./read-more.ts";
import type { State } from "./state.ts";
import { shortName } from "./subject.ts";
import { revisionOf } from "./verdicts.ts";

/** The digests of the images in the service revision of ours: one call at most. */
export async function proveImages(state: State, { ask, region }: AwsPlace): Promise<Diagnosis> {
  const links = linksOf(state, region);
  const arn = state.deployment?.revision ?? "";
  if (arn === "") return { causes: [], links };
  const known = revisionOf(state);
  const answer = known === undefined ? await describeRevisions(ask, [arn]) : { value: [known] };
  if ("fault" in answer) {
    const { kind, operation } = answer.fault;
    return { causes: [], links, ...(kind === "denied" ? { missingPermissions: [operation] } : {}) };
  }
  const digests = answer.value.flatMap((revision) => (revision.arn === arn ? revision.digests : []));
  return { causes: [], links, ...(digests.length === 0 ? {} : { facts: { imageDigest: digests.join(", ") } }) };
}

/** The service in the console. */
export function linksOf({ subject }: State, region: string): readonly Link[] {
  if (region === "") return [];
  const cluster = encodeURIComponent(shortName(subject.cluster));
  const path = `clusters/${cluster}/services/${encodeURIComponent(subject.name)}/deployments?region=${region}`;
  const url = `https://${region}.console.aws.amazon.com/ecs/v2/${path}`;
  return [{ title: `deployments of service ${subject.name}`, url }];
}
