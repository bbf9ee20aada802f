/** Each rule about workflows, shown on a workflow that breaks it; and that README snippets are read at all. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { toWorkflow, yamlBlocks } from "./workflow-text.ts";

const commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";

const good = `name: good
on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${commit} # v7.0.1
        with:
          persist-credentials: false
      - uses: handrail/handrail/actions/plan@main
        with:
          working-directory: live
      - run: echo "$TITLE"
        env:
          TITLE: \${{ github.event.pull_request.title }}
`;

const action = `name: Plan
description: Plans.
inputs:
  working-directory:
    description: Where.
    default: .
  target:
    description: What.
    default: all
runs:
  using: node24
  main: dist/index.js
`;

const base = { "tsconfig.json": '{"references":[{"path":"actions/plan"}]}', "actions/plan/action.yml": action };

/** Starts the check as `npm run check` does; the packages it uses cannot be loaded inside jest. */
function problems(files: Readonly<Record<string, string>>): string[] {
  using checkout = workspace({ ...base, ...files }, { git: true });
  const program = `import "./scripts/json-modules.ts";
    const { checkWorkflows } = await import("./scripts/check-workflows.ts");
    console.log(JSON.stringify(await checkWorkflows(process.argv[1])));`;
  const args = ["--conditions=source", "--input-type=module", "--eval", program, checkout.path];
  const output = execFileSync(process.execPath, args, { cwd: join(import.meta.dirname, ".."), encoding: "utf8" });
  return JSON.parse(output) as string[];
}

const bad: [rule: string, from: string, to: string, problem: RegExp][] = [
  [
    "an unknown key",
    "    runs-on: ubuntu-24.04\n",
    "    runs-on: ubuntu-24.04\n    colour: red\n",
    /:7: Unexpected value 'colour'/,
  ],
  ["an unknown input of ours", "working-directory: live", "directory: live", /:15: Invalid action input 'directory'/],
  ["an unknown action of ours", "actions/plan@main", "actions/plann@main", /:13: Unable to resolve action/],
  ["an unknown context", "github.event.pull_request.title", "steps.nothing.outputs.x", /:18: .*nothing/],
  ["YAML that cannot be read", "on: pull_request\n", "on: [pull_request\n", /:\d+: /],
  ["an expression in a shell", 'echo "$TITLE"', "echo ${{ github.head_ref }}", /:16: an expression inside `run:`/],
  [
    "an action by its tag",
    `checkout@${commit} # v7.0.1`,
    "checkout@v7",
    /:10: actions\/checkout@v7: name the action by its full/,
  ],
  ["a commit without its release", " # v7.0.1", "", /:10: .*say behind it which release/],
  ["no permissions at the top", "permissions: {}\n", "", /:1: `permissions: \{\}` is missing at the top/],
  [
    "permissions for every job",
    "permissions: {}",
    "permissions: read-all",
    /:3: `permissions: \{\}` is missing at the top/,
  ],
  [
    "a job without permissions",
    "    permissions:\n      contents: read\n",
    "",
    /:5: job test does not name its permissions/,
  ],
  [
    "credentials left behind",
    "persist-credentials: false",
    "fetch-depth: 1",
    /:10: checkout leaves its token in \.git/,
  ],
  [
    "a privileged event",
    "on: pull_request\n",
    "on: pull_request_target\n",
    /:2: pull_request_target runs with secrets/,
  ],
];

const called = `on:
  workflow_call:
    inputs:
      root:
        type: string
        required: true
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - uses: ./.handrail/actions/plan
        with:
          working-directory: live
`;

const caller = `on: push
permissions: {}
jobs:
  plan:
    uses: handrail/handrail/.github/workflows/called.yml@${commit} # v1.0.0
    permissions: {}
    with:
      root: live
`;

const local = good.replace("handrail/handrail/actions/plan@main", "./actions/plan");
const steps = "intro\n\n```yaml\n      - uses: actions/setup-node@v5\n      - run: true\n```\n";

describe("workflows", () => {
  // All in one checkout, because a start of the check takes longer than what it does: one file for each rule.
  const found = problems({
    ".github/workflows/good.yml": good,
    ...Object.fromEntries(bad.map(([, from, to], index) => [`.github/workflows/${index}.yml`, good.replace(from, to)])),
    ".github/workflows/local.yml": local.replace("working-directory", "wd"),
    ".github/workflows/other.yml": good.replace(commit, "a".repeat(40)),
    "actions/plan/action.yml": action.replace("node24", "node99"),
    "README.md": steps,
    "examples/a/b.yml": good.replace("read", "often").replace("plan@main", `plan@${commit} # v1.0.0`),
    ".github/workflows/called.yml": called,
    ".github/workflows/called-badly.yml": called.replace("working-directory", "wd"),
    "examples/call/good.yml": caller,
    "examples/call/input.yml": caller.replace("root: live", "directory: live"),
    "examples/call/unknown.yml": caller.replace("called.yml", "nobody.yml"),
    "examples/call/branch.yml": caller.replace(`${commit} # v1.0.0`, "main"),
    "examples/call/other.yml": caller.replace(commit, "b".repeat(40)),
  });
  const foundIn = (file: string): string[] => found.filter((problem) => problem.startsWith(`${file}:`));

  it("finds nothing in a good workflow", () => {
    expect(foundIn(".github/workflows/good.yml")).toEqual([]);
  });

  it.each(bad.map(([rule, from, , problem], index) => [rule, index, from, problem] as const))(
    "finds %s",
    (_rule, index, from, problem) => {
      expect(good).toContain(from);
      expect(foundIn(`.github/workflows/${index}.yml`)).toEqual([expect.stringMatching(problem)]);
    },
  );

  it("finds what is wrong in an action.yml", () => {
    expect(foundIn("actions/plan/action.yml")).toEqual([expect.stringMatching(/action\.yml:11: .*node99/)]);
  });

  it("asks for the inputs of a local action by its path", () => {
    expect(foundIn(".github/workflows/local.yml")).toEqual([expect.stringMatching(/:15: Invalid action input 'wd'/)]);
  });

  it("reads examples and the YAML blocks of markdown, with their own line numbers", () => {
    expect(foundIn("README.md")).toEqual([
      "README.md:4: actions/setup-node@v5: name the action by its full 40-digit commit",
    ]);
    expect(foundIn("examples/a/b.yml")).toEqual([expect.stringMatching(/^examples\/a\/b\.yml:8: .*often/)]);
  });

  it("asks for the inputs of an action that a workflow of ours checks out", () => {
    expect(foundIn(".github/workflows/called.yml")).toEqual([]);
    expect(foundIn(".github/workflows/called-badly.yml")).toEqual([
      expect.stringMatching(/:15: Invalid action input 'wd'/),
    ]);
  });

  it.each([
    ["good", []],
    ["input", [/:5: Input root is required/, /:8: Invalid input, directory is not defined/]],
    ["unknown", [/:5: Unable to find reusable workflow/]],
    ["branch", [/:5: .*name the action by its full 40-digit commit/]],
    [
      "other",
      [/handrail\/handrail\/\.github\/workflows\/called\.yml is at another commit than in examples\/a\/b\.yml/],
    ],
  ])("asks an example what it gives to a workflow of ours: %s", (name, expected) => {
    expect(foundIn(`examples/call/${name}.yml`)).toEqual(expected.map((each) => expect.stringMatching(each)));
  });

  it("finds one action at two commits", () => {
    expect(foundIn(".github/workflows/other.yml")).toEqual([
      expect.stringMatching(/checkout is at another commit than in/),
    ]);
  });
});

describe("markdown", () => {
  it("takes out the YAML blocks, without their indentation", () => {
    const text = "a\n  ```yaml\n  b: 1\n    c: 2\n  ```\n```json\n{}\n```\n````yml\n```\n````\n```yaml\nopen: 1";
    expect(yamlBlocks(text)).toEqual([
      { text: "b: 1\n  c: 2", line: 2 },
      { text: "```", line: 9 },
    ]);
  });

  it.each([
    ["jobs:\n  a: {}", 2],
    ["- uses: ./x\n- run: y", 7],
    ["on: push\njobs: {}", 0],
  ])("makes a workflow of %j", (text, wrapped) => {
    expect(toWorkflow(text)?.wrapped).toBe(wrapped);
  });

  it.each(["guardrails: []", "- name: x", "text"])("leaves %j alone", (text) => {
    expect(toWorkflow(text)).toBeUndefined();
  });
});
