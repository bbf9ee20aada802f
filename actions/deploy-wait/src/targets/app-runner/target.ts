/** The target `app-runner`: waits for an operation of a service. It puts the parts together and knows no rule. */
import { regionOfArn } from "@handrail/aws";
import { readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Diagnosis, Link } from "../../wait/verdict.ts";
import { answerOf, askMaybe, lackOf } from "../asking.ts";
import { tailOfLog } from "../codebuild/diagnose.ts";
import { nextOfOperation } from "./machine.ts";
import { serviceOf } from "./operation.ts";
import { readAppRunner } from "./read.ts";

/** What is waited for. */
export type AppRunnerSettings = {
  serviceArn: string;
  /** "" for the newest operation that began after the start. */
  operationId: string;
};

/** What began so long before `startedAt` may still be ours, ms. */
const SLACK_MS = 60_000;

/** Makes the target. One call a look (ListOperations), two until the operation is visible. App Runner can stop nothing. */
export function createAppRunnerTarget({ serviceArn, operationId }: AppRunnerSettings, doors: Doors): Target {
  const { name } = serviceOf(serviceArn);
  const region = regionOfArn(serviceArn);
  const open = (): Promise<AwsPlace> => doors.aws(region === "" ? undefined : region);
  const what = operationId === "" ? "" : ` (operation ${operationId})`;
  return defineTarget({
    kind: "app-runner",
    items: [{ id: name, label: `service ${name}${what}` }],
    first: operationId === "" ? ["operations", "service"] : ["operations"],
    next: nextOfOperation(operationId),
    async read([wanted]) {
      const { ask, serverNow } = await open();
      const start = doors.startedAt + (serverNow() - doors.clock.now());
      const pin = wanted?.state?.pin ?? operationId;
      const place = { ask, start, since: start - SLACK_MS, serviceArn, pin };
      const { look, calls } = await readAppRunner(place, wanted?.reads ?? ["operations"]);
      return { looks: new Map([[name, look]]), calls };
    },
    async diagnose(_item, _state, verdict) {
      const place = await open();
      const link = linkOf(place.region, serviceArn);
      const links = link === undefined ? [] : [link];
      return isGood(verdict.result) ? { causes: [], links } : diagnoseService(place, serviceArn, links);
    },
    prepare: async () => (await open()).load("apprunner", "logs"),
  });
}

/**
 * The service's status explains what cannot be mended by another deployment; the log of the service's events says why.
 * https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
async function diagnoseService({ ask }: AwsPlace, serviceArn: string, links: readonly Link[]): Promise<Diagnosis> {
  const { name, id } = serviceOf(serviceArn);
  const none = { lines: [], missingPermissions: [] };
  const [service, log] = await Promise.all([
    askMaybe(() => ask("apprunner", "DescribeService", { ServiceArn: serviceArn })),
    id === "" ? none : tailOfLog(ask, `/aws/apprunner/${name}/${id}/service`, "events"),
  ]);
  const status = readText(answerOf(service), "Service", "Status");
  const isTelling = status !== "" && status !== "RUNNING" && status !== "OPERATION_IN_PROGRESS";
  return {
    causes: isTelling ? [`the service is ${cutLine(status, 60)}`] : [],
    logLines: log.lines,
    links,
    missingPermissions: [...lackOf(service), ...log.missingPermissions],
  };
}

function linkOf(region: string, serviceArn: string): Link | undefined {
  const { name } = serviceOf(serviceArn);
  if (region === "") return undefined;
  const path = `home?region=${region}#/services/dashboard?service_arn=${encodeURIComponent(serviceArn)}`;
  return { title: `service ${name}`, url: `https://${region}.console.aws.amazon.com/apprunner/${path}` };
}
