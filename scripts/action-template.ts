/**
 * The files of a new action: small, complete and passing every check, so that the next change is about the domain.
 * Pure: names in, texts out; new-action.ts writes them.
 */

/** Paths from the root of the checkout, with their content. */
export type Files = Map<string, string>;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const actionYml = (name: string): string => `name: Handrail ${name}
description: Says hello. Replace this sentence by what the action does.
author: Handrail contributors
branding:
  icon: shield
  color: blue
inputs:
  greeted:
    description: Who is greeted.
    default: world
outputs:
  result:
    description: "How it ended: \`greeted\` or \`failed\`."
  failure-reason:
    description: "Why it failed: \`invalid-input\`, \`nobody-there\`, \`cancelled\` or \`internal-error\`. Empty when it did not."
runs:
  using: node24
  main: dist/index.js
`;

const readme = (name: string): string => `# ${name}

Says hello. Replace this paragraph by what the action does.

\`\`\`yaml
name: ${name}
on: workflow_dispatch
permissions: {}
jobs:
  ${name}:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - uses: handrail/handrail/actions/${name}@main
        with:
          greeted: world
\`\`\`

It needs no permissions.

## Inputs

<!-- inputs -->
<!-- /inputs -->

## Outputs

<!-- outputs -->
<!-- /outputs -->

## When it fails

| \`failure-reason\` | what happened | what to do |
| --- | --- | --- |
| \`invalid-input\` | an input is wrong; nothing was started | correct what the message lists |
| \`nobody-there\` | nobody was named | name somebody in \`greeted\` |
`;

const inputs = `/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two.
 */
import { input, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

export const inputs = {
  greeted: input.text({ description: "Who is greeted.", default: "world" }),
};

export const outputs = {
  result: { description: "How it ended: \`greeted\` or \`failed\`." },
  "failure-reason": {
    description:
      "Why it failed: \`invalid-input\`, \`nobody-there\`, \`cancelled\` or \`internal-error\`. Empty when it did not.",
  },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs; throws one Failure that names every bad one. */
export function readGivenInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  return readInputs(inputs, environment);
}
`;

const run = `/**
 * The order of effects. It decides nothing that a pure function could decide, and touches the world only through Deps.
 */
import { Failure } from "@handrail/runner";
import type { Inputs } from "./inputs.ts";

/** What this action calls, and nothing more. */
export type Deps = { say(text: string): void };

/** Greets, and returns the outputs. Throws a Failure "nobody-there" when nobody is named. */
export function run(inputs: Inputs, deps: Deps): { result: string } {
  if (inputs.greeted === "") {
    throw new Failure({ reason: "nobody-there", what: "Nobody was named", remedy: "Name somebody in \`greeted\`." });
  }
  deps.say(\`Hello, \${inputs.greeted}!\`);
  return { result: "greeted" };
}
`;

const main = (
  name: string,
): string => `/** Wires: reads the inputs, hands run.ts what it may touch, sets the outputs. It decides nothing. */
import { runAction } from "@handrail/runner/host";
import { outputs, readGivenInputs } from "./inputs.ts";
import { run } from "./run.ts";

await runAction({
  name: "${name}",
  outputs,
  main(host) {
    const done = run(readGivenInputs(host.environment), { say: (text) => host.log.info(text) });
    return Promise.resolve({ outputs: done });
  },
});
`;

const runTest = `/** The order of effects, with deps that are an object literal. */
import { describe, expect, it } from "@jest/globals";
import { run } from "./run.ts";

describe("run", () => {
  it("greets who is named", () => {
    const said: string[] = [];
    expect(run({ greeted: "you" }, { say: (text) => said.push(text) })).toEqual({ result: "greeted" });
    expect(said).toEqual(["Hello, you!"]);
  });

  it("fails when nobody is named, and says nothing", () => {
    const said: string[] = [];
    expect(() => run({ greeted: "" }, { say: (text) => said.push(text) })).toThrow("Nobody was named");
    expect(said).toEqual([]);
  });
});
`;

const contractTest = `/** action.yml = code = README. */
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { contractDifferences } from "@handrail/testkit";

it("keeps its contract", async () => {
  expect(await contractDifferences(join(import.meta.dirname, ".."))).toEqual([]);
});
`;

const e2eTest = (name: string): string => `/** The bundle, started as the runner starts it. */
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runAction } from "@handrail/testkit";

const action = join(import.meta.dirname, "..", "actions", "${name}");

describe("${name}", () => {
  it("greets", async () => {
    using ended = await runAction({ action, inputs: { greeted: "you" } });
    expect(ended).toMatchObject({ exitCode: 0, outputs: { result: "greeted" } });
    expect(ended.log).toContain("Hello, you!");
  });

  it("fails when nobody is named, and says what to do", async () => {
    using ended = await runAction({ action, inputs: { greeted: "" } });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "nobody-there" } });
    expect(ended.annotations[0]?.message).toContain("Name somebody in");
  });
});
`;

/** The references that the action's tsconfig.json needs: one for each package it depends on. */
const tsconfig = {
  extends: "../../tsconfig.base.json",
  compilerOptions: {
    composite: true,
    isolatedDeclarations: false,
    rootDir: "src",
    outDir: "lib",
    tsBuildInfoFile: "lib/.tsbuildinfo",
  },
  include: ["src"],
  exclude: ["src/**/*.test.ts", "src/**/*-fixture.ts"],
  references: [{ path: "../../packages/runner" }],
};

/** The manifest of an action; its packages are its dependencies, in exact versions. */
export function actionManifest(name: string): Record<string, unknown> & { name: string; version: string } {
  const dependencies = { "@handrail/runner": "0.0.0" };
  return { name: `@handrail/action-${name}`, version: "0.0.0", private: true, type: "module", dependencies };
}

/** Every file of a new action called `name` (kebab-case, a verb behind its system: terraform-plan, deploy-wait). */
export function renderAction(name: string): Files {
  const folder = `actions/${name}`;
  return new Map([
    [`${folder}/action.yml`, actionYml(name)],
    [`${folder}/README.md`, readme(name)],
    [`${folder}/package.json`, json(actionManifest(name))],
    [`${folder}/tsconfig.json`, json(tsconfig)],
    [`${folder}/src/inputs.ts`, inputs],
    [`${folder}/src/run.ts`, run],
    [`${folder}/src/main.ts`, main(name)],
    [`${folder}/src/run.test.ts`, runTest],
    [`${folder}/src/contract.test.ts`, contractTest],
    [`e2e/${name}.test.ts`, e2eTest(name)],
  ]);
}
