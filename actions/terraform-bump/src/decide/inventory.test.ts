import { describe, expect, it } from "@jest/globals";
import { dependenciesToLookUp } from "./inventory.ts";
import { policy, world } from "./world-fixture.ts";
import type { Policy } from "./policy.ts";

const given = world({
  directories: {
    live: {
      terraform: "~> 1.5",
      providers: { "hashicorp/aws": "~> 5.0", "registry.example.com/acme/x": "1.0.0" },
      modules: { "acme/vpc/aws": "1.0.0" },
      lock: { "hashicorp/aws": "5.0.0", "hashicorp/random": "3.1.0", "terraform.io/builtin/terraform": "0.0.0" },
    },
    other: {
      providers: { "hashicorp/aws": "~> 5.0" },
      modules: { "acme/vpc/aws": "2.0.0", "github.com/acme/net": "v|v1.0.0" },
    },
  },
});

function names(wanted: Parameters<typeof policy>[0]): string[] {
  return dependenciesToLookUp(given.findings, given.locks, policy(wanted)).map(({ name }) => name);
}

describe("what is looked up", () => {
  it("is each dependency once", () => {
    expect(names({})).toEqual([
      "acme/vpc/aws",
      "github.com/acme/net",
      "hashicorp/aws",
      "hashicorp/random",
      "registry.example.com/acme/x",
      "terraform",
    ]);
  });

  it.each<[Policy["kinds"], string[]]>([
    [new Set(["terraform"]), ["terraform"]],
    [new Set(["modules"]), ["acme/vpc/aws", "github.com/acme/net"]],
    [new Set(["providers"]), ["hashicorp/aws", "registry.example.com/acme/x"]],
    [new Set(["lock-file"]), ["hashicorp/aws", "hashicorp/random", "registry.example.com/acme/x"]],
  ])("is what is selected: %p", (kinds, expected) => {
    expect(names({ kinds })).toEqual(expected);
  });

  it("is not what is ignored altogether, or not allowed", () => {
    expect(
      names({ ignore: ["registry.example.com/*", "hashicorp/aws >= 6"], allow: ["*/x", "hashicorp/aws < 7"] }),
    ).toEqual(["hashicorp/aws"]);
  });

  it("is the provider that a root module asks for, by whichever public registry its lock file names it", () => {
    const both = world({
      directories: {
        terraform: {
          providers: { "hashicorp/aws": "~> 5.0" },
          lock: { "registry.opentofu.org/hashicorp/aws": "5.0.0" },
        },
        tofu: { providers: { "registry.opentofu.org/hashicorp/aws": "~> 5.0" }, lock: { "hashicorp/aws": "5.0.0" } },
        neither: { lock: { "registry.opentofu.org/hashicorp/random": "3.1.0" } },
      },
    });
    const found = dependenciesToLookUp(both.findings, both.locks, policy()).map(({ name }) => name);
    expect(found).toEqual([
      "hashicorp/aws",
      "registry.opentofu.org/hashicorp/aws",
      "registry.opentofu.org/hashicorp/random",
    ]);
  });
});
