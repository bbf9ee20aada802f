/**
 * The bundle of terraform-setup as the runner starts it, against release servers that are good, bad and ugly.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  runAction,
  startReleases,
  workspace,
  type Release,
  type ReleaseFault,
  type Releases,
  type Workspace,
} from "@handrail/testkit";

type Result = Awaited<ReturnType<typeof runAction>>;
type More = { files?: Record<string, string>; inputs?: Record<string, string>; path?: string[]; isDebug?: boolean };

const action = path.join(import.meta.dirname, "../actions/terraform-setup");
let server: Releases;
/** Holds the tool cache and the programs on PATH of a test; the machine's own terraform is not seen. */
let machine: Workspace;
const results: Result[] = [];

beforeAll(() => {
  if (!existsSync(path.join(action, "dist/index.js")))
    throw new Error("There is no bundle to test: run `npm run build` first");
});

beforeEach(() => {
  machine = workspace({ "tools/.keep": "", "bin/.keep": "" }, { git: false });
});

afterEach(async () => {
  await server.close();
  machine.cleanup();
  for (const result of results.splice(0)) result.cleanup();
});

async function serve(...releases: Release[]): Promise<void> {
  server = await startReleases(releases.length === 0 ? {} : { releases });
}

/** The inputs that name the test's own server and key. */
function mirror(): Record<string, string> {
  return { "releases-url": server.url, "signing-key": server.keys.trusted.armored };
}

async function setup(more: More = {}): Promise<Result> {
  using checkout = workspace(more.files ?? {}, { git: false });
  const result = await runAction({
    action,
    inputs: more.inputs ?? mirror(),
    env: { PATH: machine.resolve("bin"), HTTPS_PROXY: "", HTTP_PROXY: "" },
    path: more.path ?? [],
    workspace: checkout,
    toolCache: machine.resolve("tools"),
    isDebug: more.isDebug ?? false,
  });
  results.push(result);
  return result;
}

/** A failed setup: nothing came on PATH, into the tool cache or into later steps, and people are told what to do. */
async function failed(reason: string, more: More = {}): Promise<Result> {
  const result = await setup(more);
  expect(result.conclusion).toBe("failure");
  expect(result.outputs).toEqual({ result: "failed", "failure-reason": reason });
  expect(result.path).toEqual([]);
  expect(result.env).toEqual({});
  expect(readdirSync(machine.resolve("tools"))).toEqual([".keep"]);
  const annotation = result.annotations.find(({ level }) => level === "error");
  const [what, remedy] = (annotation?.message ?? "").split("\n");
  expect(what).not.toBe("");
  expect(remedy).toMatch(/\.$/);
  expect(result.summary).toContain("terraform-setup failed");
  return result;
}

function block(constraint: string): string {
  return `terraform {\n  required_version = "${constraint}"\n}\n`;
}

/** A program that prints this line, whatever it is asked. */
function program(line: string): { content: string; mode: number } {
  return { content: `#!/bin/sh\necho '${line}'\n`, mode: 0o755 };
}

const asked = { ".terraform-version": "1.11.4\n" };

describe("installed and cached", () => {
  it("installs what verifies, and the next job takes it from the tool cache without a request", async () => {
    await serve();
    const first = await setup({ files: asked });
    const directory = machine.resolve("tools/terraform/1.11.4/x64").replace("x64", process.arch);
    expect(first.log).not.toContain("##[error]");
    expect(first).toMatchObject({
      conclusion: "success",
      path: [directory],
      outputs: {
        result: "installed",
        "terraform-version": "1.11.4",
        "terraform-path": path.join(directory, "terraform"),
        "version-source": ".terraform-version:1",
        "cache-hit": "false",
      },
    });
    expect(first.summary).toContain("signature and checksum verified");
    expect(execFileSync(path.join(directory, "terraform"), ["version"], { encoding: "utf8" })).toContain("v1.11.4");
    expect(server.requests).toHaveLength(3);

    const second = await setup({ files: asked });
    expect(second.outputs).toMatchObject({
      result: "cached",
      "cache-hit": "true",
      "terraform-path": path.join(directory, "terraform"),
    });
    expect(second.path).toEqual([directory]);
    expect(server.requests).toHaveLength(3);
    expect(second.files.filter((file) => !file.endsWith("/"))).toEqual([]);
  });

  it("H083: a poisoned entry is evicted, warned about and fetched again", async () => {
    await serve();
    const first = await setup({ files: asked });
    const program = first.outputs["terraform-path"] ?? "";
    writeFileSync(program, "#!/bin/sh\necho evil\n");
    const second = await setup({ files: asked });
    expect(second.outputs).toMatchObject({ result: "installed", "cache-hit": "false" });
    expect(second.annotations).toMatchObject([
      { level: "warning", message: expect.stringContaining("is not used but removed") as unknown },
    ]);
    expect(readFileSync(program, "utf8")).toContain("Terraform v1.11.4");
    expect(server.requests).toHaveLength(6);
  });

  it("installs OpenTofu", async () => {
    await serve();
    const { outputs, summary } = await setup({
      inputs: { ...mirror(), product: "opentofu", "terraform-version": "latest" },
    });
    expect(outputs).toMatchObject({ result: "installed", "terraform-version": "1.9.0" });
    expect(outputs["terraform-path"]).toMatch(/\/opentofu\/1\.9\.0\/[a-z0-9]+\/tofu$/);
    expect(summary).toContain("OpenTofu");
  });

  it("comes through three failed tries", async () => {
    await serve();
    server.faults.add({ on: "GET *.zip", fault: "503", nth: [1, 3] });
    server.faults.add({ on: "GET *.zip", fault: "reset-mid-body", nth: 2 });
    const { outputs, log } = await setup({ files: asked });
    expect(outputs).toMatchObject({ result: "installed" });
    expect(log).toContain("Try 3 of 4 to fetch");
  });
});

describe("only what verifies comes on PATH", () => {
  it.each<[string, Partial<Release>]>([
    ["H078: an unknown key", { signedBy: "unknown" }],
    ["H078: a revoked key", { signedBy: "revoked" }],
    ["H079: a signature of other data", { signature: "other-data" }],
    ["H079: no signature", { signature: "missing" }],
    ["H084: another checksum", { checksums: "wrong" }],
    ["H082: a zip with one more program", { archive: "extra-members" }],
    ["H082: a zip with a path that leads out", { archive: "traversal" }],
    ["H082: a zip with a link", { archive: "symlink" }],
    ["H082: a zip with two programs", { archive: "twice" }],
  ])("%s", async (_, wrong) => {
    await serve({ version: "1.11.4", ...wrong });
    await failed("verification-failed", { files: asked });
    expect(existsSync(machine.resolve("evil"))).toBe(false);
  });

  it("H078: a key that was handed in and is revoked", async () => {
    await serve({ version: "1.11.4", signedBy: "revoked" });
    const { log } = await failed("verification-failed", {
      files: asked,
      inputs: { ...mirror(), "signing-key": server.keys.revoked.armored },
    });
    expect(log).toContain("is revoked");
  });

  it("H078: a mirror's own signature without its key", async () => {
    await serve();
    const { log } = await failed("verification-failed", { files: asked, inputs: { "releases-url": server.url } });
    expect(log).toContain("trusted is C874011F0AB405110D02105534365D9472D7468F");
  });

  it.each<[string, ReleaseFault, string]>([
    ["H084: half a zip", "truncated", "verification-failed"],
    ["H084: a web page in the place of the zip", "html-200", "verification-failed"],
    ["H084: a connection that breaks, every time", "reset-mid-body", "download-failed"],
    ["H081: a redirect to another host", "redirect", "download-failed"],
  ])("%s", async (_, fault, reason) => {
    await serve();
    server.faults.add({ on: "GET *.zip", fault, nth: "all" });
    await failed(reason, { files: asked });
  });
});

describe("cancelled", () => {
  it("in the middle of a download leaves nothing behind", async () => {
    await serve();
    const hold = server.hold("GET *.zip");
    using checkout = workspace(asked, { git: false });
    using result = await runAction({
      action,
      inputs: mirror(),
      env: { PATH: machine.resolve("bin") },
      workspace: checkout,
      toolCache: machine.resolve("tools"),
      cancel: { when: hold.arrived(), timing: "runner" },
    });
    hold.remove();
    expect(result).toMatchObject({
      conclusion: "cancelled",
      sent: ["SIGINT"],
      path: [],
      outputs: { result: "failed", "failure-reason": "cancelled" },
    });
    expect(result.files.filter((file) => !file.endsWith("/"))).toEqual([]);
    expect(readdirSync(machine.resolve("tools"))).toEqual([".keep"]);
  });
});

describe("the version is found", () => {
  const releases: Release[] = ["1.5.7", "1.8.0", "1.8.5", "1.11.4", "1.12.0-rc1"].map((version) => ({ version }));

  it.each<[string, Record<string, string>, string, string]>([
    ["an exact version", { ".terraform-version": "1.8.0" }, "1.8.0", ".terraform-version:1"],
    ["a pre-release that is named", { ".terraform-version": "1.12.0-rc1" }, "1.12.0-rc1", ".terraform-version:1"],
    ["latest", { ".terraform-version": "latest" }, "1.11.4", ".terraform-version:1"],
    ["latest:<pattern>", { ".terraform-version": "latest:^1\\.8" }, "1.8.5", ".terraform-version:1"],
    [
      "latest-allowed",
      { ".terraform-version": "latest-allowed", "main.tf": block("< 1.11") },
      "1.8.5",
      ".terraform-version:1, main.tf:2",
    ],
    [
      "min-required",
      { ".terraform-version": "min-required", "main.tf": block(">= 1.6") },
      "1.8.0",
      ".terraform-version:1, main.tf:2",
    ],
    [".tool-versions", { ".tool-versions": "nodejs 22\nterraform 1.8.0\n" }, "1.8.0", ".tool-versions:2"],
    ["mise.toml", { "mise.toml": '[tools]\nterraform = "1.8"\n' }, "1.8.5", "mise.toml:2"],
    [".mise.toml", { ".mise.toml": '[tools]\nterraform = { version = "1.8.0" }\n' }, "1.8.0", ".mise.toml:2"],
    [".tfswitchrc", { ".tfswitchrc": "1.5.7\n" }, "1.5.7", ".tfswitchrc:1"],
    [".tfswitch.toml", { ".tfswitch.toml": 'version = "1.5.7"\n' }, "1.5.7", ".tfswitch.toml:1"],
    [
      "required_version of all files",
      {
        "main.tf": block("~> 1.0"),
        "versions.tf.json": '{"terraform": {"required_version": "!= 1.11.4"}}',
        "x.tofu": block("9.9.9"),
      },
      "1.8.5",
      "main.tf:2, versions.tf.json:1",
    ],
  ])("%s", async (_, files, version, source) => {
    await serve(...releases);
    const { outputs, log } = await setup({ files });
    expect(log).not.toContain("##[error]");
    expect(outputs).toMatchObject({ result: "installed", "terraform-version": version, "version-source": source });
  });

  it("in the directory that is named, and upwards", async () => {
    await serve(...releases);
    const files = {
      ".terraform-version": "1.5.7",
      "live/.terraform-version": "1.8.0",
      "live/prod/main.tf": block(">= 1.8"),
    };
    const inputs = { ...mirror(), "working-directory": "live/prod" };
    expect((await setup({ files, inputs })).outputs).toMatchObject({
      "terraform-version": "1.8.0",
      "version-source": "live/.terraform-version:1",
    });
  });

  it("the input comes before the files", async () => {
    await serve(...releases);
    const { outputs } = await setup({ files: asked, inputs: { ...mirror(), "terraform-version": "~> 1.8.0" } });
    expect(outputs).toMatchObject({ "terraform-version": "1.8.5", "version-source": "input terraform-version" });
  });

  it("a version file and required_version that disagree are both named", async () => {
    await serve(...releases);
    const { log } = await failed("no-version", {
      files: { ".terraform-version": "1.5.7", "main.tf": block(">= 1.8") },
    });
    expect(log).toContain('.terraform-version:1 asks for 1.5.7, but main.tf:2 requires ">= 1.8"');
    expect(server.requests).toEqual([]);
  });

  it.each([
    ["a release that does not exist", { ".terraform-version": "9.9.9" }],
    ["a constraint that nothing satisfies", { "main.tf": block(">= 1.12") }],
  ])("not-found: %s", async (_, files) => {
    await serve(...releases);
    await failed("not-found", { files });
  });

  it.each(["../../x", "1.9.0/../../evil", "latest; rm -rf /", "<2.0 || *", "1.2.3\n::set-env name=A::b"])(
    "H080: .terraform-version with %j is an input error, with no request",
    async (text) => {
      await serve(...releases);
      const { parsed } = await failed("invalid-input", { files: { ".terraform-version": text } });
      expect(parsed.commands.filter(({ name }) => name !== "error" && name !== "debug")).toEqual([]);
      expect(server.requests).toEqual([]);
    },
  );
});

describe("present", () => {
  it.each<[string, Record<string, string>, string, string]>([
    ["nobody asked for a version", {}, "", "PATH"],
    ["it is the one", asked, "", ".terraform-version:1"],
    ["a constraint admits it", {}, "~> 1.10", "input terraform-version"],
  ])("the program on PATH will do: %s", async (_, files, version, source) => {
    await serve();
    machine.write({ "bin/terraform": program("Terraform v1.11.4") });
    const { outputs, path: added, summary } = await setup({ files, inputs: { "terraform-version": version } });
    expect(outputs).toEqual({
      result: "present",
      "terraform-version": "1.11.4",
      "terraform-path": machine.resolve("bin/terraform"),
      "version-source": source,
      "cache-hit": "false",
    });
    expect(added).toEqual([]);
    expect(summary).toContain("was on PATH already");
  });

  it.each<[string, string, Record<string, string>]>([
    ["it is another version", "Terraform v1.5.7", {}],
    ["it is OpenTofu under terraform's name", "OpenTofu v1.11.4", {}],
    ["it says something else", "hello", {}],
    ["a mirror is named", "Terraform v1.11.4", {}],
  ])("the program on PATH will not do: %s", async (_, line, files) => {
    await serve();
    machine.write({ "bin/terraform": program(line) });
    const { outputs } = await setup({ files: { ...asked, ...files } });
    expect(outputs).toMatchObject({ result: "installed" });
  });

  it("nothing named and nothing there", async () => {
    await serve();
    const { log } = await failed("no-version", {});
    expect(log).toContain("Nobody named a version of terraform");
  });
});

describe("inputs", () => {
  it("all bad ones at once, and nothing was started", async () => {
    await serve();
    const { log } = await failed("invalid-input", {
      files: asked,
      inputs: {
        "working-directory": "../..",
        "terraform-version": "^1.2",
        product: "tofu",
        "releases-url": "ftp://mirror.example",
        "signing-key": "hunter2",
        "token-hosts": "app.terraform.io:443=hunter2",
      },
    });
    for (const name of [
      "working-directory",
      "terraform-version",
      "product",
      "releases-url",
      "signing-key",
      "token-hosts",
    ]) {
      expect(log).toContain(`${name} was given`);
    }
    expect(log).not.toContain("hunter2");
    expect(server.requests).toEqual([]);
  });

  it("H067: a working directory that is not there", async () => {
    await serve();
    await failed("invalid-input", { files: asked, inputs: { ...mirror(), "working-directory": "nowhere" } });
  });

  it("H018: tokens become masked TF_TOKEN_ variables of later steps, and nothing else does", async () => {
    await serve();
    const token = "abc.atlasv1.0123456789";
    const { env, masks, stdout, stderr, summary, outputs } = await setup({
      files: asked,
      inputs: { ...mirror(), "token-hosts": `app.terraform.io=${token}\nmy-registry.example=other-token\n` },
      isDebug: true,
    });
    expect(outputs).toMatchObject({ result: "installed" });
    expect(env).toEqual({ TF_TOKEN_app_terraform_io: token, TF_TOKEN_my__registry_example: "other-token" });
    expect(masks).toEqual(expect.arrayContaining([token, "other-token"]));
    expect(stdout.replaceAll(/^::add-mask::.*$/gm, "") + stderr + summary).not.toContain(token);
    expect(summary).toContain("app.terraform.io");
  });

  it("H085: a token that would be HCL is refused, and no file is written", async () => {
    await serve();
    const { log, files } = await failed("invalid-input", {
      files: asked,
      inputs: { ...mirror(), "token-hosts": 'app.terraform.io="}\nprovider_installation{dev_overrides{"x"="/tmp"}}' },
    });
    expect(log).not.toContain("dev_overrides");
    expect(files).toEqual([]);
  });
});
