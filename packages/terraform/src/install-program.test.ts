import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { parse } from "smol-toml";
import { findProduct, provideProgram, type ProgramQuestion, type ProvidedProgram } from "./install-program.ts";
import type { WorkspaceFiles } from "./install-workspace.ts";
import { directoriesUpwards } from "./version-directories.ts";
import type { Product } from "./version-files.ts";
import { parseVersion, renderVersion } from "./version.ts";

type World = {
  files?: Record<string, string>;
  question?: Partial<ProgramQuestion>;
  present?: string;
  cached?: string[];
  releases?: string[];
};

type Ran = { setup: ProvidedProgram | Failure; effects: string[] };

function installed(version: string): { directory: string; program: string } {
  return { directory: `/tools/${version}`, program: `/tools/${version}/terraform` };
}

function filesOf(files: Readonly<Record<string, string>>): WorkspaceFiles {
  return {
    read: async (file) => files[file],
    list: async (directory) => {
      const prefix = directory === "" ? "" : `${directory}/`;
      return Object.keys(files)
        .filter((file) => file.startsWith(prefix))
        .map((file) => file.slice(prefix.length))
        .filter((file) => !file.includes("/"));
    },
  };
}

async function ran(world: World): Promise<Ran> {
  const files = world.files ?? {};
  const effects: string[] = [];
  const question = {
    directory: "live/prod",
    version: "",
    product: "terraform" as const,
    isPlaceNamed: false,
    ...world.question,
  };
  const setup = await provideProgram(question, {
    files: filesOf(files),
    installer: {
      list: async () => {
        effects.push("list");
        return (world.releases ?? ["1.5.7", "1.11.4"]).map(parseVersion);
      },
      cached: async (version) =>
        world.cached?.includes(renderVersion(version)) === true ? installed(renderVersion(version)) : undefined,
      install: async (version) => {
        effects.push(`install ${renderVersion(version)}`);
        return installed(renderVersion(version));
      },
    },
    loadToml: async () => {
      effects.push("toml");
      return parse;
    },
    findPresent: async () => {
      effects.push("present?");
      return world.present === undefined
        ? undefined
        : { program: "/usr/bin/terraform", version: parseVersion(world.present) };
    },
    warn: (text) => void effects.push(`warning ${text}`),
  }).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
  return { setup, effects };
}

const block = (constraint: string): string => `terraform {\n  required_version = "${constraint}"\n}\n`;

describe("provideProgram", () => {
  it("an exact version in the tool cache needs neither a list nor a download", async () => {
    const { setup, effects } = await ran({ files: { "live/prod/.terraform-version": "1.5.7\n" }, cached: ["1.5.7"] });
    expect(setup).toEqual({
      result: "cached",
      version: "1.5.7",
      program: "/tools/1.5.7/terraform",
      directory: "/tools/1.5.7",
      source: "live/prod/.terraform-version:1",
    });
    expect(effects).toEqual(["present?"]);
  });

  it("a version that is not in the cache is installed", async () => {
    const { setup, effects } = await ran({ question: { version: "1.11.4" } });
    expect(setup).toMatchObject({ result: "installed", version: "1.11.4", source: "input terraform-version" });
    expect(effects).toEqual(["present?", "install 1.11.4"]);
  });

  it.each<[string, World, Partial<ProvidedProgram>]>([
    ["nobody named one", {}, { source: "PATH" }],
    ["it is the exact one", { question: { version: "1.5.7" } }, { source: "input terraform-version" }],
    ["a constraint admits it", { files: { "live/prod/main.tf": block("~> 1.5") } }, { source: "live/prod/main.tf:2" }],
    [
      "it is the latest",
      { question: { version: "latest" }, releases: ["1.5.7"] },
      { source: "input terraform-version" },
    ],
  ])("the program on PATH will do: %s", async (_, world, expected) => {
    const { setup, effects } = await ran({ present: "1.5.7", ...world });
    expect(setup).toEqual({
      result: "present",
      version: "1.5.7",
      program: "/usr/bin/terraform",
      directory: undefined,
      source: expected.source,
    });
    expect(effects.filter((effect) => effect.startsWith("install"))).toEqual([]);
  });

  it.each<[string, World]>([
    ["a mirror or a key is named", { question: { version: "1.5.7", isPlaceNamed: true } }],
    ["it is another version", { question: { version: "1.11.4" } }],
    ["it is not the latest", { question: { version: "latest" } }],
    ["required_version refuses it", { files: { "live/prod/main.tf": block("~> 1.11") } }],
  ])("the program on PATH will not do: %s", async (_, world) => {
    expect((await ran({ present: "1.5.7", ...world })).setup).toMatchObject({ result: "installed" });
  });

  it("the nearest file wins, and files of other tools are passed over", async () => {
    const files = {
      ".terraform-version": "1.0.0",
      "live/.tool-versions": "nodejs 22\n",
      "live/mise.toml": '[tools]\nterraform = "1.5.7"\n',
      "live/prod/.tool-versions": "nodejs 22\n",
      "live/prod/staging/.terraform-version": "0.1.0",
    };
    const { setup, effects } = await ran({ files });
    expect(setup).toMatchObject({ version: "1.5.7", source: "live/mise.toml:2" });
    expect(effects).toContain("toml");
    expect((await ran({ files, question: { directory: "" } })).setup).toMatchObject({
      version: "1.0.0",
      source: ".terraform-version:1",
    });
  });

  it("files in one directory that disagree are both named", async () => {
    const { setup, effects } = await ran({
      files: { ".tool-versions": "terraform 1.5.7", ".terraform-version": "1.11.4" },
    });
    expect(setup).toMatchObject({ version: "1.11.4" });
    expect(effects).toContain(
      "warning .terraform-version:1 says 1.11.4 and .tool-versions:1 says 1.5.7: the first of them is used",
    );
  });

  it("no TOML is loaded where there is none", async () => {
    expect((await ran({ files: { ".terraform-version": "1.5.7" } })).effects).not.toContain("toml");
  });

  it("required_version comes from the root module alone, all of it", async () => {
    const files = {
      "main.tf": block(">= 9"),
      "live/prod/a.tf": block(">= 1.0"),
      "live/prod/b.tf.json": '{"terraform":{"required_version":"< 1.11"}}',
    };
    expect((await ran({ files })).setup).toMatchObject({
      version: "1.5.7",
      source: "live/prod/a.tf:2, live/prod/b.tf.json:1",
    });
  });

  it("for OpenTofu its own files count", async () => {
    const files = {
      "live/prod/.terraform-version": "1.5.7",
      "live/prod/.opentofu-version": "1.9.0",
      "live/prod/main.tofu": block(">= 1.9"),
    };
    expect((await ran({ files, question: { product: "opentofu" } })).setup).toMatchObject({
      version: "1.9.0",
      source: "live/prod/.opentofu-version:1",
    });
  });

  it("nothing named and nothing there is no-version, with everything that can be done about it", async () => {
    const { setup } = await ran({});
    expect(setup).toMatchObject({
      reason: "no-version",
      what: expect.stringContaining("live/prod or above it") as unknown,
      remedy: expect.stringContaining(".terraform-version") as unknown,
    });
  });

  it("latest in a file against required_version names both", async () => {
    const { setup, effects } = await ran({
      files: { ".terraform-version": "latest", "live/prod/main.tf": block("< 1.11") },
    });
    expect(setup).toMatchObject({
      reason: "no-version",
      what: '.terraform-version:1 asks for latest (1.11.4), but live/prod/main.tf:2 requires "< 1.11"',
      remedy: expect.stringContaining("latest-allowed") as unknown,
    });
    expect(effects).not.toContain("install 1.11.4");
  });

  it("the input is only warned about required_version, also when that cannot be read", async () => {
    const against = await ran({ files: { "live/prod/main.tf": block(">= 1.11") }, question: { version: "1.5.7" } });
    expect(against.setup).toMatchObject({ version: "1.5.7" });
    expect(against.effects).toContainEqual(
      expect.stringContaining("warning The input terraform-version chose 1.5.7, but terraform will refuse to run"),
    );
    const broken = await ran({ files: { "live/prod/main.tf": block("^1.5") }, question: { version: "1.5.7" } });
    expect(broken.setup).toMatchObject({ version: "1.5.7" });
    expect(broken.effects).toContainEqual(expect.stringContaining("warning required_version was not compared"));
    expect((await ran({ files: { "live/prod/main.tf": block("^1.5") } })).setup).toMatchObject({
      reason: "invalid-input",
    });
  });

  it.each(["../../x", "1.9.0/../../evil", "1.9.0\\n", "latest; rm", "<2.0 || *"])(
    "H080: %j in a version file starts nothing",
    async (text) => {
      const { setup, effects } = await ran({ files: { ".terraform-version": text }, present: "1.5.7" });
      expect(setup).toMatchObject({ reason: "invalid-input", location: { file: ".terraform-version", line: 1 } });
      expect(effects).toEqual([]);
    },
  );
});

describe("findProduct", () => {
  it.each<[string, Record<string, string>, Product | undefined]>([
    ["nothing", { "main.tf": "" }, undefined],
    ["a version file", { ".terraform-version": "1.5.7" }, "terraform"],
    ["the nearest one", { ".terraform-version": "1.5.7", "live/prod/.opentofu-version": "1.9.0" }, "opentofu"],
    ["a file of both", { ".tool-versions": "opentofu 1.9.0\nterraform 1.5.7\n" }, "terraform"],
    ["a file of other tools", { ".tool-versions": "nodejs 22\n" }, undefined],
    ["a file that cannot be read", { ".terraform-version": "<<<", "live/prod/main.tofu": "" }, "opentofu"],
    [".tofu files", { "live/prod/main.tofu.json": "{}" }, "opentofu"],
    [".tofu files elsewhere", { "live/main.tofu": "" }, undefined],
  ])("%s", async (_, files, expected) => {
    const loadToml = async (): Promise<typeof parse> => parse;
    expect(await findProduct("live/prod", { files: filesOf(files), loadToml })).toBe(expected);
  });
});

describe("directoriesUpwards", () => {
  it.each([
    ["", [""]],
    [".", [""]],
    ["a", ["a", ""]],
    ["a/b/c", ["a/b/c", "a/b", "a", ""]],
  ])("%j", (directory, expected) => {
    expect(directoriesUpwards(directory)).toEqual(expected);
  });
});
