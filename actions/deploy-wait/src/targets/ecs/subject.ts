/**
 * What is asked of a step that waits for ECS services, cut into one subject for each service, and the comparing and
 * shortening of ECS's names. It reads no answer of AWS.
 */

/** The inputs that belong to ECS services. */
export type EcsSettings = {
  /** Name or ARN. */
  cluster: string;
  /** Names or ARNs. */
  services: readonly string[];
  /** ARNs of service deployments or deployment ids (`ecs-svc/123`), in the order of `services`; may be empty. */
  serviceDeployments: readonly string[];
  /** "", `family:revision`, `family` or an ARN. */
  taskDefinition: string;
  /** "" or `sha256:…`. */
  imageDigest: string;
  /** "" or a lifecycle stage: done when it has been passed. */
  until: string;
};

/** One service that is waited for. */
export type Subject = {
  cluster: string;
  /** As it is asked for: name or ARN. */
  service: string;
  name: string;
  /** ARN of the pinned service deployment; "" when an id or nothing was given. */
  arn: string;
  /** Id of the pinned deployment (`ecs-svc/123`); "" when an ARN or nothing was given. */
  id: string;
  taskDefinition: string;
  imageDigest: string;
  /** In capitals. */
  until: string;
  /** So many services in the step that the cheaper read is preferred. */
  isOneOfMany: boolean;
};

/** Above this, DescribeServiceDeployments (20 a call) is the main read, not DescribeServices (10 a call). */
const FEW = 10;

/** The lifecycle stages of a service deployment, in their order. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html */
export const stages: readonly string[] = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
  "BAKE_TIME",
  "CLEAN_UP",
];

/** The subjects of the settings, by the name of the service; a service that is named twice is one subject. */
export function subjectsOf(settings: EcsSettings): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  const until = settings.until.trim().toUpperCase();
  const { cluster, taskDefinition, imageDigest, services } = settings;
  for (const [at, service] of services.entries()) {
    const name = lastPart(service);
    if (subjects.has(name)) continue;
    const pin = pinOf(settings.serviceDeployments, name, at);
    const isArn = pin.startsWith("arn:");
    subjects.set(name, {
      cluster,
      service,
      name,
      arn: isArn ? pin : "",
      id: isArn ? "" : pin,
      taskDefinition,
      imageDigest,
      until,
      isOneOfMany: services.length > FEW,
    });
  }
  return subjects;
}

/** The region of the first ARN among the settings; undefined when none has one. */
export function regionOf({ cluster, services, serviceDeployments }: EcsSettings): string | undefined {
  for (const text of [...serviceDeployments, ...services, cluster]) {
    const region = text.startsWith("arn:") ? text.split(":")[3] : undefined;
    if (region !== undefined && region !== "") return region;
  }
  return undefined;
}

/** An ARN says itself which service it is about; ids go by their place. */
function pinOf(pins: readonly string[], name: string, at: number): string {
  const named = pins.find((pin) => pin.startsWith("arn:") && pin.split("/").at(-2) === name);
  const placed = pins[at] ?? "";
  const isOthers = placed.startsWith("arn:") && named !== undefined;
  return isOthers ? named : placed;
}

/** What follows the last slash: the name in an ARN. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** A deployment as people know it: `ecs-svc/123` stays, of an ARN the last part is left. */
export function shortName(idOrArn: string): string {
  return idOrArn.startsWith("arn:") ? lastPart(idOrArn) : idOrArn;
}

/** Whether a task definition (an ARN) is the one that was asked for (`family`, `family:revision`, or an ARN). */
export function isTaskDefinition(asked: string, found: string): boolean {
  const name = lastPart(found);
  if (asked.startsWith("arn:")) return asked === found || (!found.startsWith("arn:") && lastPart(asked) === name);
  return asked.includes(":") ? lastPart(asked) === name : asked === name.split(":")[0];
}

/** Whether one of the digests is the one that was asked for; `repository@sha256:…` counts by its digest. */
export function hasDigest(asked: string, digests: readonly string[]): boolean {
  const bare = (digest: string): string => digest.slice(digest.indexOf("@") + 1);
  return digests.some((digest) => bare(digest) === bare(asked));
}
