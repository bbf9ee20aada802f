/**
 * Reads services and what belongs to them, for all items of a step together: ten services or twenty service deployments a
 * call. It turns answers and errors into snapshots and faults, and judges neither.
 */
import { readList, readText } from "@handrail/runner";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import type { Fault, Look, Wanted } from "../../wait/target.ts";
import { attempt, chunks, countCalls, unanswered } from "./attempt.ts";
import type { Answer } from "./attempt.ts";
import type { Order, Part, Parts } from "./order.ts";
import { readRevisions, readTasks, readListed } from "./read-more.ts";
import { parseService, parseServiceDeployment } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { lastPart } from "./subject.ts";
import type { Subject } from "./subject.ts";
import type { EcsRead } from "./verdicts.ts";

/** AWS's timestamps and the runner's clock agree but for this, ms. */
const SLACK_MS = 60_000;
const SERVICES_A_CALL = 10;
const DEPLOYMENTS_A_CALL = 20;

/** One look at everything that is wanted. */
export async function readServices(
  wanted: readonly Wanted<State, EcsRead>[],
  subjects: ReadonlyMap<string, Subject>,
  { place, doors }: { place: AwsPlace; doors: Doors },
): Promise<{ looks: ReadonlyMap<string, Look<Snapshot>>; calls: number }> {
  const { ask, made } = countCalls(place.ask);
  const orders = wanted.flatMap(({ item, state, reads }): Order[] => {
    const subject = subjects.get(item.id);
    return subject === undefined ? [] : [{ subject, state, reads, arn: state?.arn ?? subject.arn }];
  });
  const of = (read: EcsRead): Order[] => orders.filter(({ reads }) => reads.includes(read));
  const all: readonly Parts[] = await Promise.all([
    describeServices(ask, of("services")),
    describeDeployments(
      ask,
      of("deployments").filter(({ arn }) => arn !== ""),
    ),
    readListed(
      ask,
      of("list").filter(({ state, subject }) => state !== undefined || subject.arn + subject.id === ""),
    ),
    readRevisions(ask, of("revision")),
    readTasks(ask, of("tasks")),
  ]);
  const since = sinceOf(doors, place);
  const looks = new Map(orders.map(({ subject }) => [subject.name, combine({ subject, since }, all)] as const));
  return { looks, calls: made() };
}

/** A look is whole, or it is a fault: half of it would be compared with another half that is older. */
function combine(base: Snapshot, all: readonly Parts[]): Look<Snapshot> {
  const found: Part[] = [];
  for (const parts of all) {
    const answer = parts.get(base.subject.name);
    if (answer === undefined) continue;
    if ("value" in answer) found.push(answer.value);
    else if (!isSilent(answer.fault) || !hasDeployment(all, base.subject.name)) return { fault: answer.fault };
  }
  const warnings = found.flatMap((part) => part.warnings ?? []);
  const snapshot: Snapshot = Object.assign({}, base, ...found, warnings.length > 0 ? { warnings } : {});
  return { snapshot };
}

const isSilent = ({ detail }: Fault): boolean => detail === unanswered;

/** Its service deployment was found: the truth is there without the service. */
function hasDeployment(all: readonly Parts[], name: string): boolean {
  return all.some((parts) => {
    const answer = parts.get(name);
    const deployment = answer !== undefined && "value" in answer ? answer.value.deployment : undefined;
    return deployment !== undefined && "arn" in deployment;
  });
}

type Ask = AwsPlace["ask"];

async function describeServices(ask: Ask, orders: readonly Order[]): Promise<Parts> {
  const parts = new Map<string, Answer<Part>>();
  await Promise.all(chunks(orders, SERVICES_A_CALL).map((some) => describeSome(ask, some, parts)));
  return parts;
}

async function describeSome(ask: Ask, orders: readonly Order[], parts: Map<string, Answer<Part>>): Promise<void> {
  const [first] = orders;
  if (first === undefined) return;
  const services = orders.map(({ subject }) => subject.service);
  const answer = await attempt(() => ask("ecs", "DescribeServices", { cluster: first.subject.cluster, services }));
  if ("refused" in answer && orders.length > 1) {
    // One name that ECS does not take would hide all others.
    for (const order of orders) await describeSome(ask, [order], parts);
    return;
  }
  for (const { subject } of orders) {
    if ("refused" in answer) parts.set(subject.name, { value: { service: { missing: answer.refused } } });
    else if ("fault" in answer) parts.set(subject.name, answer);
    else parts.set(subject.name, findService(answer.value, subject));
  }
}

function findService(answer: unknown, { name }: Subject): Answer<Part> {
  const found = readList(answer, "services").find((each) => readText(each, "serviceName") === name);
  if (found !== undefined) return { value: { service: parseService(found) } };
  const failure = readList(answer, "failures").find((each) => lastPart(readText(each, "arn")) === name);
  const reason = readText(failure, "reason");
  if (reason === "MISSING") return { value: { service: { missing: "MISSING" } } };
  return { fault: notAbout("ecs:DescribeServices", reason) };
}

function notAbout(operation: string, reason: string): Fault {
  return { kind: "unavailable", operation, detail: reason === "" ? unanswered : reason };
}

async function describeDeployments(ask: Ask, orders: readonly Order[]): Promise<Parts> {
  const parts = new Map<string, Answer<Part>>();
  await Promise.all(chunks(orders, DEPLOYMENTS_A_CALL).map((some) => describeSomeDeployments(ask, some, parts)));
  return parts;
}

async function describeSomeDeployments(
  ask: Ask,
  orders: readonly Order[],
  parts: Map<string, Answer<Part>>,
): Promise<void> {
  const serviceDeploymentArns = orders.map(({ arn }) => arn);
  const answer = await attempt(() => ask("ecs", "DescribeServiceDeployments", { serviceDeploymentArns }));
  if ("refused" in answer && orders.length > 1) {
    for (const order of orders) await describeSomeDeployments(ask, [order], parts);
    return;
  }
  for (const { subject, arn } of orders) parts.set(subject.name, findDeployment(answer, arn));
}

function findDeployment(answer: Awaited<ReturnType<typeof attempt>>, arn: string): Answer<Part> {
  if ("refused" in answer) return { value: { deployment: { missing: answer.refused } } };
  if ("fault" in answer) {
    const { kind, operation } = answer.fault;
    return kind === "denied" ? { value: { deployment: { denied: operation } } } : answer;
  }
  const list = readList(answer.value, "serviceDeployments");
  const found = list.find((each) => readText(each, "serviceDeploymentArn") === arn);
  const deployment = found === undefined ? { missing: "MISSING" } : parseServiceDeployment(found);
  return { value: { deployment } };
}

/** What began later than this can be ours, ms since 1970 by AWS's clock. */
export function sinceOf({ startedAt, clock }: Doors, place: AwsPlace): number {
  return startedAt + place.serverNow() - clock.now() - SLACK_MS;
}
