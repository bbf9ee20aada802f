/** terraform-bump from its bundle: real git, a registry and a GitHub on loopback. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openBumpStage, type BumpStage } from "./terraform-bump-stage.ts";

const open: { stage?: BumpStage } = {};
afterEach(() => open.stage?.close());

const files = {
  "live/prod/versions.tf": `terraform {
  required_version = "~> 1.5" # the team's floor
  required_providers {
    foo = {
      source  = "acme/foo"
      version = "~> 1.2"
    }
  }
}
`,
  "live/prod/main.tf": `module "network" {
  source  = "shop/network/generic"
  version = "~> 2.1.0"
}
`,
  ".terraform-version": "1.5.7\n",
};

const registry = {
  providers: [{ source: "acme/foo", versions: ["1.2.0", "1.3.0", "2.0.1"] }],
  modules: [{ source: "shop/network/generic", versions: ["2.1.0", "2.2.0", "3.0.0"] }],
};

describe("terraform-bump", () => {
  it("opens a pull request for each dependency, and does nothing when it runs again", async () => {
    open.stage = await openBumpStage(files, { registry, versions: ["1.5.7", "1.11.4"] });
    const first = await open.stage.bump();
    expect(first.result.log).toBe("");
  });
});
