import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Dependency, Source } from "../find/mention.ts";
import { linksOf } from "./links.ts";
import { awsNotes, gitModule, module, provider, terraform, update } from "./proposal-fixture.ts";
import { tagPrefix } from "./tag.ts";
import { upgradeGuides } from "./upgrade-guides.ts";
import { parseRepository, repositoryOf } from "./web-address.ts";

const serverUrl = "https://github.com";

describe("repositoryOf", () => {
  const git = (url: string): Source => ({ from: "git", url });
  it.each([
    [terraform.source, undefined, "https://github.com/hashicorp/terraform"],
    [{ from: "releases", product: "opentofu" } as const, undefined, "https://github.com/opentofu/opentofu"],
    [provider("hashicorp", "aws").source, undefined, "https://github.com/hashicorp/terraform-provider-aws"],
    [provider("hashicorp", "aws").source, "https://github.com/octo-org/fork", "https://github.com/octo-org/fork"],
    [provider("acme", "x").source, undefined, undefined],
    [provider("acme", "x").source, "javascript:alert(1)", undefined],
    [git("https://github.com/acme/network.git"), undefined, "https://github.com/acme/network"],
    [git("ssh://git@github.com/acme/network.git"), undefined, "https://github.com/acme/network"],
    [git("git@github.com:acme/network.git"), undefined, "https://github.com/acme/network"],
    [git("https://gitlab.com/a/b/c"), undefined, "https://gitlab.com/a/b/c"],
    [git("file:///srv/git/x.git"), undefined, undefined],
  ])("%j, %j", (source, page, expected) => expect(repositoryOf(source, page)?.url).toBe(expected));

  it.each([
    "http://github.com/a/b",
    "https://user:secret@github.com/a/b",
    "https://github.com:8443/a/b",
    "https://github.com/a",
    "https://github.com/a/b](javascript:x)",
    "https://github.com/a/../b/../..",
    "https://github.com/a/b%0a",
    "https://[::1]/a/b",
    "",
  ])("refuses %j", (page) => expect(parseRepository(page)).toBeUndefined());

  it("gives nothing that could end a link", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, more) => {
        const found = parseRepository(`${url}/a${more}`);
        if (found !== undefined) expect(found.url).toMatch(/^https:\/\/[\w.-]+\/[\w.~/-]+$/);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});

describe("tagPrefix", () => {
  it.each([
    ["v1.2.3", "1.2.3", "v"],
    ["1.2.3", "1.2.3", ""],
    ["vpc/v1.2.3", "1.2.3", "vpc/v"],
    ["vpc2/v1.2", "1.2.0", "vpc2/v"],
    ["release-1.2", "1.2.0", "release-"],
    ["main", "1.2.0", undefined],
  ])("%s of %s", (tag, version, expected) => expect(tagPrefix(tag, version)).toBe(expected));
});

describe("linksOf", () => {
  const linksFor = (dependency: Dependency, from: string, to: string, more: object = {}, notes?: typeof awsNotes) =>
    linksOf(update({ dependency, from, to, ...more }), {
      repository: repositoryOf(dependency.source, undefined),
      notes,
      serverUrl,
    });

  it("of a provider", () => {
    expect(linksFor(provider("hashicorp", "aws"), "5.99.0", "6.2.0")).toEqual({
      pages: [
        { text: "Compare", url: "https://github.com/hashicorp/terraform-provider-aws/compare/v5.99.0...v6.2.0" },
        { text: "Changelog", url: "https://github.com/hashicorp/terraform-provider-aws/blob/v6.2.0/CHANGELOG.md" },
        { text: "Documentation", url: "https://registry.terraform.io/providers/hashicorp/aws/6.2.0/docs" },
      ],
      guides: [
        {
          text: "6.0",
          url: "https://registry.terraform.io/providers/hashicorp/aws/6.2.0/docs/guides/version-6-upgrade",
        },
      ],
    });
  });

  it("of a module with tags of its own, encoded", () => {
    const network = gitModule("github.com/acme/network", "https://github.com/acme/network.git");
    expect(linksFor(network, "1.2.0", "1.3.0", { tag: "a (b)/v1.3.0" }).pages).toEqual([
      { text: "Compare", url: "https://github.com/acme/network/compare/a%20%28b%29/v1.2.0...a%20%28b%29/v1.3.0" },
      { text: "Release", url: "https://github.com/acme/network/releases/tag/a%20%28b%29/v1.3.0" },
    ]);
  });

  it("guesses no tag of a registry module, and takes those of its releases", () => {
    const vpc = module("terraform-aws-modules", "vpc", "aws");
    const repository = parseRepository("https://github.com/terraform-aws-modules/terraform-aws-vpc");
    const given = update({ dependency: vpc, from: "5.0.0", to: "5.1.0" });
    expect(linksOf(given, { repository, notes: undefined, serverUrl }).pages.map(({ text }) => text)).toEqual([
      "Releases",
      "Documentation",
    ]);
    const notes = { ...awsNotes, tag: "v5.1.0", formerTag: "5.0.0" };
    expect(linksOf(given, { repository, notes, serverUrl }).pages[0]?.url).toBe(
      "https://github.com/terraform-aws-modules/terraform-aws-vpc/compare/5.0.0...v5.1.0",
    );
  });

  it("of other hosts", () => {
    const gitlab = gitModule("gitlab.com/acme/network", "https://gitlab.com/acme/network.git");
    expect(linksFor(gitlab, "1.2.0", "1.3.0", { tag: "v1.3.0" }).pages).toEqual([
      { text: "Compare", url: "https://gitlab.com/acme/network/-/compare/v1.2.0...v1.3.0" },
      { text: "Source (gitlab.com)", url: "https://gitlab.com/acme/network" },
    ]);
    const other = gitModule("git.example.com/acme/network", "https://git.example.com/acme/network.git");
    expect(linksFor(other, "1.2.0", "1.3.0", { tag: "v1.3.0" }).pages.map(({ text }) => text)).toEqual([
      "Source (git.example.com)",
    ]);
    const server = {
      repository: parseRepository("https://git.example.com/acme/network"),
      notes: undefined,
      serverUrl: "https://git.example.com",
    };
    expect(
      linksOf(update({ dependency: other, from: "1.2.0", to: "1.3.0", tag: "v1.3.0" }), server).pages.map(
        ({ text }) => text,
      ),
    ).toEqual(["Compare", "Release"]);
  });
});

describe("upgradeGuides", () => {
  const texts = (dependency: Dependency, from: string, to: string): string[] =>
    upgradeGuides(dependency, from, to).map(({ text }) => text);
  const pages = (dependency: Dependency, from: string, to: string): string[] =>
    upgradeGuides(dependency, from, to).map(({ url }) => url.replace(/^https:\/\/[^/]+\//, ""));

  it.each([
    ["0.11.14", "0.11.15", []],
    ["0.11.15", "0.12.31", ["0.12"]],
    ["0.12.31", "0.14.11", ["0.13", "0.14"]],
    ["0.14.11", "1.3.10", ["0.15", "1.0", "1.1", "1.2", "1.3"]],
    ["1.9.8", "1.11.4", ["1.10", "1.11"]],
    ["1.11.4", "1.9.8", []],
  ])("terraform %s -> %s", (from, to, expected) => expect(texts(terraform, from, to)).toEqual(expected));

  it("leads to the pages that exist", () => {
    expect(pages(terraform, "0.15.5", "1.2.0")).toEqual([
      "terraform/language/v1.1.x/upgrade-guides/1-0",
      "terraform/language/v1.1.x/upgrade-guides/1-1",
      "terraform/language/v1.2.x/upgrade-guides",
    ]);
    expect(pages(provider("hashicorp", "azurerm"), "3.117.0", "4.1.0")).toEqual([
      "providers/hashicorp/azurerm/4.1.0/docs/guides/4.0-upgrade-guide",
    ]);
    expect(pages(provider("hashicorp", "kubernetes"), "1.13.0", "2.38.0")).toEqual([
      "providers/hashicorp/kubernetes/2.38.0/docs/guides/v2-upgrade-guide",
    ]);
    expect(pages(provider("hashicorp", "google"), "4.0.0", "6.1.0")).toEqual([
      "providers/hashicorp/google/6.1.0/docs/guides/version_5_upgrade",
      "providers/hashicorp/google/6.1.0/docs/guides/version_6_upgrade",
    ]);
    expect(pages(provider("acme", "x"), "1.0.0", "2.0.0")).toEqual([]);
    expect(pages(provider("hashicorp", "aws"), "6.1.0", "6.2.0")).toEqual([]);
    const opentofu: Dependency = {
      kind: "terraform",
      name: "opentofu",
      source: { from: "releases", product: "opentofu" },
    };
    expect(pages(opentofu, "1.6.2", "1.9.0")).toEqual(["docs/v1.9/intro/upgrading/"]);
    expect(pages(opentofu, "1.9.0", "1.9.1")).toEqual([]);
  });
});
