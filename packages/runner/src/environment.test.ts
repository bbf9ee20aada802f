import { describe, expect, it } from "@jest/globals";
import { childEnvironment } from "./environment.ts";

const hidden = {
  "INPUT_GITHUB-TOKEN": "t",
  INPUT_: "x",
  ACTIONS_RUNTIME_TOKEN: "t",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
  STATE_isPost: "true",
  GITHUB_TOKEN: "t",
  GH_TOKEN: "t",
  GITHUB_ENTERPRISE_TOKEN: "t",
  GH_ENTERPRISE_TOKEN: "t",
  GITHUB_OUTPUT: "f",
  GITHUB_ENV: "f",
  GITHUB_PATH: "f",
  GITHUB_STATE: "f",
  GITHUB_STEP_SUMMARY: "f",
};
const kept = {
  PATH: "/usr/bin",
  HOME: "h",
  AWS_ACCESS_KEY_ID: "a",
  GOOGLE_CREDENTIALS: "g",
  ARM_CLIENT_ID: "m",
  TF_VAR_x: "1",
  TF_TOKEN_example_com: "t",
  GITHUB_REPOSITORY: "o/r",
  GITHUB_PATHS: "not the file",
  RUNNER_TRACKING_ID: "r",
  HTTPS_PROXY: "p",
  __proto__x: "y",
};

describe("childEnvironment", () => {
  it("H065: inputs, tokens and command files never reach a child, what clouds and terraform read does", () => {
    expect(childEnvironment({ ...hidden, ...kept, ABSENT: undefined }, [])).toEqual(kept);
  });

  it("passes what is named, exactly", () => {
    expect(childEnvironment(hidden, ["GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_", "PATH"])).toEqual({
      GITHUB_TOKEN: "t",
      ACTIONS_RUNTIME_TOKEN: "t",
    });
  });
});
