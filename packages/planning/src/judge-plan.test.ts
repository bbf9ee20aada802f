import { describe, expect, it } from "@jest/globals";
import { parseContext } from "@handrail/github";
import { CommandFailure, createRedactor } from "@handrail/runner";
import type { ExecResult } from "@handrail/runner";
import { readPlan } from "@handrail/terraform";
import type { Asked } from "./ask-github.ts";
import type { Guardrail } from "./handrail-file.ts";
import { readPlanInputs } from "./inputs.ts";
import { judgePlan } from "./judge-plan.ts";
import type { Judgement } from "./judge-plan.ts";
import { runPolicy } from "./policy.ts";
import type { PolicyRun } from "./policy.ts";
import { sourceOf } from "../../report/src/report-fixture.ts";
import type { ReadablePlan } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/** A change as a plan document has it; its type is the first part of the address. */
type Planned = { address: string; actions: string[]; previous_address?: string };

function readableOf(changes: Planned[], more: Record<string, unknown> = {}): ReadablePlan {
  const resource_changes = changes.map(({ actions, ...identity }) => ({
    ...identity,
    mode: "managed",
    type: identity.address.split(".")[0],
    name: identity.address.split(".")[1],
    change: { actions, before: null, after: null, after_unknown: {} },
  }));
  const document = { format_version: "1.2", terraform_version: "1.15.0", resource_changes, ...more };
  const source = sourceOf(new TextEncoder().encode(JSON.stringify(document)));
  return { plan: readPlan(source).plan, source, redact: (text) => text, hasSecrets: false };
}

function rule(more: Partial<Guardrail>): Guardrail {
  return { name: "keep", types: ["db"], addresses: [], actions: ["delete", "replace"], max: 0, ...more };
}

const never = (): never => {
  throw new Error("not meant to be called");
};

const log = { info: () => undefined, warning: never, debug: never, group: never, endGroup: never };

/** A step in which nothing may be done but to redact and to log. */
const step: PlanStep = {
  inputs: readPlanInputs({}),
  context: parseContext({ GITHUB_REPOSITORY: "o/r" }, {}),
  target: {
    directory: ".",
    path: "/checkout",
    workspacePath: "/checkout",
    outputDirectory: "/out",
    privateDirectory: "/private",
    environment: {},
  },
  pullRequest: 7,
  deps: {
    terraform: {
      version: never,
      selectedWorkspace: never,
      init: never,
      workspaces: never,
      requireWorkspace: never,
      validate: never,
      formatCheck: never,
      plan: never,
      showPlan: never,
      backend: never,
      lockFile: never,
      influences: never,
      configuration: never,
    },
    failureOf: never,
    github: never,
    exec: never,
    files: { readText: never, list: never, readBytes: never, openPlan: never, write: never, remove: never },
    randomBytes: never,
    host: {
      log,
      annotate: never,
      redactor: createRedactor(["hunter2secret"]),
      cancelled: new AbortController().signal,
    },
  },
};

/** Judges with the labels that GitHub answers, and says whether it was asked. */
async function judge(
  rules: Guardrail[],
  readable: ReadablePlan,
  labels?: string[],
): Promise<Judgement & { isAsked: boolean }> {
  let isAsked = false;
  const asked: Asked = {
    client: never,
    changedFiles: never,
    labels: () => {
      isAsked = true;
      return Promise.resolve(labels);
    },
  };
  const facts = { rules, readable, planJsonFile: "/out/plan.json" };
  return { ...(await judgePlan(step, asked, facts)), isAsked };
}

const labelled = rule({ unlessLabel: "allow-destroy" });
const deleted = readableOf([{ address: "db.main", actions: ["delete"] }]);

describe("judgePlan", () => {
  it("lifts nothing while the labels are unknown, and says so", async () => {
    const { guardrails, notes, failure } = await judge([labelled], deleted);
    expect(guardrails).toEqual({ violations: [{ rule: labelled, addresses: ["db.main"] }], lifted: [] });
    expect(notes).toEqual([expect.stringContaining("pull-requests: read")]);
    expect([failure?.result, failure?.reason]).toEqual(["denied", "guardrail-denied"]);
    expect(failure?.remedy).toContain("allow-destroy");
  });

  it("lifts by a label that is there when the plan is judged", async () => {
    const { guardrails, notes, failure } = await judge([labelled], deleted, ["bug", "allow-destroy"]);
    expect(guardrails).toEqual({ violations: [], lifted: [{ rule: labelled, addresses: ["db.main"] }] });
    expect([notes, failure]).toEqual([[], undefined]);
  });

  it("is not lifted by another label, and lifts only the rules of the label", async () => {
    expect((await judge([labelled], deleted, ["Allow-Destroy"])).failure?.result).toBe("denied");
    const { failure, guardrails } = await judge([labelled, rule({ name: "always" })], deleted, ["allow-destroy"]);
    expect(failure?.what).toBe("Guardrail always denies this plan: db.main");
    expect(guardrails.lifted).toHaveLength(1);
  });

  it.each<[string, Guardrail[], ReadablePlan]>([
    ["no rule is broken", [labelled], readableOf([{ address: "db.main", actions: ["create"] }])],
    ["no label would lift", [rule({})], deleted],
  ])("does not ask for labels when %s", async (_, rules, readable) => {
    expect((await judge(rules, readable, [])).isAsked).toBe(false);
  });

  it("guards the address that a moved object had", async () => {
    const moved = { address: "db.spare", previous_address: "db.main", actions: ["delete", "create"] };
    const { failure } = await judge([rule({ types: [], addresses: ["db.main"] })], readableOf([moved]));
    expect(failure?.what).toContain("db.spare");
  });

  it("counts a replacement that lets go of the old object as forgetting it", async () => {
    const forgotten = readableOf([{ address: "db.main", actions: ["create", "forget"] }]);
    expect((await judge([rule({ actions: ["forget"] })], forgotten)).failure?.result).toBe("denied");
    expect((await judge([rule({ actions: ["replace"] })], forgotten)).failure?.result).toBe("denied");
    expect((await judge([rule({ actions: ["delete"] })], forgotten)).failure).toBeUndefined();
  });

  it("guards changes that wait for a later plan", async () => {
    const change = { actions: ["delete"], before: null, after: null };
    const resource_change = { address: "db.main", mode: "managed", type: "db", name: "main", change };
    const deferred = readableOf([], { deferred_changes: [{ reason: "provider_config_unknown", resource_change }] });
    expect((await judge([rule({})], deferred)).failure?.what).toContain("db.main");
  });

  it.each<[string, Record<string, unknown>]>([
    ["action invocations", { action_invocations: [{ address: "action.db_backup.now" }] }],
    ["sections of a newer terraform", { quantum_changes: [{ address: "db.main" }, 1, null, []] }],
    ["changes without a body", { resource_changes: [{ address: "db.main", type: "db" }, 7, null] }],
  ])("judges a plan with %s", async (_, more) => {
    const { guardrails, failure } = await judge([rule({})], readableOf([], more));
    expect([guardrails.violations, failure]).toEqual([[], undefined]);
  });

  it("names the first broken rule, three of its addresses, and how many more there are", async () => {
    const many = [0, 1, 2, 3, 4].map((n) => ({ address: `db.x${n}`, actions: ["delete"] }));
    const { failure } = await judge([rule({ message: "Ask the storage team." }), rule({})], readableOf(many));
    expect(failure?.what).toBe("Guardrail keep and 1 more denies this plan: db.x0, db.x1, db.x2 and 2 more");
    expect(failure?.remedy).toBe("Ask the storage team.");
  });
});

const ran: ExecResult = { exitCode: 0, signal: undefined, stdout: "", stderr: "", cancelled: false };

function policyRun(exec: PolicyRun["exec"]): PolicyRun {
  const { redactor } = step.deps.host;
  return {
    command: ["judge", "--key=hunter2secret"],
    directory: "/checkout",
    planJsonFile: "/out/plan.json",
    environment: { HOME: "/home" },
    exec,
    redact: (text) => redactor.redact(text),
  };
}

describe("runPolicy", () => {
  it.each<[string, Partial<ExecResult>, { exitCode: number | undefined; output: string; isCancelled: boolean }]>([
    ["agrees", {}, { exitCode: 0, output: "", isCancelled: false }],
    [
      "denies",
      { exitCode: 3, stdout: "no: hunter2secret" },
      { exitCode: 3, output: "no: (sensitive value)", isCancelled: false },
    ],
    ["writes to both", { stdout: "a", stderr: "b" }, { exitCode: 0, output: "a\nb", isCancelled: false }],
    [
      "writes too much",
      { stdout: "a", truncated: true },
      { exitCode: 0, output: "… the beginning of the output was cut\na", isCancelled: false },
    ],
    ["is killed", { exitCode: undefined, signal: "SIGKILL" }, { exitCode: undefined, output: "", isCancelled: false }],
    ["is cancelled", { exitCode: undefined, cancelled: true }, { exitCode: undefined, output: "", isCancelled: true }],
  ])("tells of a command that %s", async (_, result, verdict) => {
    const told = await runPolicy(policyRun(() => Promise.resolve({ ...ran, ...result })));
    expect(told).toEqual({ command: "judge --key=(sensitive value)", ...verdict });
  });

  it("gives the command its arguments, the root module and the plan, and nothing through a shell", async () => {
    const calls: unknown[] = [];
    await runPolicy(
      policyRun((program, args, { cwd, environment }) => {
        calls.push([program, args, cwd, environment]);
        return Promise.resolve(ran);
      }),
    );
    const environment = { HOME: "/home", PLAN_JSON: "/out/plan.json" };
    expect(calls).toEqual([["judge", ["--key=hunter2secret"], "/checkout", environment]]);
  });

  it("denies by a command that cannot be started", async () => {
    const verdict = await runPolicy(policyRun(() => Promise.reject(new CommandFailure("judge", "ENOENT"))));
    expect(verdict).toMatchObject({
      exitCode: undefined,
      output: "The program judge was not found",
      isCancelled: false,
    });
    const judged = await judgePlan(
      {
        ...step,
        inputs: readPlanInputs({ "INPUT_POLICY-COMMAND": "judge" }),
        deps: { ...step.deps, exec: () => Promise.reject(new CommandFailure("judge", "ENOENT")) },
      },
      { client: never, changedFiles: never, labels: never },
      { rules: [], readable: deleted, planJsonFile: "/out/plan.json" },
    );
    expect([judged.failure?.result, judged.failure?.reason]).toEqual(["denied", "policy-denied"]);
  });
});
