/** Small workflows, each about one rule of GitHub's: what runs, in which order, with what, and what must not run. */

import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";

import { until } from "../until.ts";
import { workspace } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { workflowActions } from "./actions.ts";
import type { WorkflowActions } from "./actions.ts";
import { concurrencyGroups } from "./concurrency.ts";
import type { WorkflowResult } from "./result.ts";
import { runWorkflow } from "./run.ts";
import type { WorkflowOptions } from "./options.ts";

const HEAD = "on: push\npermissions: { contents: read }\n";
const folders: Workspace[] = [];
const results: WorkflowResult[] = [];

afterEach(() => {
  for (const result of results.splice(0)) result.cleanup();
  for (const folder of folders.splice(0)) folder.cleanup();
});

type Given = Partial<WorkflowOptions> & { files?: Record<string, string> };
type Ran = { result: WorkflowResult; made: WorkflowActions; repository: Workspace };

async function run(text: string, { files = {}, ...given }: Given = {}): Promise<Ran> {
  const repository = workspace({ ".github/workflows/main.yml": text, ...files });
  const store = workspace({}, { git: false });
  folders.push(repository, store);
  const made = workflowActions({ folder: store.path, repositories: { "octo-org/infrastructure": repository.path } });
  const result = await runWorkflow({
    file: ".github/workflows/main.yml",
    event: { name: "push", payload: { ref: "refs/heads/main" } },
    github: {
      repository: "octo-org/infrastructure",
      token: "ghs_token",
      apiUrl: "https://api.github.example",
      graphqlUrl: "https://api.github.example/graphql",
      serverUrl: "https://github.example",
    },
    actions: made.actions,
    repositoryPath: repository.path,
    ...given,
  });
  results.push(result);
  return { result, made, repository };
}

/** Results of all jobs by name. */
function outcomes(result: WorkflowResult): Record<string, string> {
  return Object.fromEntries([...result.jobs].map(([name, job]) => [name, job.result]));
}

/** A job with steps, as YAML: each a line of `- …`. */
function job(id: string, keys: string, ...steps: string[]): string {
  const body = [`runs-on: ubuntu-24.04`, ...keys.split("\n").filter((line) => line !== ""), "steps:", ...steps].flatMap(
    (each) => each.split("\n"),
  );
  return [`  ${id}:`, ...body.map((line) => `    ${line}`), ""].join("\n");
}

describe("jobs", () => {
  const chain = `${HEAD}jobs:
${job("a", "", "- run: exit ${{ vars.A }}")}${job("b", "needs: a\nif: always()", "- run: 'true'")}${job("c", "needs: b", "- run: 'true'")}${job("d", "needs: b\nif: failure()", "- run: 'true'")}${job("e", "needs: a\nif: ${{ !cancelled() }}", "- run: 'true'")}${job("f", "needs: c\nif: always() && needs.c.result == 'skipped'", "- run: 'true'")}`;

  it.each([
    ["0", { a: "success", b: "success", c: "success", d: "skipped", e: "success", f: "skipped" }],
    ["1", { a: "failure", b: "success", c: "skipped", d: "success", e: "success", f: "success" }],
  ])("conditions and needs, also of those further up, after exit %s", async (exit, expected) => {
    const { result } = await run(chain, { vars: { A: exit } });
    expect(outcomes(result)).toEqual(expected);
    expect(result.result).toBe(exit === "0" ? "success" : "failure");
  });

  it("hands outputs on, and drops those that hold a secret", async () => {
    const { result } = await run(
      `${HEAD}jobs:
${job("a", "outputs: { plain: '${{ steps.x.outputs.plain }}', bad: '${{ steps.x.outputs.bad }}' }", "- { id: x, run: 'echo plain=1 >> $GITHUB_OUTPUT; echo bad=x-$S >> $GITHUB_OUTPUT', env: { S: '${{ secrets.S }}' } }")}${job("b", "needs: a", "- run: 'echo [$P][$B]'\n  env: { P: '${{ needs.a.outputs.plain }}', B: '${{ needs.a.outputs.bad }}' }")}`,
      { secrets: { S: "hunter22" } },
    );
    expect(result.jobs.get("b")?.log).toContain("[1][]");
    expect(result.jobs.get("a")?.log).toContain("Skip output 'bad' since it may contain secret.");
  });

  it("expands a matrix, and cancels what waits when one fails", async () => {
    const text = `${HEAD}jobs:
${job("a", "strategy:\n  max-parallel: 1\n  matrix: { n: [1, 2], os: [x], include: [{ n: 1, extra: yes }, { n: 3, os: y }] }", "- run: 'echo \"n=$N e=$E\"; exit $X'\n  env: { N: '${{ matrix.n }}', E: '${{ matrix.extra }}', X: '${{ matrix.n == 2 }}' }".replace("${{ matrix.n == 2 }}", "${{ matrix.n == 2 && 1 || 0 }}"))}`;
    const { result } = await run(text);
    expect(outcomes(result)).toEqual({ "a (1, x, yes)": "success", "a (2, x)": "failure", "a (3, y)": "cancelled" });
    expect(result.jobs.get("a (1, x, yes)")?.log).toContain("n=1 e=yes");
  });

  it("takes a matrix from another job's output", async () => {
    const { result } = await run(
      `${HEAD}jobs:
${job("a", "outputs: { m: '${{ steps.x.outputs.m }}' }", `- { id: x, run: 'echo ''m={"include":[{"dir":"live/a"},{"dir":"live/b"}]}'' >> $GITHUB_OUTPUT' }`)}${job("b", "needs: a\nstrategy: { matrix: '${{ fromJSON(needs.a.outputs.m) }}' }", "- run: 'true'")}`,
    );
    expect(outcomes(result)).toEqual({ a: "success", "b (live/a)": "success", "b (live/b)": "success" });
  });

  it("asks for an environment, and starts no step without the answer", async () => {
    const text = `${HEAD}jobs:\n${job("a", "environment: { name: '${{ vars.E }}', url: 'https://x.example/${{ steps.s.outputs.p }}' }", "- { id: s, run: 'echo p=1 >> $GITHUB_OUTPUT' }")}`;
    const asked: string[] = [];
    const approve = (name: string, from: string): boolean => asked.push(`${name} ${from}`) > 0 && name === "test";
    const yes = await run(text, { vars: { E: "test" }, approve });
    const no = await run(text, { vars: { E: "production" }, approve });
    expect(yes.result.jobs.get("a")?.environment).toEqual({
      name: "test",
      url: "https://x.example/1",
      isApproved: true,
    });
    expect(no.result.jobs.get("a")).toMatchObject({ result: "failure", steps: [], environment: { isApproved: false } });
    expect(asked).toEqual(["test a", "production a"]);
  });

  it("gives the token what permissions say", async () => {
    const seen: unknown[] = [];
    await run(
      `on: push\npermissions: {}\njobs:\n${job("a", "permissions: { contents: read, id-token: write }", "- run: 'test -n \"$ACTIONS_ID_TOKEN_REQUEST_URL\"'")}${job("b", "", "- run: 'test -z \"$ACTIONS_ID_TOKEN_REQUEST_URL\"'")}`,
      {
        tokenFor: (permissions, name) => {
          seen.push([name, permissions]);
          return "ghs_x";
        },
      },
    );
    expect(seen).toEqual([
      ["a", { contents: "read", "id-token": "write" }],
      ["b", {}],
    ]);
  });

  it("runs a concurrency group one at a time, and cancels who waited when one more comes", async () => {
    const text = `${HEAD}jobs:\n${job("a", "concurrency: { group: 'apply-${{ github.ref_name }}' }", "- uses: test/hold@main")}`;
    const concurrency = concurrencyGroups();
    const release = Promise.withResolvers<void>();
    const entered = Promise.withResolvers<void>();
    let inside = 0;
    const hold = async (): Promise<object> => {
      inside++;
      entered.resolve();
      await release.promise;
      return {};
    };
    const start = async (): Promise<Ran> => run(text, { concurrency, actions: { "test/hold": hold } });
    const first = start();
    await entered.promise;
    const second = start();
    const [third] = await Promise.all([start(), second.then(() => release.resolve())]);
    expect([(await first).result.result, (await second).result.result, third.result.result]).toEqual([
      "success",
      "cancelled",
      "success",
    ]);
    expect(inside).toBe(2);
    expect(third.result.jobs.get("a")?.concurrency).toEqual({
      group: "apply-main",
      cancelInProgress: false,
      queue: "single",
    });
  });

  it("cancels", async () => {
    const text = `${HEAD}jobs:
${job("a", "", "- uses: test/cancel@main", "- run: 'true'", "- { name: told, if: cancelled(), run: 'true' }")}${job("b", "needs: a", "- run: 'true'")}${job("c", "needs: a\nif: always()", "- run: 'true'")}${job("d", "needs: a\nif: ${{ !cancelled() }}", "- run: 'true'")}`;
    const cancel = Promise.withResolvers<void>();
    const { result } = await run(text, {
      cancel: cancel.promise,
      actions: {
        "test/cancel": async () => {
          cancel.resolve();
          await cancel.promise;
          return {};
        },
      },
    });
    expect(outcomes(result)).toEqual({ a: "cancelled", b: "cancelled", c: "success", d: "cancelled" });
    expect(result.result).toBe("cancelled");
    expect(result.jobs.get("a")?.steps.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ["Run test/cancel@main", "success"],
      ["Run true", "skipped"],
      ["told", "success"],
    ]);
    expect(result.jobs.get("c")?.steps).toHaveLength(1);
  });
});

describe("a script that is cancelled", () => {
  it.each([
    ["with what it waits for", "sleep 1000 & echo $! > pid; wait", "cancelled"],
    ["with what it started in front", "echo $$ > pid; sleep 1000; true", "cancelled"],
    ["with what outlives it and holds its pipes", "sleep 1000 & echo $! > pid; echo $$ > shell", "success"],
  ])("is killed %s", async (_, script, conclusion) => {
    const folder = workspace({}, { git: false });
    folders.push(folder);
    const pidIn = (file: string): number => (folder.has(file) ? Number(/^(\d+)\n/u.exec(folder.read(file))?.[1]) : 0);
    const text = `${HEAD}jobs:\n${job("a", "", `- run: 'cd ${folder.path}; ${script}'`, "- run: 'true'")}`;
    const isOver = (): boolean => pidIn("shell") > 0 && !existsSync(`/proc/${pidIn("shell")}`);
    const cancel = until(() => (conclusion === "cancelled" || isOver()) && pidIn("pid"));
    const { result } = await run(text, { cancel });
    expect(result.jobs.get("a")?.steps.map((step) => step.conclusion)).toEqual([conclusion, "skipped"]);
    expect(result.result).toBe("cancelled");
    const pid = await cancel;
    await until(() => isGone(pid));
  });

  /** Without a process of its own: ended, or dead and not yet reaped. */
  function isGone(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[2] === "Z";
    } catch {
      return true;
    }
  }
});

describe("steps", () => {
  it("run with the environment of three levels, and what steps before them set", async () => {
    const { result } = await run(
      `${HEAD}env: { A: workflow, B: workflow, C: workflow }\ndefaults: { run: { working-directory: sub } }\njobs:\n${job(
        "a",
        "env: { B: job, C: '${{ github.job }}+job' }",
        "- { run: 'mkdir sub', working-directory: . }",
        "- { run: 'echo [$A][$B][$C][$D]; echo A=file >> $GITHUB_ENV; echo /opt/x >> $GITHUB_PATH; basename $PWD', env: { B: step, D: '${{ env.C }}' } }",
        "- { name: 'named ${{ env.A }}', run: 'echo [$A][$B]; echo $PATH | cut -d: -f1; [ -z \"$ACTIONS_RUNTIME_TOKEN$GITHUB_TOKEN\" ]' }",
      )}`,
    );
    const steps = result.jobs.get("a")?.steps ?? [];
    expect(steps.map(({ log }) => log)).toEqual(["", "[workflow][step][a+job][a+job]\nsub", "[file][job]\n/opt/x"]);
    expect(steps[2]?.name).toBe("named file");
  });

  it("stop at a failure, but for those that want it", async () => {
    const { result } = await run(
      `${HEAD}jobs:\n${job(
        "a",
        "",
        "- { id: soft, run: 'exit 3', continue-on-error: true }",
        "- { run: 'exit 1', name: hard }",
        "- { run: 'true', name: after }",
        "- { run: 'echo ${{ steps.soft.outcome }} ${{ steps.soft.conclusion }} ${{ job.status }}', name: always, if: 'always()' }",
        "- { run: 'true', name: failed, if: failure() }",
        "- { run: 'true', name: only, if: \"success() || github.ref == 'refs/heads/other'\" }",
      )}`,
    );
    expect(result.jobs.get("a")?.steps.map(({ name, conclusion }) => `${name} ${conclusion}`)).toEqual([
      "Run exit 3 success",
      "hard failure",
      "after skipped",
      "always success",
      "failed success",
      "only skipped",
    ]);
    expect(result.jobs.get("a")?.log).toContain("failure success failure");
    expect(result.result).toBe("failure");
  });

  it.each([
    ["- run: 'false | true'", "success"],
    ["- { run: 'false | true', shell: bash }", "failure"],
    ["- run: |\n    false\n    true", "failure"],
    ["- run: 'echo x<<E >> $GITHUB_OUTPUT'", "failure"],
    ["- uses: ./missing", "failure"],
    ["- uses: test/fails@main", "failure"],
  ])("%s ends as %s", async (step, expected) => {
    const fails = (): never => {
      throw new Error("no");
    };
    const { result } = await run(`${HEAD}jobs:\n${job("a", "", step)}`, { actions: { "test/fails": fails } });
    expect(result.result).toBe(expected);
  });

  it("hide secrets and masked values in the log", async () => {
    const { result } = await run(
      `${HEAD}jobs:\n${job("a", "", "- { run: 'echo \"::add-mask::later1\"; echo $S later1 $T', env: { S: '${{ secrets.S }}', T: '${{ github.token }}' } }", "- run: 'echo later1'")}`,
      { secrets: { S: "hunter22" } },
    );
    expect(result.jobs.get("a")?.steps.map(({ log }) => log)).toEqual(["*** *** ***", "***"]);
  });

  it("run JavaScript actions of the checkout, and their post steps the other way round", async () => {
    const action = (name: string): Record<string, string> => ({
      [`.actions/${name}/action.yml`]: `name: ${name}\ndescription: x\ninputs: { word: { description: w, default: '\${{ github.job }}' } }\noutputs: { said: { description: s } }\nruns: { using: node24, main: x.mjs, post: x.mjs }\n`,
      [`.actions/${name}/x.mjs`]: `import fs from "node:fs"; const { env } = process;
        console.log((env.STATE_was ? "post" : "main") + " ${name} " + env.INPUT_WORD + " " + (env.STATE_was ?? "") + " " + fs.existsSync("file"));
        if (!env.STATE_was) { fs.appendFileSync(env.GITHUB_STATE, "was=here\\n"); fs.appendFileSync(env.GITHUB_OUTPUT, "said=" + env.INPUT_WORD + "\\n"); }
        if (env.INPUT_WORD === "fail") process.exitCode = 1;`,
    });
    const { result } = await run(
      `${HEAD}jobs:\n${job(
        "a",
        "outputs: { said: '${{ steps.one.outputs.said }}' }",
        "- { uses: actions/checkout@main, with: { path: '' } }",
        "- { id: one, uses: ./.actions/one, with: { word: '${{ github.repository }}', other: x } }",
        "- { uses: ./.actions/two }",
        "- { uses: ./.actions/one, with: { word: fail } }",
      )}`,
      { files: { ...action("one"), ...action("two"), file: "x" } },
    );
    const ran = result.jobs.get("a");
    expect(ran?.steps.map(({ log }) => log.split("\n")[0])).toEqual([
      "",
      "##[warning]Unexpected input(s) 'other'",
      "main two a  true",
      "main one fail  true",
      "post one fail here true",
      "post two a here true",
      "post one octo-org/infrastructure here true",
    ]);
    expect(ran?.outputs).toEqual({ said: "octo-org/infrastructure" });
    expect(ran?.result).toBe("failure");
  });
});

describe("workflows that are called", () => {
  const called = `on:
  workflow_call:
    inputs:
      text: { type: string, default: preset }
      flag: { type: boolean, default: true }
      count: { type: number, required: true }
    secrets:
      key: { required: true }
      other: {}
    outputs:
      told: { value: '\${{ jobs.inner.outputs.told }}' }
permissions: {}
jobs:
${job("inner", "permissions: { contents: read }\noutputs: { told: '${{ steps.x.outputs.told }}' }", "- { id: x, run: 'echo told=$ALL >> $GITHUB_OUTPUT', env: { ALL: '${{ inputs.text }},${{ inputs.flag && 1 }},${{ inputs.count + 0 }},${{ secrets.key != null }},${{ secrets.other }},${{ job.workflow_repository }},${{ github.event_name }}' } }".replace("inputs.count + 0", "inputs.count"))}`;
  const caller = (keys: string): string =>
    `on: push\npermissions: {}\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n    permissions: { contents: read }\n${keys}${job("after", "needs: call", "- run: 'echo ${{ needs.call.outputs.told }}'")}`;
  const files = { ".github/workflows/called.yml": called };

  it("get inputs by type, secrets by name, and give outputs back", async () => {
    const { result } = await run(
      caller("    with: { count: 3, flag: false }\n    secrets: { key: '${{ secrets.KEY }}' }\n"),
      {
        files,
        secrets: { KEY: "hunter22", other: "never" },
      },
    );
    expect(result.jobs.get("after")?.log).toContain("preset,false,3,true,,octo-org/infrastructure,push");
    expect([...result.jobs.keys()]).toEqual(["call / inner", "after"]);
    expect(result.jobs.get("call / inner")).toMatchObject({ id: "call/inner", permissions: { contents: "read" } });
  });

  it.each([
    ["a missing input", "    secrets: inherit\n", /input count is required/],
    ["another type", "    with: { count: '3' }\n    secrets: inherit\n", /input count is a number, not "3"/],
    ["an unknown input", "    with: { count: 3, colour: red }\n    secrets: inherit\n", /there is no input colour/],
    ["a missing secret", "    with: { count: 3 }\n", /secret key is required/],
    ["an unknown secret", "    with: { count: 3 }\n    secrets: { key: x, more: y }\n", /there is no secret more/],
  ])("do not start with %s", async (_, keys, message) => {
    await expect(run(caller(keys), { files, secrets: { key: "hunter22" } })).rejects.toThrow(message);
  });

  it("may not ask for more than the calling job has", async () => {
    const greedy = called.replace("contents: read", "contents: write");
    await expect(
      run(caller("    with: { count: 3 }\n    secrets: inherit\n"), {
        files: { ".github/workflows/called.yml": greedy },
        secrets: { key: "hunter22" },
      }),
    ).rejects.toThrow("The nested job 'inner' is requesting 'contents: write', but is only allowed 'contents: read'.");
  });

  it("can be run directly", async () => {
    const { result } = await run(called, { inputs: { count: 1 }, secrets: { key: "hunter22" } });
    expect(result.outputs).toEqual({ told: "preset,1,1,true,,octo-org/infrastructure,push" });
  });
});

describe("events", () => {
  const pull = (more: object = {}, fork = false): WorkflowOptions["event"] => ({
    name: "pull_request",
    payload: {
      action: "opened",
      pull_request: {
        number: 7,
        head: { ref: "change", repo: { full_name: fork ? "someone/infrastructure" : "octo-org/infrastructure" } },
        base: { ref: "main" },
      },
      ...more,
    },
  });
  const text = `on: { pull_request: , push: { branches: [main] } }\npermissions: { contents: write }\njobs:\n${job("a", "", "- { run: 'echo $R [$S]', env: { R: '${{ github.ref }}', S: '${{ secrets.S && 1 }}' } }")}`;

  it.each([
    ["a pull request", pull(), "refs/pull/7/merge [1]", "write"],
    ["a pull request from a fork: no secrets, a token that only reads", pull({}, true), "refs/pull/7/merge []", "read"],
    ["a push", { name: "push", payload: { ref: "refs/heads/main" } }, "refs/heads/main [1]", "write"],
  ])("%s", async (_, event, log, level) => {
    const { result } = await run(text, { event, secrets: { S: "hunter22" } });
    expect(result.jobs.get("a")?.log).toBe(log);
    expect(result.jobs.get("a")?.permissions).toEqual({ contents: level });
  });

  it.each([
    ["another type", pull({ action: "closed" })],
    ["another branch", { name: "push", payload: { ref: "refs/heads/other" } }],
    ["another event", { name: "schedule", payload: {} }],
  ])("%s starts nothing", async (_, event) => {
    const { result } = await run(text, { event });
    expect(result).toMatchObject({ isTriggered: false, result: "skipped" });
    expect(result.jobs.size).toBe(0);
  });

  it("a dispatch has typed inputs", async () => {
    const { result } = await run(
      `on: { workflow_dispatch: { inputs: { number: { type: number }, dry: { type: boolean } } } }\npermissions: {}\njobs:\n${job("a", "if: inputs.dry && inputs.number == 7", "- run: 'true'")}`,
      {
        event: { name: "workflow_dispatch", payload: { ref: "refs/heads/main", inputs: { number: "7", dry: "true" } } },
      },
    );
    expect(outcomes(result)).toEqual({ a: "success" });
  });
});

describe("what is wrong is said", () => {
  it.each([
    [
      "an unknown key",
      `${HEAD}jobs:\n  a: { runs-on: x, colour: red, steps: [{ run: x }] }\n`,
      /Unexpected value 'colour'/,
    ],
    [
      "an unknown context",
      `${HEAD}jobs:\n${job("a", "if: colour.red == 1", "- run: x")}`,
      /Unrecognized named-value: 'colour'/,
    ],
    ["an unknown function", `${HEAD}jobs:\n${job("a", "if: paint()", "- run: x")}`, /Unrecognized function: 'paint'/],
    [
      "an unknown job",
      `${HEAD}jobs:\n${job("a", "needs: nobody", "- run: x")}`,
      /at least one job with no dependencies/,
    ],
    [
      "an action without a fake",
      `${HEAD}jobs:\n${job("a", "", "- uses: some/action@main")}`,
      /nothing in this test stands for some\/action@main/,
    ],
    [
      "a workflow that is not there",
      `${HEAD}jobs: { a: { uses: ./.github/workflows/no.yml } }\n`,
      /there is no workflow/,
    ],
    [
      "a condition that is always true",
      `${HEAD}jobs:\n${job("a", "if: ${{ false }} && true", "- run: x")}`,
      /is always true/,
    ],
    [
      "a container",
      `${HEAD}jobs:\n${job("a", "container: node", "- run: x")}`,
      /containers and services are not supported/,
    ],
    ["another shell", `${HEAD}jobs:\n${job("a", "", "- { run: x, shell: pwsh }")}`, /shell pwsh is not supported/],
    [
      "an empty matrix",
      `${HEAD}jobs:\n${job("a", "strategy: { matrix: { a: [] } }", "- run: x")}`,
      /Matrix vector 'a' does not contain any values/,
    ],
  ])("%s", async (_, text, message) => {
    await expect(run(text)).rejects.toThrow(message);
  });
});

describe("ready-made actions", () => {
  const sha = (repository: Workspace): string => repository.git("rev-parse", "HEAD");

  it("checkout gives the run's commit, or another repository, and keeps what it finds in other folders", async () => {
    const { result, repository } = await run(
      `${HEAD}jobs:\n${job("a", "", "- uses: actions/checkout@main", "- { uses: actions/checkout@main, with: { repository: octo-org/infrastructure, path: .other, ref: main } }", "- run: 'git rev-parse HEAD; ls .other; git rev-list --count HEAD'")}`,
      { files: { "main.tf": "x" } },
    );
    expect(result.jobs.get("a")?.log.trim().split("\n")).toEqual([sha(repository), "main.tf", "1"]);
  });

  it("checkout needs contents: read", async () => {
    const { result } = await run(`on: push\npermissions: {}\njobs:\n${job("a", "", "- uses: actions/checkout@main")}`);
    expect(result.jobs.get("a")?.log).toContain("the token may not read octo-org/infrastructure");
  });

  it("artifacts go from job to job, once by a name", async () => {
    const upload = (name: string, path: string): string =>
      `- { uses: actions/upload-artifact@main, with: { name: '${name}', path: '${path}', retention-days: 1 } }`;
    const { result, made } = await run(
      `${HEAD}jobs:
${job("a", "strategy: { matrix: { n: [1, 2] } }", "- run: 'mkdir -p out/sub; echo $N > out/sub/$N.json; echo x > out/.hidden'\n  env: { N: '${{ matrix.n }}' }", upload("result-${{ matrix.n }}", "out"), upload("empty-${{ matrix.n }}", "nothing/*"))}${job("b", "needs: a", "- { uses: actions/download-artifact@main, with: { pattern: 'result-*', merge-multiple: true, path: all } }", "- { uses: actions/download-artifact@main, with: { name: result-1, path: one } }", "- { uses: actions/download-artifact@main, with: { pattern: 'no-*', path: none } }", "- run: 'find . -type f | sort'", upload("result-1", "one"))}`,
    );
    expect(result.jobs.get("b")?.steps[3]?.log).toBe("./all/sub/1.json\n./all/sub/2.json\n./one/sub/1.json");
    expect(result.jobs.get("b")?.log).toContain("an artifact with this name already exists: result-1");
    expect([...made.artifacts.values()].map(({ name, files, retentionDays }) => [name, files, retentionDays])).toEqual(
      expect.arrayContaining([["result-1", ["sub/1.json"], 1]]),
    );
    expect(made.artifacts.size).toBe(2);
  });

  it("an artifact is fetched by its id, into the folder itself", async () => {
    const { result } = await run(
      `${HEAD}jobs:
${job("a", "outputs: { id: '${{ steps.u.outputs.artifact-id }}' }", "- run: 'echo x > a.json'", "- { id: u, uses: actions/upload-artifact@main, with: { name: n, path: a.json } }")}${job("b", "needs: a", "- { uses: actions/download-artifact@main, with: { artifact-ids: '${{ needs.a.outputs.id }}', path: in } }", "- run: 'ls in'", "- { uses: actions/download-artifact@main, with: { artifact-ids: 1, path: in } }")}`,
    );
    expect(result.jobs.get("b")?.steps[1]?.log).toBe("a.json");
    expect(result.jobs.get("b")?.log).toContain("Artifact not found among ids: 1");
  });

  it("credentials need an OIDC token", async () => {
    const step =
      "- { uses: aws-actions/configure-aws-credentials@main, with: { role-to-assume: 'arn:aws:iam::123456789012:role/plan', aws-region: eu-central-1 } }";
    const { result, made } = await run(
      `on: push\npermissions: {}\njobs:\n${job("a", "permissions: { id-token: write }", step, "- run: 'echo $AWS_REGION $AWS_SECRET_ACCESS_KEY'")}${job("b", "", step)}`,
    );
    expect(outcomes(result)).toEqual({ a: "success", b: "failure" });
    expect(made.roles).toEqual([
      { job: "a", role: "arn:aws:iam::123456789012:role/plan", region: "eu-central-1", session: "GitHubActions" },
    ]);
    expect(result.jobs.get("a")?.steps[1]?.log).toBe("eu-central-1 ***");
  });
});

describe("hashFiles", () => {
  it("is empty without a file, and changes with one", async () => {
    const text = `${HEAD}jobs:\n${job("a", "", "- uses: actions/checkout@main", "- run: 'echo [${{ hashFiles(''none/**'') }}] ${{ hashFiles(''*.tf'', ''!b.tf'') }}'")}`;
    const logs = await Promise.all(
      ["1", "2"].map(
        async (content) => (await run(text, { files: { "a.tf": content, "b.tf": "x" } })).result.jobs.get("a")?.log,
      ),
    );
    expect(logs[0]).toMatch(/\[\] [0-9a-f]{64}$/u);
    expect(logs[0]).not.toBe(logs[1]);
  });
});
