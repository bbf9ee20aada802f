/** For tests: the executor on the loopback ECS that really runs commands, through the SDK; waiting takes no time. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createAws } from "@handrail/aws/client";
import { systemClock } from "@handrail/runner/host";
import { startEcs, virtualClock } from "@handrail/testkit";
import type { Ecs, EcsOptions, EcsTaskDefinition, VirtualClock } from "@handrail/testkit";
import { openEcsExecutor } from "./ecs.ts";
import type { EcsSettings } from "./ecs.ts";
import type { Ending, Executor } from "./executor.ts";

export const DIGEST = `sha256:${"c".repeat(64)}`;

const closing: (() => Promise<void>)[] = [];
const before = { ...process.env };

/** Ends what was started, and gives the process its environment back. */
export async function tidy(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

/** The files of an image. Scripts can be run by `./name`. */
export function image(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "handrail-image-")));
  closing.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  }
  return folder;
}

/** What a test needs besides the usual. */
export type LoopbackOptions = {
  files?: Readonly<Record<string, string>>;
  ecs?: Partial<EcsOptions>;
  definition?: Partial<EcsTaskDefinition>;
  environment?: Readonly<Record<string, string>>;
};

/** The task definition of the tests: one container, in the image of the files. */
export function definition(more: LoopbackOptions = {}): EcsTaskDefinition {
  const app = {
    name: "app",
    image: `registry.example/app@${DIGEST}`,
    stopTimeout: 0.3,
    environment: more.environment ?? {},
  };
  return { family: "app", containers: [app], ...more.definition };
}

/** Starts a cluster; closed by {@link tidy}. */
export async function cluster(options: LoopbackOptions = {}): Promise<Ecs> {
  const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
  const ecs = await startEcs({
    images: { [DIGEST]: image(options.files) },
    taskDefinitions: [definition(options)],
    environment: { PATH: path },
    holdMs: 60,
    ...options.ecs,
  });
  closing.push(() => ecs.close());
  return ecs;
}

/** The executor, and what it said. */
export type Opened = {
  executor: Executor;
  said: string[];
  cancelling: AbortController;
  clock: VirtualClock;
  run(argv: readonly [string, ...string[]], environment?: Readonly<Record<string, string>>): Promise<Ending>;
};

/** Opens the executor on a cluster, as one attempt of a job does. */
export async function open(ecs: Ecs, settings: Partial<EcsSettings> = {}): Promise<Opened> {
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  const nothing = {
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  Object.assign(process.env, nothing, ecs.environment);
  const clock = virtualClock({ mode: "auto" });
  const cancelling = new AbortController();
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const aws = createAws({
    environment: { ...process.env },
    clock: systemClock,
    signal: cancelling.signal,
    mask: () => undefined,
  });
  const executor = await openEcsExecutor(
    {
      cluster: "prod",
      taskDefinition: "app",
      container: "",
      subnets: [],
      securityGroups: [],
      assignPublicIp: false,
      capacityProvider: "",
      commandPrefix: [],
      tool: "knex",
      engine: "sqlite",
      intent: "production 4711",
      timeoutMs: 1_800_000,
      onCancel: "stop",
      imageDigest: "",
      ...settings,
    },
    {
      ask: aws.ask,
      clock,
      cancelled: cancelling.signal,
      log: { info: say, warning: say, debug: () => undefined, group: say, endGroup: () => undefined },
    },
  );
  const run: Opened["run"] = (argv, environment = {}) =>
    executor.run({ argv, environment }, { title: `knex: ${argv.join(" ").slice(0, 40)}` });
  return { executor, said, cancelling, clock, run };
}
