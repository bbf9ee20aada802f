/** What a test tells the loopback ECS: images, task definitions, and how they behave. Types, and the names of things. */

/** A container of a task definition. */
export type EcsContainer = {
  name: string;
  /** `registry/app@sha256:…`, or a tag that is listed in `tags`. */
  image: string;
  /** Default true. */
  essential?: boolean;
  /** Put before the command. */
  entryPoint?: readonly string[];
  /** What runs without an override. */
  command?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Like environment, and told by DescribeTaskDefinition as `valueFrom` only. */
  secrets?: Readonly<Record<string, string>>;
  /** Seconds; fractions are fine here. Default 30. */
  stopTimeout?: number;
  /** Default: awslogs to the group `/ecs/<family>` with the prefix `ecs`. */
  log?: { driver: string; options?: Readonly<Record<string, string>> } | "none";
  /**
   * A sidecar: nothing is started for it, and it ends with this code when the task does (or earlier, by `endContainer`).
   * undefined: the container runs the command.
   */
  exitCode?: number;
};

/** A revision of a task definition. */
export type EcsTaskDefinition = {
  family: string;
  containers: readonly EcsContainer[];
  /** Default ACTIVE. */
  status?: "ACTIVE" | "INACTIVE";
  /** Default `bridge`. */
  networkMode?: string;
  requiresCompatibilities?: readonly string[];
};

/** A definition with its revision. */
export type Revision = EcsTaskDefinition & { arn: string; revision: number };

/** Where everything is. */
export type EcsPlace = { region: string; account: string; cluster: string };

/** The ARN of a thing in ECS. */
export function arnOf({ region, account }: EcsPlace, kind: string, name: string): string {
  return `arn:aws:ecs:${region}:${account}:${kind}/${name}`;
}

/** The answer of DescribeTaskDefinition. */
export function describeDefinition(revision: Revision, place: EcsPlace): Record<string, unknown> {
  const { arn, family, containers, networkMode = "bridge", requiresCompatibilities, status = "ACTIVE" } = revision;
  return {
    taskDefinition: {
      taskDefinitionArn: arn,
      family,
      revision: revision.revision,
      status,
      networkMode,
      ...(requiresCompatibilities === undefined
        ? {}
        : { requiresCompatibilities, compatibilities: requiresCompatibilities }),
      containerDefinitions: containers.map((each) => describeContainer(each, family, place)),
    },
  };
}

function describeContainer(container: EcsContainer, family: string, place: EcsPlace): Record<string, unknown> {
  const { name, image, essential = true, entryPoint, command, environment = {}, secrets = {}, stopTimeout } = container;
  const log = logOf(container, family, place);
  return {
    name,
    image,
    essential,
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(command === undefined ? {} : { command }),
    ...(stopTimeout === undefined ? {} : { stopTimeout }),
    environment: Object.entries(environment).map(([key, value]) => ({ name: key, value })),
    secrets: Object.keys(secrets).map((key) => ({
      name: key,
      valueFrom: `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${key}`,
    })),
    ...(log === undefined ? {} : { logConfiguration: { logDriver: log.driver, options: log.options } }),
  };
}

/** Where a container logs to; undefined when it has no log configuration. */
export function logOf(
  { log, name }: EcsContainer,
  family: string,
  { region }: EcsPlace,
): { driver: string; options: Readonly<Record<string, string>> } | undefined {
  if (log === "none" || name === "") return undefined;
  if (log !== undefined) return { driver: log.driver, options: log.options ?? {} };
  const options = { "awslogs-group": `/ecs/${family}`, "awslogs-region": region, "awslogs-stream-prefix": "ecs" };
  return { driver: "awslogs", options };
}
