/** That an action whose parts disagree is found. What counts as a difference is tested with @handrail/runner. */
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { checkContracts } from "./check-contracts.ts";

const declared =
  "{ kind: 'text', description: 'Where.', default: '.', isRequired: false, isSecret: false, accepts: '' }";
const files = {
  "tsconfig.json": '{"references":[{"path":"actions/plan"}]}',
  "actions/plan/README.md": "",
  "actions/plan/dist/index.js": "",
  "actions/plan/package.json": '{"type":"module"}',
  "actions/plan/action.yml": `name: Plan
description: Plans.
inputs:
  working-directory:
    description: Where.
    default: .
outputs:
  result:
    description: How it ended.
runs:
  using: node24
  main: dist/index.js
`,
  "actions/plan/src/inputs.ts": `export const inputs = { "working-directory": ${declared} };
export const outputs = { result: { description: "How it ended." } };
`,
};

async function problems(change: (files: Record<string, string>) => Record<string, string>): Promise<string[]> {
  using checkout = workspace(change(files), { git: true });
  return await checkContracts(checkout.path);
}

describe("contracts", () => {
  it("finds nothing when action.yml and the code agree", async () => {
    expect(await problems((good) => good)).toEqual([]);
  });

  it("finds a difference between action.yml and the code", async () => {
    const yml = files["actions/plan/action.yml"].replace("default: .", "default: live");
    expect(await problems((good) => ({ ...good, "actions/plan/action.yml": yml }))).toEqual([
      expect.stringMatching(/^actions\/plan: .*working-directory.*live/),
    ]);
  });

  it("finds a bundle that does not exist", async () => {
    const found = await problems(({ "actions/plan/dist/index.js": _bundle, ...rest }) => rest);
    expect(found).toEqual(["actions/plan: runs.main: dist/index.js does not exist"]);
  });

  it("finds an action without declarations or README", async () => {
    const found = await problems(
      ({ "actions/plan/README.md": _readme, "actions/plan/src/inputs.ts": _code, ...rest }) => rest,
    );
    expect(found).toEqual(["actions/plan/README.md is missing", "actions/plan/src/inputs.ts is missing"]);
  });

  it("finds an action that the build does not know", async () => {
    const found = await problems((good) => ({ ...good, "actions/other/action.yml": "name: Other" }));
    expect(found).toEqual([expect.stringContaining("actions/other is not in tsconfig.json's references")]);
  });
});
