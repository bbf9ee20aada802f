/**
 * Who may import whom, as data. docs/architecture.md shows the same table to people; check-imports.ts enforces it.
 * A change here is a change of the architecture: make it in both places.
 */

/** What a file is, by where it stands and who reaches it. */
export type Kind =
  | "noun" /* actions/<action>/src/<noun>.ts: decisions and rendering */
  | "run" /* actions/<action>/src/run.ts: the order of effects */
  | "main" /* actions/<action>/src/main.ts: wiring */
  | "pure" /* packages/<package>: index.ts and every file it reaches */
  | "domain" /* packages/<package> that speaks of more than one system (domainPackages): all of its doors */
  | "effect" /* packages/<package>: the files that only a named door reaches */
  | "free"; /* tests, testkit, e2e, scripts */

/** How far an import may go: its values (and types), its types only, or not at all. */
export type Reach = "values" | "types" | "none";

export type Rule = {
  /** Node's modules and npm packages that only compute. */
  pure: Reach;
  /** The `.` door of our packages; `runner`: of that package only. */
  packages: "all" | "runner";
  /** The named doors of our packages, which have effects. */
  doors: Reach;
  /** Everything that touches the world; `own`: what `ownSystems` lists for the package. */
  effects: "all" | "own" | "none";
};

export const rules: Record<Exclude<Kind, "free">, Rule> = {
  noun: { pure: "values", packages: "all", doors: "types", effects: "none" },
  run: { pure: "values", packages: "all", doors: "types", effects: "none" },
  main: { pure: "values", packages: "all", doors: "values", effects: "all" },
  pure: { pure: "values", packages: "runner", doors: "none", effects: "none" },
  domain: { pure: "values", packages: "all", doors: "types", effects: "none" },
  effect: { pure: "values", packages: "runner", doors: "none", effects: "own" },
};

/**
 * Packages between the systems and the actions: what actions share and no single system owns. All their doors are pure, they
 * are handed the effects; a package imports only those that stand before it here.
 */
export const domainPackages: readonly string[] = ["report", "planning", "migration"];

/** Modules that compute and do nothing else. */
export const pureModules: ReadonlySet<string> = new Set([
  "node:buffer",
  "node:crypto",
  "node:path",
  "node:path/posix",
  "node:string_decoder",
  "node:url",
  "node:util",
  "node:zlib",
  "@msgpack/msgpack",
  "smol-toml",
  "yaml",
]);

/** Names of pure modules that are not pure after all: randomness. */
export const impureNames: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "node:crypto",
    new Set(["randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID", "getRandomValues", "webcrypto"]),
  ],
]);

/** Globals that a pure file may not name: time, chance, the environment, the network, the log. */
export const impureGlobals: ReadonlySet<string> = new Set([
  "console",
  "fetch",
  "performance",
  "process",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "WebSocket",
]);

/** The same for members of globals that are fine otherwise. `new Date()` without an argument is found too. */
export const impureMembers: ReadonlySet<string> = new Set(["AbortSignal.timeout", "Date.now", "Math.random"]);

const files = ["node:fs", "node:fs/promises", "node:os"];
const streams = ["node:events", "node:stream", "node:stream/promises"];
const network = ["node:dns/promises", "node:http", "node:https", "node:net", "node:tls"];

/** The system behind each package: what its effect doors may import. */
export const ownSystems: Readonly<Record<string, ReadonlySet<string>>> = {
  runner: new Set([...files, ...streams, "node:child_process", "node:timers", "node:timers/promises", "node:process"]),
  terraform: new Set([...files, ...streams, ...network, "openpgp", "yauzl"]),
  github: new Set([...network, ...streams]),
  aws: new Set([
    ...network,
    "node:fs/promises",
    "@aws-sdk/client-apprunner",
    "@aws-sdk/client-cloudformation",
    "@aws-sdk/client-cloudwatch",
    "@aws-sdk/client-cloudwatch-logs",
    "@aws-sdk/client-codebuild",
    "@aws-sdk/client-codedeploy",
    "@aws-sdk/client-codepipeline",
    "@aws-sdk/client-ecs",
    "@aws-sdk/client-elastic-beanstalk",
    "@aws-sdk/client-elastic-load-balancing-v2",
    "@aws-sdk/client-lambda",
    "@aws-sdk/client-sts",
    "@smithy/node-http-handler",
  ]),
  http: new Set(network),
  database: new Set(["mysql2", "mysql2/promise", "node:fs/promises", "node:sqlite", "pg"]),
};
