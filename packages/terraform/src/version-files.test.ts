import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { parse as toml } from "smol-toml";
import { isTomlFile, parseVersionFile, versionFileNames, type Product } from "./version-files.ts";

function read(file: string, text: string, product: Product = "terraform"): unknown {
  const wish = parseVersionFile(file, text, product, toml);
  return wish === undefined ? undefined : [wish.request.kind, wish.text, wish.location.file, wish.location.line];
}

function failureOf(file: string, text: string): Failure {
  try {
    read(file, text);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error(`${file} was accepted`);
}

describe("parseVersionFile", () => {
  it.each<[string, string, Product, unknown]>([
    [".terraform-version", "1.11.4\n", "terraform", ["exact", "1.11.4", ".terraform-version", 1]],
    [
      "live/.terraform-version",
      "\uFEFF# ours\r\n\r\n  v1.11.4  \r\n",
      "terraform",
      ["exact", "v1.11.4", "live/.terraform-version", 3],
    ],
    [".terraform-version", "latest", "terraform", ["latest", "latest", ".terraform-version", 1]],
    [".terraform-version", "latest:^1\\.8", "terraform", ["pattern", "latest:^1\\.8", ".terraform-version", 1]],
    [".terraform-version", "min-required", "terraform", ["min-required", "min-required", ".terraform-version", 1]],
    [
      ".terraform-version",
      "latest-allowed",
      "terraform",
      ["latest-allowed", "latest-allowed", ".terraform-version", 1],
    ],
    [".terraform-version", "# nothing\n", "terraform", undefined],
    [".terraform-version", "1.11.4", "opentofu", undefined],
    [".opentofu-version", "1.8.0", "opentofu", ["exact", "1.8.0", ".opentofu-version", 1]],
    [".opentofu-version", "1.8.0", "terraform", undefined],
    [
      ".tool-versions",
      "nodejs 22\nterraform 1.5.7 1.4.0 # old\n",
      "terraform",
      ["exact", "1.5.7", ".tool-versions", 2],
    ],
    [".tool-versions", "terraform-docs 0.18.0\nterraform\t1.5\n", "terraform", ["prefix", "1.5", ".tool-versions", 2]],
    [".tool-versions", "terraform 1.5.7\nopentofu 1.8.0\n", "opentofu", ["exact", "1.8.0", ".tool-versions", 2]],
    [".tool-versions", "nodejs 22\n", "terraform", undefined],
    ["mise.toml", '[tools]\nnode = "22"\nterraform = "1.11"\n', "terraform", ["prefix", "1.11", "mise.toml", 3]],
    [
      ".mise.toml",
      '[tools]\nterraform = { version = "1.11.4", os = ["linux"] }\n',
      "terraform",
      ["exact", "1.11.4", ".mise.toml", 2],
    ],
    ["mise.toml", '[tools]\nterraform = ["1.11.4", "1.5.7"]\n', "terraform", ["exact", "1.11.4", "mise.toml", 2]],
    ["mise.toml", '[tools]\nterraform = [{ version = "latest" }]\n', "terraform", ["latest", "latest", "mise.toml", 2]],
    ["mise.toml", '[tools]\n"aqua:hashicorp/terraform" = "1.11.4"\n', "terraform", ["exact", "1.11.4", "mise.toml", 2]],
    ["mise.toml", '[tools.terraform]\nversion = "1.11.4"\n', "terraform", ["exact", "1.11.4", "mise.toml", 1]],
    ["mise.toml", '[tools]\nopentofu = "prefix:1.8"\n', "opentofu", ["prefix", "prefix:1.8", "mise.toml", 2]],
    ["mise.toml", "[env]\nA = 1\n", "terraform", undefined],
    ["mise.toml", '[tools]\nnode = "22"\n', "terraform", undefined],
    [".tfswitchrc", "1.5.7\n", "terraform", ["exact", "1.5.7", ".tfswitchrc", 1]],
    [
      ".tfswitch.toml",
      'bin = "/usr/local/bin/terraform"\nversion = "1.5.7"\n',
      "terraform",
      ["exact", "1.5.7", ".tfswitch.toml", 2],
    ],
    [".tfswitch.toml", 'version = "1.8.0"\nproduct = "opentofu"\n', "terraform", undefined],
    [
      ".tfswitch.toml",
      'version = "1.8.0"\nproduct = "opentofu"\n',
      "opentofu",
      ["exact", "1.8.0", ".tfswitch.toml", 1],
    ],
    [".tfswitch.toml", 'bin = "x"\n', "terraform", undefined],
    ["other.toml", 'version = "1.8.0"\n', "terraform", undefined],
  ])("%s %j for %s", (file, text, product, expected) => {
    expect(read(file, text, product)).toEqual(expected);
  });

  it.each([
    [".terraform-version", "1.5.7\n1.6.0\n", ".terraform-version:2: more than one version is named"],
    ["a/.terraform-version", "\nstable\n", 'a/.terraform-version:2: "stable" is not a version'],
    [".tool-versions", "terraform ref:main\n", '.tool-versions:1: "ref:main" is not a version'],
    ["mise.toml", "[tools]\nterraform = 1.10\n", "mise.toml:2: the version is not a text in quotes"],
    ["mise.toml", '[tools]\nterraform = "system"\n', 'mise.toml:2: "system" is not a version'],
    ["mise.toml", "[tools\n", "mise.toml:1: Invalid TOML document"],
    [".tfswitch.toml", 'version = "1.x"\n', '.tfswitch.toml:1: "1.x" is not a version constraint'],
  ])("%s %j is an error with its place", (file, text, message) => {
    const failure = failureOf(file, text);
    expect(failure.reason).toBe("invalid-input");
    expect(failure.what).toContain(message);
    expect(failure.what).not.toContain("\n");
    expect(failure.remedy).not.toBe("");
    expect(failure.location).toMatchObject({ file });
  });

  it.each([["../../x"], ["1.9.0/../../evil"], ["1.9.0\\n"], ["latest; rm"], ["<2.0 || *"], ["latest:(a+)+$"]])(
    "H080: .terraform-version with %j is refused",
    (text) => {
      expect(failureOf(".terraform-version", text).reason).toBe("invalid-input");
    },
  );

  it("H072: keys named like Object's own are data", () => {
    const text = '[tools.__proto__]\nterraform = "1.2.3"\n[constructor.prototype]\npolluted = true\n';
    expect(read("mise.toml", text)).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(read(".tfswitch.toml", '[__proto__]\nversion = "1.2.3"\n')).toBeUndefined();
  });

  it("any text is a wish, nothing, or a Failure that names the file", () => {
    const names = [...new Set([...versionFileNames("terraform"), ...versionFileNames("opentofu")])];
    const piece = fc.constantFrom(
      "terraform",
      " ",
      "1.5.7",
      "=",
      '"',
      "[tools]",
      "\n",
      "{",
      "version",
      "latest",
      ":",
      "^",
      "#",
      "\r",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join("")),
        ),
        (name, text) => {
          for (const product of ["terraform", "opentofu"] as const) {
            try {
              parseVersionFile(name, text, product, toml);
            } catch (error) {
              expect(error).toBeInstanceOf(Failure);
              expect((error as Failure).what.startsWith(name)).toBe(true);
            }
          }
        },
      ),
      { numRuns: runs(500, 100_000), seed: seed() },
    );
  });
});

describe("versionFileNames", () => {
  it("has the most important first", () => {
    expect(versionFileNames("terraform")).toEqual([
      ".terraform-version",
      ".tool-versions",
      "mise.toml",
      ".mise.toml",
      ".tfswitchrc",
      ".tfswitch.toml",
    ]);
    expect(versionFileNames("opentofu")).toEqual([
      ".opentofu-version",
      ".tool-versions",
      "mise.toml",
      ".mise.toml",
      ".tfswitch.toml",
    ]);
    expect(versionFileNames("terraform").filter(isTomlFile)).toEqual(["mise.toml", ".mise.toml", ".tfswitch.toml"]);
  });
});
