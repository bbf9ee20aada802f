import { describe, expect, it } from "@jest/globals";
import type { Dependency } from "../find/mention.ts";
import { module, provider, terraform, update } from "./proposal-fixture.ts";
import { providerRules } from "./risk-rules-providers.ts";
import { opentofuRules, terraformRules } from "./risk-rules-terraform.ts";
import { findRisks } from "./risks.ts";

const aws = provider("hashicorp", "aws");
const opentofu: Dependency = { kind: "terraform", name: "opentofu", source: { from: "releases", product: "opentofu" } };

const ids = (dependency: Dependency, from: string, to: string, more: object = {}): string[] =>
  findRisks(update({ dependency, from, to, ...more })).map(({ id }) => id);

describe("findRisks", () => {
  it.each([
    ["0.11.14", "0.11.15", []],
    ["0.11.15", "0.12.31", ["terraform-0.12-language", "terraform-0.12-state"]],
    ["0.12.31", "0.13.7", ["terraform-0.13-state", "terraform-0.13-sources", "terraform-0.13-provisioners"]],
    ["0.13.7", "0.14.11", ["terraform-0.14-state", "terraform-0.14-lock-file"]],
    ["0.14.11", "0.15.5", ["terraform-0.15-removed"]],
    ["0.15.5", "1.1.9", []],
    ["1.0.11", "1.1.1", ["terraform-1.1-forbidden"]],
    ["1.1.0", "1.1.9", ["terraform-1.1-left"]],
    ["1.1.9", "1.2.9", ["terraform-1.2-tls"]],
    ["1.2.9", "1.3.10", ["terraform-1.3-backends", "terraform-1.3-azurerm", "terraform-1.3-optional"]],
    ["1.5.6", "1.5.7", []],
    ["1.5.7", "1.6.0-rc1", ["terraform-1.6-licence", "terraform-1.6-s3"]],
    ["1.6.0", "1.6.6", []],
    ["1.9.8", "1.10.5", ["terraform-1.10-s3", "terraform-1.10-moved"]],
    ["1.14.3", "1.15.9", []],
    ["nonsense", "1.15.9", []],
  ])("terraform %s -> %s", (from, to, expected) => expect(ids(terraform, from, to)).toEqual(expected));

  it("names the licence and every 1.x trap from 0.14 to the newest, worst first", () => {
    const found = findRisks(update({ dependency: terraform, from: "0.14.11", to: "1.14.3" }));
    const known = terraformRules.filter(({ at }) => !/^0\.1[234]\./.test(at));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(known.map(({ id }) => id)));
    const order = found.map(({ severity }) => ["stop", "check", "note"].indexOf(severity));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it.each([
    ["2.70.0", "3.76.1", ["aws-3-terraform", "aws-3-hashes", "aws-3-credentials"]],
    ["3.76.1", "4.67.0", ["aws-4-s3", "aws-4-defaults", "aws-4-log-group"]],
    ["4.67.0", "5.100.0", ["aws-5-terraform", "aws-5-classic", "aws-5-snapshots", "aws-5-provider"]],
    ["5.100.0", "6.2.0", ["aws-6-removed", "aws-6-region", "aws-6-user-data", "aws-6-redshift"]],
    ["6.1.0", "6.2.0", []],
  ])("aws %s -> %s", (from, to, expected) =>
    expect(ids(aws, from, to, { isMajor: from[0] !== to[0] })).toEqual(expected),
  );

  it("does not take another's provider, or a module, for aws", () => {
    expect(ids(provider("evil", "aws"), "3.0.0", "4.0.0")).toEqual([]);
    const own: Dependency = {
      kind: "provider",
      name: "example.com/hashicorp/aws",
      source: { from: "providers", host: "example.com", namespace: "hashicorp", type: "aws" },
    };
    expect(ids(own, "3.0.0", "4.0.0")).toEqual([]);
    expect(ids(provider("constructor", "prototype"), "3.0.0", "4.0.0")).toEqual([]);
    expect(ids(module("hashicorp", "aws", "x"), "3.0.0", "4.0.0")).toEqual([]);
    const tofu: Dependency = {
      ...aws,
      source: { from: "providers", host: "registry.opentofu.org", namespace: "hashicorp", type: "aws" },
    };
    expect(ids(tofu, "4.67.0", "5.0.0")).toContain("aws-5-terraform");
  });

  it("knows OpenTofu's traps, and not Terraform's licence for it", () => {
    expect(ids(opentofu, "1.7.3", "1.11.0")).toEqual(["opentofu-1.8-s3"]);
    expect(ids(opentofu, "1.5.0", "1.6.2")).toEqual([]);
  });

  it("warns of any other major, and of rungs", () => {
    expect(ids(provider("acme", "x"), "1.9.0", "2.0.0", { isMajor: true })).toEqual(["major"]);
    expect(ids(provider("acme", "x"), "1.9.0", "2.0.0", { isMajor: true, isRung: true })).toEqual(["rung", "major"]);
    expect(ids(aws, "5.100.0", "6.0.0", { isMajor: true, isRung: true })).toContain("rung");
    const [early] = findRisks(
      update({ dependency: provider("acme", "x"), from: "0.9.0", to: "0.10.0", isMajor: true }),
    );
    expect(early?.text).toContain("Before 1.0");
    const [google] = findRisks(
      update({ dependency: provider("hashicorp", "google"), from: "6.1.0", to: "7.0.0", isMajor: true }),
    );
    expect(google?.source).toBe(
      "https://registry.terraform.io/providers/hashicorp/google/7.0.0/docs/guides/version_7_upgrade",
    );
  });

  it("marks what is used, and tells it first among equals", () => {
    const uses = {
      backends: [
        { name: "etcdv3", file: "a/main.tf", line: 3 },
        { name: "s3", file: "b/main.tf", line: 1 },
      ],
      resourceTypes: [
        { name: "aws_opsworks_stack", file: "c/main.tf", line: 9 },
        { name: "aws_instance_x", file: "c/main.tf", line: 12 },
      ],
    };
    const backends = findRisks(update({ dependency: terraform, from: "1.2.9", to: "1.3.10" }), uses);
    expect(backends[0]).toMatchObject({
      id: "terraform-1.3-backends",
      affected: [{ name: "etcdv3", file: "a/main.tf", line: 3 }],
    });
    expect(backends.slice(1).map(({ affected }) => affected)).toEqual([[], []]);
    const resources = findRisks(update({ dependency: aws, from: "5.100.0", to: "6.2.0" }), uses);
    expect(resources.filter(({ affected }) => affected.length > 0)).toMatchObject([
      { id: "aws-6-removed", affected: [{ name: "aws_opsworks_stack" }] },
    ]);
  });
});

describe("the rules", () => {
  const all = [...terraformRules, ...opentofuRules, ...Object.values(providerRules).flat()];

  it("have different names, a version, a sentence and a page", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const rule of all) {
      expect(rule.at).toMatch(/^\d+\.\d+\.\d+$/);
      expect(rule.text).toMatch(/\.$/);
      expect(rule.source).toMatch(
        /^https:\/\/(?:developer\.hashicorp\.com|registry\.terraform\.io|github\.com\/hashicorp|opentofu\.org)\//,
      );
    }
  });
});
