/**
 * The order of a rollback: the application first, then the database. Where the services are known, looks whether one of them still
 * runs an image that was deployed with what is to be reverted.
 */
import type { Ask } from "@handrail/aws";
import { readList, readText } from "@handrail/runner";
import type { Refusal, RollbackPlan } from "./history.ts";
import type { FoundRecord } from "./record.ts";

/** Which services. */
export type AppInputs = { cluster: string; services: readonly string[] };

/**
 * A refusal for each service that is not back yet; none without services.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
 * @throws AwsFault
 */
export async function findRunningApps(
  { cluster, services }: AppInputs,
  plan: RollbackPlan,
  open: () => Promise<Ask>,
): Promise<Refusal[]> {
  if (services.length === 0) return [];
  const reverted = new Set(plan.reverts.map(({ id }) => id));
  const silent = plan.deployedWith.filter(
    ({ image, taskDefinition, done }) =>
      image === undefined && taskDefinition === undefined && done.some(({ id }) => reverted.has(id)),
  );
  if (silent.length > 0) return [cannotTell(silent)];
  const images = newsOf(plan, ({ image }) => image);
  const definitions = newsOf(plan, ({ taskDefinition }) => taskDefinition);
  const ask = await open();
  const refusals: Refusal[] = [];
  for (const service of services) {
    const found = await findNew({ ask, cluster, service, images, definitions });
    if (found !== undefined) refusals.push(found);
  }
  return refusals;
}

/** What came with what is reverted, or after it, and was not there before. */
function newsOf(
  { deployedWith, deployedBefore }: RollbackPlan,
  what: (record: FoundRecord) => string | undefined,
): ReadonlySet<string> {
  const before = new Set(deployedBefore.map(what));
  return new Set(deployedWith.flatMap((record) => what(record) ?? []).filter((each) => !before.has(each)));
}

type Search = {
  ask: Ask;
  cluster: string;
  service: string;
  images: ReadonlySet<string>;
  definitions: ReadonlySet<string>;
};

/** DescribeServices takes up to ten; one by one keeps the answer's failures apart. */
async function findNew({ ask, cluster, service, images, definitions }: Search): Promise<Refusal | undefined> {
  const answer = await ask("ecs", "DescribeServices", { cluster, services: [service] });
  const [described] = readList(answer, "services");
  if (described === undefined) return unknownService(service);
  const current = readList(described, "deployments").map((each) => readText(each, "taskDefinition"));
  for (const definition of current) {
    if (definitions.has(definition)) return appFirst(service, definition);
    if (await runsImage(ask, definition, images)) return appFirst(service, definition);
  }
  const running = await runningImages(ask, cluster, service);
  const image = running.find((each) => images.has(each));
  return image === undefined ? undefined : appFirst(service, image);
}

/** Images by digest stand in the task definition itself. */
async function runsImage(ask: Ask, taskDefinition: string, images: ReadonlySet<string>): Promise<boolean> {
  if (taskDefinition === "") return false;
  const answer = await ask("ecs", "DescribeTaskDefinition", { taskDefinition });
  return readList(answer, "taskDefinition", "containerDefinitions").some((each) => {
    const digest = readText(each, "image").split("@")[1] ?? "";
    return images.has(digest);
  });
}

/** Images by tag are known by what runs. */
async function runningImages(ask: Ask, cluster: string, serviceName: string): Promise<string[]> {
  const listed = await ask("ecs", "ListTasks", { cluster, serviceName, desiredStatus: "RUNNING", maxResults: 100 });
  const tasks = readList(listed, "taskArns").filter((each) => typeof each === "string");
  if (tasks.length === 0) return [];
  const answer = await ask("ecs", "DescribeTasks", { cluster, tasks });
  return readList(answer, "tasks").flatMap((task) =>
    readList(task, "containers").map((container) => readText(container, "imageDigest")),
  );
}

function appFirst(service: string, what: string): Refusal {
  return {
    reason: "app-first",
    what: `The service ${service} still runs ${what.split("/").at(-1) ?? what}, which was deployed with what would be reverted`,
    remedy: `Roll ${service} back first and wait until it is stable, then press the button again.`,
  };
}

function unknownService(service: string): Refusal {
  return {
    reason: "app-first",
    what: `Whether the service ${service} is back on its old version cannot be told: ECS does not know it`,
    remedy: "Correct services and cluster.",
  };
}

function cannotTell(records: readonly FoundRecord[]): Refusal {
  const which = records.map(({ recordId }) => recordId).join(", ");
  return {
    reason: "app-first",
    what: `Whether the services are back on their old version cannot be told: the record of deployment ${which} does not say which image was deployed`,
    remedy: "Check it yourself and leave services empty; give image-digest to migration-run from now on.",
  };
}
