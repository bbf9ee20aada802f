import { describe, expect, it } from "@jest/globals";
import { findChecksum, parseIndex, platformOf, releaseFiles, releasePlaces, type Platform } from "./releases.ts";
import { parseVersion } from "./version.ts";

const linux: Platform = { os: "linux", arch: "amd64" };
const mac: Platform = { os: "darwin", arch: "arm64" };

function namesIn(document: unknown, platform: Platform): string[] | undefined {
  return parseIndex("terraform", document, platform)?.map(({ text }) => text);
}

describe("names and places", () => {
  it("knows the platforms it installs on", () => {
    expect(platformOf("linux", "x64")).toEqual(linux);
    expect(platformOf("darwin", "arm64")).toEqual(mac);
    expect(platformOf("win32", "x64")).toBeUndefined();
    expect(platformOf("linux", "ia32")).toBeUndefined();
    expect(platformOf("__proto__", "constructor")).toBeUndefined();
  });

  it("names terraform's files as HashiCorp does", () => {
    expect(releaseFiles("terraform", parseVersion("1.11.4"), linux)).toEqual({
      zip: "terraform_1.11.4_linux_amd64.zip",
      sums: "terraform_1.11.4_SHA256SUMS",
      signature: "terraform_1.11.4_SHA256SUMS.sig",
      program: "terraform",
    });
    const { index, directory } = releasePlaces("terraform", undefined);
    expect(index).toEqual(["https://releases.hashicorp.com/terraform/index.json"]);
    expect(directory(parseVersion("1.12.0-rc1"))).toEqual(["https://releases.hashicorp.com/terraform/1.12.0-rc1/"]);
  });

  it("names OpenTofu's files as its release page does", () => {
    expect(releaseFiles("opentofu", parseVersion("1.8.0"), mac)).toEqual({
      zip: "tofu_1.8.0_darwin_arm64.zip",
      sums: "tofu_1.8.0_SHA256SUMS",
      signature: "tofu_1.8.0_SHA256SUMS.gpgsig",
      program: "tofu",
    });
    const { index, directory } = releasePlaces("opentofu", undefined);
    expect(index).toEqual(["https://get.opentofu.org/tofu/api.json"]);
    expect(directory(parseVersion("1.8.0"))).toEqual([
      "https://github.com/opentofu/opentofu/releases/download/v1.8.0/",
    ]);
  });

  it.each(["https://mirror.example/hashicorp", "https://mirror.example/hashicorp/"])(
    "a mirror at %s has the same layout",
    (base) => {
      expect(releasePlaces("terraform", base).index).toEqual(["https://mirror.example/hashicorp/terraform/index.json"]);
      expect(releasePlaces("opentofu", base).index).toContain("https://mirror.example/hashicorp/tofu/api.json");
    },
  );
});

describe("parseIndex", () => {
  const terraform = {
    name: "terraform",
    versions: {
      "1.11.4": { builds: [{ filename: "terraform_1.11.4_linux_amd64.zip", os: "linux" }] },
      "1.0.0": {
        builds: [{ filename: "terraform_1.0.0_linux_amd64.zip" }, { filename: "terraform_1.0.0_darwin_arm64.zip" }],
      },
      "1.12.0-beta1": { builds: [{ filename: "terraform_1.12.0-beta1_linux_amd64.zip" }] },
      "1.5.0": {},
      "../../evil": { builds: [] },
      "1.5": { builds: [] },
      __proto__: { builds: [] },
    },
  };

  it("lists what was built for the platform", () => {
    expect(namesIn(terraform, linux)).toEqual(["1.11.4", "1.0.0", "1.12.0-beta1", "1.5.0"]);
    expect(namesIn(terraform, mac)).toEqual(["1.0.0", "1.5.0"]);
  });

  it("reads OpenTofu's list", () => {
    const document = {
      versions: [
        { id: "1.8.0", files: ["tofu_1.8.0_linux_amd64.zip"] },
        { id: "1.7.0", files: ["x"] },
        { id: 3 },
        null,
      ],
    };
    expect(parseIndex("opentofu", document, linux)?.map(({ text }) => text)).toEqual(["1.8.0"]);
  });

  it.each([undefined, null, "<html>", [], {}, { versions: 3 }])("%j is no index", (document) => {
    expect(parseIndex("terraform", document, linux)).toBeUndefined();
  });

  it("H072: an index with __proto__ pollutes nothing", () => {
    const document: unknown = JSON.parse(
      '{"__proto__": {"versions": {}}, "constructor": {"prototype": {"polluted": 1}}}',
    );
    expect(parseIndex("terraform", document, linux)).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("findChecksum", () => {
  const sum = "a".repeat(64);
  const other = "b".repeat(64);

  it.each([
    [`${sum}  x.zip\n${other}  y.zip\n`, sum],
    [`${sum.toUpperCase()} *x.zip\r\n`, sum],
    [`${sum}  x.zip\n${sum}  x.zip`, sum],
    [`${sum}  x.zip\n${other}  x.zip\n`, undefined],
    [`${sum}  dir/x.zip\n`, undefined],
    [`${sum.slice(1)}  x.zip\n`, undefined],
    ["<html></html>", undefined],
    ["", undefined],
  ])("%j", (text, expected) => {
    expect(findChecksum(text, "x.zip")).toBe(expected);
  });
});
