/**
 * The target `lambda`: waits for a function's update, for a version, or for an alias that moves to a version. It puts the
 * parts together and knows no rule.
 */
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import type { Link } from "../../wait/verdict.ts";
import { readLambda } from "./read.ts";
import { nextOfShift } from "./shift.ts";
import { subjectOf } from "./subject.ts";
import type { LambdaSettings, Subject } from "./subject.ts";
import { nextOfUpdate } from "./update.ts";

/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;

/** Makes the target. One call a look: GetFunctionConfiguration, or GetAlias; both at the beginning and the end of a shift. */
export function createLambdaTarget(settings: LambdaSettings, doors: Doors): Target {
  const subject = subjectOf(settings);
  const { name, alias, version, region } = subject;
  const id = [name, alias, version].filter((part) => part !== "").join(":");
  const open = (): Promise<AwsPlace> => doors.aws(region === "" ? undefined : region);
  return defineTarget({
    kind: "lambda",
    items: [{ id, label: labelOf(subject) }],
    first: alias === "" ? ["configuration"] : ["alias", "configuration"],
    next: alias === "" ? nextOfUpdate(subject) : nextOfShift(subject),
    async read([wanted]) {
      const { ask, serverNow } = await open();
      const since = doors.startedAt + (serverNow() - doors.clock.now()) - SLACK_MS;
      const { look, calls } = await readLambda({ ask, since }, subject, wanted?.reads ?? [], wanted?.state);
      return { looks: new Map([[id, look]]), calls };
    },
    async diagnose() {
      return { causes: [], links: linksOf((await open()).region, subject) };
    },
    prepare: async () => (await open()).load("lambda"),
  });
}

function labelOf({ name, alias, version }: Subject): string {
  if (alias !== "") return `alias ${alias} of function ${name}${version === "" ? "" : ` (version ${version})`}`;
  return version === "" ? `function ${name}` : `version ${version} of function ${name}`;
}

function linksOf(region: string, { name, alias, version }: Subject): Link[] {
  if (region === "") return [];
  const encoded = encodeURIComponent(name);
  const part =
    alias !== ""
      ? `/aliases/${encodeURIComponent(alias)}`
      : version === ""
        ? ""
        : `/versions/${encodeURIComponent(version)}`;
  const url = `https://${region}.console.aws.amazon.com/lambda/home?region=${region}#/functions/${encoded}${part}`;
  return [{ title: `function ${name}`, url }];
}
