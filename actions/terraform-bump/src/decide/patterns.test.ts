import { parseVersion } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import type { Dependency } from "../find/mention.ts";
import { meansVersion, namesDependency, parsePatterns } from "./patterns.ts";
import { module, provider, terraform } from "./world-fixture.ts";

function isMeant(line: string, dependency: Dependency, version: string): boolean {
  const [pattern] = parsePatterns([line]);
  if (pattern === undefined) throw new Error("no pattern");
  return namesDependency(pattern, dependency) && meansVersion(pattern, dependency, parseVersion(version));
}

describe("a line of ignore or allow", () => {
  const network = module("github.com/acme/network");
  it.each<[string, Dependency, string, boolean]>([
    ["hashicorp/aws", provider("hashicorp/aws"), "5.0.0", true],
    ["HashiCorp/AWS", provider("hashicorp/aws"), "5.0.0", true],
    ["hashicorp/aws", provider("hashicorp/awscc"), "1.0.0", false],
    ["hashicorp/*", provider("hashicorp/awscc"), "1.0.0", true],
    ["hashicorp/*", provider("acme/hashicorp"), "1.0.0", false],
    ["*", terraform, "1.0.0", true],
    ["*/aws", module("acme/vpc/aws"), "1.0.0", true],
    ["acme/?pc/aws", module("acme/vpc/aws"), "1.0.0", true],
    ["github.com/acme/*", network, "1.0.0", true],
    ["terraform", provider("hashicorp/terraform"), "1.0.0", false],
    ["hashicorp/aws >= 6", provider("hashicorp/aws"), "5.9.0", false],
    ["hashicorp/aws >= 6", provider("hashicorp/aws"), "6.0.0", true],
    ["hashicorp/aws >= 6", provider("hashicorp/aws"), "6.0.0-beta1", true],
    ["hashicorp/aws    >= 6, < 7", provider("hashicorp/aws"), "7.0.0", false],
    // Each dialect means its own: for providers `~> 1` ends before 2.0, for modules and terraform it does not.
    ["hashicorp/aws ~> 1", provider("hashicorp/aws"), "2.0.0", false],
    ["acme/vpc/aws ~> 1", module("acme/vpc/aws"), "2.0.0", true],
    ["terraform ~> 1", terraform, "2.0.0", true],
    ["* v1.2.0", module("acme/vpc/aws"), "1.2.0", true],
    ["* v1.2.0", provider("hashicorp/aws"), "1.2.0", false],
    ["terraform 1.6.0", terraform, "1.6.0", true],
  ])("%s of %j at %s: %j", (line, dependency, version, expected) => {
    expect(isMeant(line, dependency, version)).toBe(expected);
  });

  it.each([
    ["", "a dependency has a name"],
    [">= 5.0", "names no dependency"],
    ["hashicorp/aws, hashicorp/google", "name one a line"],
    ["'hashicorp/aws'", "without quotes"],
    ["hashicorp/aws ^5.0", 'Terraform has no "^"'],
    ["hashicorp/aws five", "not a version constraint"],
    ["terraform 1.6.0-rc1", "pre-release"],
    ["a".repeat(600), "too long"],
  ])("%j is refused: %s", (line, message) => {
    expect(() => parsePatterns(["terraform", line])).toThrow(RangeError);
    expect(() => parsePatterns([line])).toThrow(message);
  });
});
