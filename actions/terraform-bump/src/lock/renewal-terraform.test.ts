/**
 * Lock files held against those that the real terraform makes, from registries on loopback: one as it was when the lock
 * file was made, one as it is now.
 */
import { execFile } from "node:child_process";
import { posix } from "node:path";
import { createProcessRunner } from "@handrail/runner/host";
import {
  matches,
  parseConstraint,
  parseLockFile,
  parseVersion,
  renderLockFile,
  renderVersion,
} from "@handrail/terraform";
import { createRegistry } from "@handrail/terraform/registry";
import {
  runs,
  seed,
  startRegistry,
  virtualClock,
  workspace,
  zip,
  type LoopbackRegistry,
  type Workspace,
} from "@handrail/testkit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Edit, LockChange } from "../decide/update.ts";
import type { ModuleDirectory } from "../find/mention.ts";
import { readLocks } from "./locks.ts";
import type { PackageDeps } from "./platforms.ts";
import { renewLock, type Renewed } from "./renewal.ts";

const PLATFORMS = ["linux_amd64", "darwin_arm64", "darwin_amd64", "windows_amd64"];
const BEFORE = ["1.0.0", "1.2.0", "1.4.0"];
const AFTER = [...BEFORE, "1.4.1", "1.5.0", "2.0.0", "2.1.0"];
/** Their order in a lock file is not that of their texts. */
const PROVIDERS = [
  "registry.terraform.io/acme/foo",
  "registry.terraform.io/acme-x/foo",
  "registry.terraform.io/acme/foo-bar",
  "example.com/infra/dns",
  "example.com.au/infra/dns",
];
const SOURCES = [...new Set(PROVIDERS.map((address) => address.split("/").slice(1).join("/")))];
const HOSTS = [...new Set(PROVIDERS.map((address) => address.split("/")[0] ?? ""))];
const REMOTE = { "main.tf": requirements([["registry.terraform.io/acme/foo", ">= 1.1.0, != 1.3.0"]]) };
const REFUSING = { "main.tf": requirements([["registry.terraform.io/acme/foo", "< 2.0.0"]]) };

/** Zips with directory entries, as some makers' tools write them, and other content for each platform. */
function packageOf(type: string, version: string, platform: string): Buffer {
  const end = platform.startsWith("windows") ? ".exe" : "";
  const program = `terraform-provider-${type}_v${version}${end}`;
  return zip([
    { name: "docs/", type: "directory", mode: 0o755 },
    { name: "docs/index.md", content: `# ${type}\n` },
    { name: program, content: `#!/bin/sh\necho ${version} ${platform}\n`, mode: 0o755 },
    { name: "LICENSE", content: "free\n" },
  ]);
}

async function start(versions: readonly string[]): Promise<LoopbackRegistry> {
  return startRegistry({
    providers: SOURCES.map((source) => ({
      source,
      versions: versions.map((version) => ({
        version,
        platforms: PLATFORMS,
        zip: (platform) => packageOf(source.split("/")[1] ?? "", version, platform),
      })),
    })),
    modules: [
      { source: "acme/net/aws", versions: [{ version: "1.0.0", files: REMOTE }] },
      { source: "acme/old/aws", versions: [{ version: "1.0.0", files: REFUSING }] },
    ],
  });
}

let before: LoopbackRegistry;
let after: LoopbackRegistry;
let deps: PackageDeps;
let temporary: Workspace;
beforeAll(async () => {
  before = await start(BEFORE);
  after = await start(AFTER);
  temporary = workspace({ "cli.tfrc": after.cliConfiguration(...HOSTS) }, { git: false, name: "door" });
  deps = await openDeps();
});
afterAll(async () => {
  await before.close();
  await after.close();
  temporary.cleanup();
});

/** The action's own door to the registry as it is now. */
async function openDeps(): Promise<PackageDeps> {
  const { signal } = new AbortController();
  const { exec } = createProcessRunner({ cancelled: signal, pollMs: 10 });
  const silent = (): undefined => undefined;
  const registry = createRegistry({
    environment: { PATH: process.env["PATH"], HOME: temporary.path, TF_CLI_CONFIG_FILE: "cli.tfrc" },
    directory: temporary.path,
    temporaryDirectory: temporary.resolve("packages"),
    registryUrl: undefined,
    releasesUrl: undefined,
    trustedHosts: [],
    needsDates: false,
    exec,
    clock: virtualClock({ start: Date.now() }),
    log: { info: silent, warning: silent, debug: silent, group: silent, endGroup: silent },
    signal,
  });
  const releases = new Map<string, readonly string[]>();
  for (const [host = "", namespace = "", type = ""] of PROVIDERS.map((address) => address.split("/"))) {
    const catalogue = await registry.provider({ host, namespace, type });
    for (const { version, platforms = [] } of catalogue.releases) {
      releases.set(`${host}/${namespace}/${type} ${renderVersion(version)}`, platforms);
    }
  }
  return {
    packages: registry.packages,
    releasedFor: ({ host, namespace, type }, version) => releases.get(`${host}/${namespace}/${type} ${version}`),
  };
}

/** A `terraform` block that asks for these providers; "" asks for any version. */
function requirements(asked: readonly (readonly [address: string, constraint: string])[]): string {
  const lines = asked.map(([address, constraint], index) => {
    const version = constraint === "" ? "" : `, version = ${JSON.stringify(constraint)}`;
    return `    p${index} = { source = "${address}"${version} }\n`;
  });
  return `terraform {\n  required_providers {\n${lines.join("")}  }\n}\n`;
}

/** Directories with what they ask and call; the first one is the root module. */
type Tree = Readonly<
  Record<string, { asks: readonly [address: string, constraint: string][]; calls: readonly string[] }>
>;

function render(tree: Tree, edits: readonly Edit[] = []): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([directory, { asks, calls }]) => {
      const asked = asks.map(([address, constraint]) => {
        const edit = edits.find(
          ({ mention: { file, text, dependency } }) =>
            posix.dirname(file) === directory && text === constraint && dependency.name === address,
        );
        return [address, edit?.after ?? constraint] as const;
      });
      const modules = calls.map((call, index) => {
        const source = call.includes("/aws")
          ? `"${call}"\n  version = "1.0.0"`
          : `"./${posix.relative(directory, call)}"`;
        return `module "m${index}" {\n  source = ${source}\n}\n`;
      });
      return [`${directory}/main.tf`, requirements(asked) + modules.join("")];
    }),
  );
}

function directories(tree: Tree): ModuleDirectory[] {
  return Object.entries(tree).map(([directory, { asks, calls }], index) => ({
    directory,
    calls: calls.filter((call) => !call.includes("/aws")),
    callsElsewhere: calls.some((call) => call.includes("/aws")),
    isRoot: index === 0,
    isDeployed: index === 0,
    providers: asks.map(([address, constraint]) => ({ address, constraint })),
  }));
}

function editOf(directory: string, address: string, text: string, changed: string): Edit {
  const [host = "", namespace = "", type = ""] = address.split("/");
  return {
    mention: {
      dependency: { kind: "provider", name: address, source: { from: "providers", host, namespace, type } },
      place: "required_providers",
      syntax: { as: "constraint", dialect: "provider" },
      file: `${directory}/main.tf`,
      line: 1,
      span: { start: 0, end: text.length },
      text,
    },
    after: changed,
  };
}

/** Edits for all constraints of the tree that do not admit their provider's new version. */
function editsFor(tree: Tree, targets: ReadonlyMap<string, string>): Edit[] {
  return Object.entries(tree).flatMap(([directory, { asks }]) =>
    asks.flatMap(([address, constraint], index) => {
      const target = targets.get(address);
      if (target === undefined || constraint === "") return [];
      if (matches(parseConstraint(constraint, "provider"), parseVersion(target))) return [];
      const shapes = [target, `~> ${target.split(".").slice(0, 2).join(".")}`, `>=1.0,< 9`, `= ${target}`];
      return [editOf(directory, address, constraint, shapes[(index + constraint.length) % shapes.length] ?? target)];
    }),
  );
}

/** The root module in a folder of its own, and terraform in it. */
async function terraform(
  folder: Workspace,
  registry: LoopbackRegistry,
  root: string,
  ...args: string[]
): Promise<void> {
  folder.write({ "cli.tfrc": registry.cliConfiguration(...HOSTS) });
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder.path,
    TF_CLI_CONFIG_FILE: folder.resolve("cli.tfrc"),
    CHECKPOINT_DISABLE: "1",
  };
  await new Promise<void>((resolve, reject) => {
    execFile("terraform", [...args, "-no-color"], { cwd: folder.resolve(root), env }, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`terraform ${args.join(" ")}: ${stdout}${stderr}`));
    });
  });
}

const flags = (platforms: readonly string[]): string[] => platforms.map((platform) => `-platform=${platform}`);

type Story = {
  tree: Tree;
  targets: ReadonlyMap<string, string>;
  platforms: readonly string[];
  change?: (lock: string) => string;
};

/** The lock file as terraform made it before, and what becomes of it, in a folder that holds the edited files. */
async function tell(
  folder: Workspace,
  { tree, targets, platforms, change }: Story,
): Promise<{ root: string; file: string; old: string; renewed: Renewed }> {
  const [root = ""] = Object.keys(tree);
  const file = `${root}/.terraform.lock.hcl`;
  folder.write(render(tree));
  await terraform(folder, before, root, "get");
  await terraform(folder, before, root, "providers", "lock", ...flags(platforms));
  const written = folder.read(file);
  expect(parseLockFile(written).problems).toEqual([]);
  expect(renderLockFile(parseLockFile(written))).toBe(written);
  const old = change?.(written) ?? written;
  const locks = readLocks([{ path: file, text: old }]);
  const [lock] = locks;
  if (lock === undefined) throw new Error("no lock file");
  const changes: LockChange[] = lock.lock.entries.flatMap(({ address, version }) => {
    const to = targets.get(address);
    return to === undefined ? [] : [{ file, provider: address, from: version, to }];
  });
  const edits = editsFor(tree, targets);
  folder.write(render(tree, edits));
  const renewal = { lock, modules: directories(tree), changes, edits, platforms: "auto" as const };
  return { root, file, old, renewed: await renewLock(renewal, deps) };
}

function textOf(renewed: Renewed): string {
  if ("problem" in renewed) throw new Error(renewed.problem);
  return renewed.text;
}

/** What terraform has to say: nothing. */
async function judge(story: Story): Promise<string> {
  using folder = workspace({}, { git: false, name: "lock" });
  const { root, file, renewed } = await tell(folder, story);
  const text = textOf(renewed);
  folder.write({ [file]: text });
  await terraform(folder, after, root, "init", "-input=false", "-lockfile=readonly");
  expect(folder.read(file)).toBe(text);
  await terraform(folder, after, root, "providers", "lock", ...flags(story.platforms));
  expect(folder.read(file)).toBe(text);
  return text;
}

const [FOO = "", FOO_X = "", FOO_BAR = "", DNS = "", DNS_AU = ""] = PROVIDERS;

describe("lock files equal to what terraform providers lock writes", () => {
  it("for several providers at once, a private host, constraints in three modules and none at all", async () => {
    const tree: Tree = {
      "roots/app": {
        asks: [
          [FOO, "~> 1.2"],
          [DNS, ""],
          [FOO_X, "1.4.0"],
        ],
        calls: ["modules/a", "modules/b"],
      },
      "modules/a": {
        asks: [
          [FOO, ">= 1.1"],
          [DNS_AU, "< 2"],
        ],
        calls: ["modules/b"],
      },
      "modules/b": {
        asks: [
          [FOO, ">=1.1.0,!= 1.3"],
          [FOO_BAR, "~> 1"],
        ],
        calls: [],
      },
    };
    const targets = new Map([
      [FOO, "2.1.0"],
      [DNS, "2.0.0"],
      [FOO_X, "1.5.0"],
      [DNS_AU, "2.1.0"],
      [FOO_BAR, "1.4.1"],
    ]);
    const text = await judge({ tree, targets, platforms: PLATFORMS });
    expect(parseLockFile(text).entries.map(({ address, version }) => [address, version])).toEqual([
      [DNS, "2.0.0"],
      [DNS_AU, "2.1.0"],
      [FOO, "2.1.0"],
      [FOO_BAR, "1.4.1"],
      [FOO_X, "1.5.0"],
    ]);
    expect(text.match(/"h1:/g)).toHaveLength(5 * PLATFORMS.length);
    expect(text).toContain('constraints = ">= 1.0.0, >= 1.1.0, != 1.3.0, < 9.0.0"');
  });

  it("is what terraform writes from nothing", async () => {
    using folder = workspace({}, { git: false, name: "lock" });
    const tree: Tree = {
      app: {
        asks: [
          [FOO, "~> 1.2"],
          [DNS, ">= 1.0"],
        ],
        calls: [],
      },
    };
    const targets = new Map([
      [FOO, "2.1.0"],
      [DNS, "2.1.0"],
    ]);
    const { root, file, renewed } = await tell(folder, { tree, targets, platforms: PLATFORMS });
    folder.remove(file);
    await terraform(folder, after, root, "providers", "lock", ...flags(PLATFORMS));
    expect(folder.read(file)).toBe(textOf(renewed));
  });

  it("when the constraint already admits the new version", async () => {
    const tree: Tree = {
      app: {
        asks: [
          [FOO, "~> 1.2"],
          [DNS, "~> 1.0"],
        ],
        calls: [],
      },
    };
    await judge({ tree, targets: new Map([[FOO, "1.5.0"]]), platforms: ["linux_amd64", "windows_amd64"] });
  });

  it("when a module from elsewhere has a constraint of its own", async () => {
    const tree: Tree = { app: { asks: [[FOO, "~> 1.2"]], calls: ["acme/net/aws"] } };
    const text = await judge({ tree, targets: new Map([[FOO, "2.0.0"]]), platforms: ["linux_amd64"] });
    expect(text).toMatch(/constraints = ".*>= 1\.1\.0, != 1\.3\.0.*"/);
  });

  // No local module has a term of the module from elsewhere: when it loses it, nothing would tell that it has to stay.
  it("for any tree of modules", async () => {
    const constraint = fc.constantFrom(
      "",
      "~> 1.0",
      ">= 1.0",
      "~>1.2",
      ">=1, < 2.0.0",
      "<2",
      "~> 1.4.0",
      "1.4.0",
      "= 1.4",
      "> 1.2",
      "!= 1.2, ~> 1",
      ">= 1.2.0-rc1",
    );
    const module = fc.record({
      asks: fc.uniqueArray(fc.tuple(fc.constantFrom(...PROVIDERS), constraint), {
        selector: ([address]) => address,
        maxLength: 4,
      }),
      calls: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    });
    const withRemote = fc.tuple(fc.array(module, { minLength: 1, maxLength: 5 }), fc.boolean());
    const trees = withRemote.map(([modules, hasRemote]): Tree => {
      const names = ["roots/app", "modules/a", "modules/b", "roots/app/c", "d"];
      const entries = modules.map(({ asks, calls }, index) => {
        // Only later ones are called: terraform has no circles.
        const called = names.slice(0, modules.length).filter((_, other) => other > index && (calls[other] ?? false));
        if (!hasRemote || index > 0) return [names[index] ?? "", { asks, calls: called }] as const;
        return [names[index] ?? "", { asks, calls: [...called, "acme/net/aws"] }] as const;
      });
      return Object.fromEntries(entries);
    });
    const targets = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...PROVIDERS), fc.constantFrom("1.4.1", "1.5.0", "2.0.0", "2.1.0")),
      { selector: ([address]) => address, minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(trees, targets, fc.subarray(PLATFORMS, { minLength: 1 }), async (tree, wanted, platforms) => {
        await judge({ tree, targets: new Map(wanted), platforms });
      }),
      { seed: seed(), numRuns: runs(4, 200), endOnFailure: true },
    );
  });
});

describe("lock files that terraform takes as they are", () => {
  const tree: Tree = {
    app: {
      asks: [
        [FOO, "~> 1.2"],
        [DNS, "~> 1.0"],
      ],
      calls: [],
    },
  };
  const targets = new Map([[FOO, "2.0.0"]]);

  it.each([
    [
      "comments and another order",
      (text: string) =>
        `${text.replace("provider", "# ours\nprovider").replace('"~> 1.2"', '"~> 1.2" # see the wiki')}# end\n`,
    ],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["unsorted checksums", (text: string) => text.replaceAll(/((?: {4}"h1:.*\n)+)((?: {4}"zh:.*\n)+)/g, "$2$1")],
  ])("with %s", async (_, change) => {
    using folder = workspace({}, { git: false, name: "lock" });
    const { root, file, old, renewed } = await tell(folder, {
      tree,
      targets,
      platforms: ["linux_amd64", "darwin_arm64"],
      change,
    });
    const text = textOf(renewed);
    expect(text).not.toBe(old);
    folder.write({ [file]: text });
    await terraform(folder, after, root, "init", "-input=false", "-lockfile=readonly");
    await terraform(folder, after, root, "init", "-input=false");
    expect(folder.read(file)).toBe(text);
  });

  it("but none at all where a module from elsewhere refuses the version", async () => {
    using folder = workspace({}, { git: false, name: "lock" });
    const refused: Tree = { app: { asks: [[FOO, "= 1.4"]], calls: ["acme/old/aws"] } };
    const { root, file, old, renewed } = await tell(folder, { tree: refused, targets, platforms: ["linux_amd64"] });
    expect("problem" in renewed && renewed.problem).toContain('its lock file names "< 2.0.0"');
    expect(folder.read(file)).toBe(old);
    await expect(terraform(folder, after, root, "init", "-input=false", "-upgrade")).rejects.toThrow(
      "given constraints ~> 2.0, < 2.0.0",
    );
  });
});
