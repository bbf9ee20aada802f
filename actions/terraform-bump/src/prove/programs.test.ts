import { describe, expect, it } from "@jest/globals";
import { parse } from "smol-toml";
import { parseVersion, renderVersion } from "@handrail/terraform";
import type { Product } from "@handrail/terraform";
import { findProduct, provideProgram, type Present, type PresentQuestion } from "@handrail/terraform/install";
import { createPrograms } from "./programs.ts";
import type { Program, Scratch } from "./target-run.ts";

const copy = { path: "/copy", read: () => undefined, write: () => undefined, removeFolder: () => undefined };
const scratch: Scratch = { copy, privateFolder: "/private", dispose: () => undefined };

type World = { files?: Record<string, string>; onPath?: string[]; present?: Partial<Record<Product, string>> };

/** Programs of a world, and what was done to get them. */
function programsOf({ files = {}, onPath = ["terraform"], present = { terraform: "1.11.4" } }: World) {
  const done: string[] = [];
  const place = (product: Product, version: string): { directory: string; program: string } => {
    return { directory: "/tools", program: `/tools/${product}-${version}` };
  };
  const find = createPrograms({
    install: {
      findProduct,
      provideProgram,
      openWorkspace: () => ({
        read: async (file) => files[file],
        list: async (directory) =>
          Object.keys(files)
            .filter((file) => file.startsWith(`${directory}/`))
            .map((file) => file.slice(directory.length + 1)),
      }),
      findOnPath: async (program) => (onPath.includes(program) ? `/bin/${program}` : undefined),
      findPresent: async ({ product, cwd }: PresentQuestion): Promise<Present | undefined> => {
        done.push(`present ${product} in ${cwd}`);
        const version = present[product];
        return version === undefined ? undefined : { program: `/bin/${product}`, version: parseVersion(version) };
      },
    },
    installer: (product) => ({
      list: async () => {
        done.push(`list ${product}`);
        return ["1.5.7", "1.11.4", "1.12.0"].map(parseVersion);
      },
      cached: async () => undefined,
      install: async (version) => {
        done.push(`install ${product} ${renderVersion(version)}`);
        return place(product, renderVersion(version));
      },
    }),
    loadToml: async () => parse,
    environment: { PATH: "/bin" },
    exec: async () => {
      throw new Error("nothing is started");
    },
    log: { debug: () => undefined },
  });
  return {
    done,
    find: (wanted?: { product: Product; version: string }): Promise<Program> =>
      find({ scratch, directory: "live", ...(wanted === undefined ? {} : { wanted }) }),
  };
}

describe("createPrograms", () => {
  it.each<[string, World, string]>([
    ["the one on PATH where nothing is asked for", {}, "/bin/terraform 1.11.4"],
    [
      "the one on PATH that will do",
      { files: { "live/main.tf": 'terraform {\n  required_version = ">= 1.5"\n}\n' } },
      "/bin/terraform 1.11.4",
    ],
    [
      "another one where a file asks for it",
      { files: { ".terraform-version": "1.5.7" } },
      "/tools/terraform-1.5.7 1.5.7",
    ],
    [
      "the newest that will do",
      { files: { "live/main.tf": 'terraform {\n  required_version = "> 1.11.4"\n}\n' } },
      "/tools/terraform-1.12.0 1.12.0",
    ],
    ["OpenTofu where a file asks for it", { files: { ".opentofu-version": "1.9.0" } }, "/tools/opentofu-1.9.0 1.9.0"],
    [
      "OpenTofu where only that is there",
      { onPath: ["tofu"], present: { opentofu: "1.10.0" } },
      "/bin/opentofu 1.10.0",
    ],
  ])("takes %s", async (_, world, expected) => {
    const { path, version } = await programsOf(world).find();
    expect(`${path} ${version}`).toBe(expected);
  });

  it("takes what the bump brings, whatever the files say", async () => {
    const { find, done } = programsOf({ files: { ".terraform-version": "1.5.7" } });
    expect(await find({ product: "terraform", version: "1.12.0" })).toEqual({
      path: "/tools/terraform-1.12.0",
      product: "terraform",
      version: "1.12.0",
    });
    expect((await find({ product: "terraform", version: "1.11.4" })).path).toBe("/bin/terraform");
    expect((await find({ product: "opentofu", version: "1.12.0" })).path).toBe("/tools/opentofu-1.12.0");
    expect(done.filter((each) => each.startsWith("list"))).toEqual([]);
  });

  it("looks up and installs once, and asks PATH where it will be used", async () => {
    const { find, done } = programsOf({
      files: { "live/main.tf": 'terraform {\n  required_version = "> 1.11.4"\n}\n' },
    });
    await Promise.all([find(), find()]);
    await find();
    expect(done).toContain("present terraform in /copy/live");
    expect(done.filter((each) => !each.startsWith("present"))).toEqual(["list terraform", "install terraform 1.12.0"]);
  });

  it("says what is wrong where nothing can be had", async () => {
    await expect(programsOf({ files: { ".terraform-version": "<<" } }).find()).rejects.toMatchObject({
      reason: "invalid-input",
    });
    await expect(programsOf({ onPath: [], present: {} }).find()).rejects.toMatchObject({ reason: "no-version" });
  });
});
