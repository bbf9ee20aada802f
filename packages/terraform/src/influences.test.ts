import { describe, expect, it } from "@jest/globals";
import { cliArguments, influences } from "./influences.ts";

const environment = {
  PATH: "/usr/bin",
  TF_CLI_ARGS_plan: "-refresh=false",
  TF_CLI_ARGS: "-lock=false",
  TF_CLI_ARGSX: "not one of them",
  TF_VAR_password: "hunter2",
  TF_WORKSPACE: "prod",
  TF_LOG: "debug",
  TF_CLI_CONFIG_FILE: "rc",
  TF_CLI_ARGS_apply: "",
  TF_DATA_DIR: undefined,
};

describe("influences", () => {
  it("H077: names what changes a run, never a value", () => {
    const names = influences(environment);
    expect(names).toEqual(["TF_CLI_ARGS", "TF_CLI_ARGS_plan", "TF_CLI_CONFIG_FILE", "TF_VAR_password", "TF_WORKSPACE"]);
    expect(names.join()).not.toContain("hunter2");
  });

  it.each([
    ['provider_installation {\n  dev_overrides {\n    "a/b" = "x"\n  }\n}', true],
    ["# dev_overrides {}\n", false],
    ["// dev_overrides {}\n", false],
    ["", false],
  ])("finds dev_overrides in %j: %s", (text, isFound) => {
    expect(influences({}, text)).toEqual(isFound ? ["CLI configuration (dev_overrides)"] : []);
  });
});

describe("cliArguments", () => {
  it("has the arguments with their values, for the fingerprint", () => {
    expect(cliArguments(environment)).toEqual({ TF_CLI_ARGS: "-lock=false", TF_CLI_ARGS_plan: "-refresh=false" });
  });
});
