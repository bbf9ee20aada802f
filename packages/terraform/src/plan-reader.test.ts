import { readFileSync } from "node:fs";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readBody, readPlan } from "./plan-reader.ts";
import type { PlanSource, PlanSummary } from "./plan.ts";

function sourceOf(document: unknown): PlanSource {
  const bytes = new TextEncoder().encode(typeof document === "string" ? document : JSON.stringify(document));
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) };
}

function fixture(name: string): PlanSource {
  return sourceOf(readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url), "utf8"));
}

/** A plan with these keys, as the newest format has it. */
function planOf(keys: object): PlanSource {
  return sourceOf({ format_version: "1.2", terraform_version: "1.11.4", ...keys });
}

function changeOf(change: object, keys: object = {}): object {
  return { address: "a.b", mode: "managed", type: "a", name: "b", provider_name: "p", change, ...keys };
}

function kindsOf(plan: PlanSummary): string[] {
  return plan.changes.map((change) => `${change.kind} ${change.address}`);
}

function failureOf(source: PlanSource): Failure {
  try {
    readPlan(source);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("the plan was read");
}

describe("readPlan on plans of terraform 1.11", () => {
  it("reads every sort of change of the zoo", () => {
    const { plan, secrets } = readPlan(fixture("zoo"));
    expect(kindsOf(plan)).toStrictEqual([
      "read data.terraform_remote_state.rs",
      "replace terraform_data.cbd",
      "delete terraform_data.cnt[1]",
      "delete terraform_data.del",
      "replace terraform_data.dep",
      'delete terraform_data.each["k2"]',
      "forget terraform_data.gone",
      "update terraform_data.imp",
      "no-op terraform_data.new",
      "replace terraform_data.req",
      "update terraform_data.sens",
      "replace terraform_data.taint",
      "update terraform_data.trig",
    ]);
    expect(plan).toMatchObject({
      formatVersion: "1.2",
      terraformVersion: "1.11.4",
      applyable: true,
      complete: true,
      errored: false,
    });
    expect(plan.unchanged).toBe(2);
    expect(plan.outputs.map((output) => `${output.kind} ${output.name}`)).toStrictEqual([
      "delete dropme",
      "update pub",
      "update sec",
    ]);
    expect(secrets).toStrictEqual(new Set(["hunter3", "hunter2"]));
    expect(plan.variables).toStrictEqual(new Map([["secret", "hunter3"]]));
    expect(plan.sensitiveVariables).toStrictEqual(new Set(["secret"]));
  });

  it("reads moves, imports, reasons, keys and what forces a replacement", () => {
    const { plan } = readPlan(fixture("zoo"));
    const change = (address: string): object => plan.changes.find((found) => found.address === address) ?? {};
    expect(change("terraform_data.new")).toMatchObject({
      isMove: true,
      previousAddress: "terraform_data.old",
      kind: "no-op",
    });
    expect(change("terraform_data.imp")).toMatchObject({ isMove: false, importing: { id: "my-import-id" } });
    expect(change("terraform_data.cbd")).toMatchObject({
      replaceOrder: "create-first",
      replacePaths: [["triggers_replace"]],
      reason: "replace_because_cannot_update",
    });
    expect(change("terraform_data.taint")).toMatchObject({ replaceOrder: "destroy-first", replacePaths: [] });
    expect(change("terraform_data.cnt[1]")).toMatchObject({ index: 1, reason: "delete_because_count_index" });
    expect(change('terraform_data.each["k2"]')).toMatchObject({ index: "k2", mode: "managed", type: "terraform_data" });
    expect(change("data.terraform_remote_state.rs")).toMatchObject({ mode: "data" });
  });

  it.each<[string, Partial<PlanSummary>, string[]]>([
    ["no-change", { applyable: false, unchanged: 2, changes: [], outputs: [] }, []],
    ["moved-only", { applyable: true, unchanged: 0 }, ["no-op terraform_data.b"]],
    ["moved-and-updated", { applyable: true }, ["update terraform_data.b"]],
    ["forget-only", { applyable: true }, ["forget terraform_data.a"]],
    ["import-generated", { applyable: true }, ["no-op terraform_data.gen", "no-op terraform_data.only"]],
    ["outputs-only", { applyable: true, changes: [] }, []],
    ["failed-precondition", { applyable: false, complete: false, errored: true }, ["create terraform_data.other"]],
    ["target", { applyable: true, complete: false }, ["no-op terraform_data.new", "update terraform_data.trig"]],
    ["ephemeral-variable", { variables: new Map([["plain", "p"]]) }, ["create terraform_data.a"]],
  ])("reads %s", (name, expected, kinds) => {
    const { plan } = readPlan(fixture(name));
    expect(plan).toMatchObject(expected);
    expect(kindsOf(plan)).toStrictEqual(kinds);
  });

  it("reads drift, also when it is a move alone", () => {
    const { plan } = readPlan(fixture("refresh-only"));
    expect(plan.changes).toStrictEqual([]);
    expect(plan.drift).toMatchObject([{ kind: "no-op", isMove: true, previousAddress: "terraform_data.old" }]);
  });

  it("reads checks with their problems", () => {
    expect(readPlan(fixture("failing-check")).plan.checks).toStrictEqual([
      { address: "check.health", kind: "check", status: "fail", problems: ["v is too small: 1"] },
      { address: "terraform_data.a", kind: "resource", status: "pass", problems: [] },
      { address: "var.v", kind: "var", status: "pass", problems: [] },
    ]);
    expect(readPlan(fixture("fence-break-out")).plan.checks[0]?.problems[0]).toContain("\n```\n</details>");
  });

  it("knows generated configuration, and reads it with the values", () => {
    const source = fixture("import-generated");
    const [generated, other] = readPlan(source).plan.changes;
    expect([generated?.hasGeneratedConfig, other?.hasGeneratedConfig]).toStrictEqual([true, false]);
    expect(generated === undefined ? undefined : readBody(source, generated).generatedConfig).toContain(
      "terraform_data",
    );
  });

  it("reads the values of every change later, by its place", () => {
    const source = fixture("zoo");
    const document = JSON.parse(new TextDecoder().decode(source.read(0, source.size))) as {
      resource_changes: { address: string; change: { before: unknown; after: unknown; after_unknown: unknown } }[];
    };
    for (const change of readPlan(source).plan.changes) {
      const expected = document.resource_changes.find((found) => found.address === change.address)?.change;
      const body = readBody(source, change);
      expect([body.before, body.after, body.afterUnknown]).toStrictEqual([
        expected?.before,
        expected?.after,
        expected?.after_unknown,
      ]);
    }
  });

  it("gives the same for every window and every time", () => {
    for (const name of ["zoo", "hostile", "destroy"]) {
      const whole = readPlan(fixture(name));
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 700 }), (window) => {
          expect(readPlan(fixture(name), { window })).toStrictEqual(whole);
        }),
        { numRuns: runs(8, 700), seed: seed() },
      );
    }
  });
});

describe("readPlan on every form of a change", () => {
  it.each([
    [["no-op"], "no-op"],
    [["create"], "create"],
    [["read"], "read"],
    [["update"], "update"],
    [["delete"], "delete"],
    [["forget"], "forget"],
    [["open"], "open"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["create", "forget"], "replace"],
    [["create", "update"], "other"],
    [["sublimate"], "other"],
    [[], "other"],
    [[["delete"]], "other"],
    ["delete", "other"],
    [null, "other"],
  ])("takes %j as %s", (actions, kind) => {
    const { plan } = readPlan(planOf({ resource_changes: [changeOf({ actions })] }));
    const found = kind === "no-op" ? { unchanged: plan.unchanged } : plan.changes[0];
    expect(found).toMatchObject(kind === "no-op" ? { unchanged: 1 } : { kind });
  });

  it("keeps the raw actions of what it does not know", () => {
    const { plan } = readPlan(planOf({ resource_changes: [changeOf({ actions: ["create", "sublimate"] })] }));
    expect(plan.changes[0]?.actions).toStrictEqual(["create", "sublimate"]);
  });

  it("says that the old object of a create-then-forget stays", () => {
    const { plan } = readPlan(planOf({ resource_changes: [changeOf({ actions: ["create", "forget"] })] }));
    expect(plan.changes[0]).toMatchObject({ kind: "replace", replaceOrder: "create-first", isOldForgotten: true });
  });

  it("tells a deposed object from the current one", () => {
    const changes = [changeOf({ actions: ["update"] }), changeOf({ actions: ["delete"] }, { deposed: "abcd1234" })];
    const { plan } = readPlan(planOf({ resource_changes: changes }));
    expect(plan.changes.map((change) => [change.address, change.kind, change.deposed])).toStrictEqual([
      ["a.b", "update", undefined],
      ["a.b", "delete", "abcd1234"],
    ]);
  });

  it("takes a previous address that is the same for no move", () => {
    const changes = [changeOf({ actions: ["no-op"] }, { previous_address: "a.b" })];
    expect(readPlan(planOf({ resource_changes: changes })).plan).toMatchObject({ changes: [], unchanged: 1 });
  });

  it("reads deferred changes with their reasons, and their values", () => {
    const body = { actions: ["create"], before: null, after: { x: 1 }, importing: { unknown: true } };
    const source = planOf({
      complete: false,
      deferred_changes: [
        { reason: "instance_count_unknown", resource_change: changeOf(body, { index_unknown: true }) },
        { resource_change: changeOf({ actions: ["read"] }) },
      ],
    });
    const { plan } = readPlan(source);
    expect(plan.deferred.map((change) => [change.kind, change.deferredReason])).toStrictEqual([
      ["create", "instance_count_unknown"],
      ["read", "unknown"],
    ]);
    expect(plan.deferred[0]?.importing).toStrictEqual({ unknown: true });
    const [first] = plan.deferred;
    expect(first === undefined ? undefined : readBody(source, first).after).toStrictEqual({ x: 1 });
  });

  it("reads an import by identity", () => {
    const importing = { identity: { account: "1", name: "x" } };
    const source = planOf({
      resource_changes: [
        changeOf({ actions: ["no-op"], importing, before_identity: null, after_identity: { name: "x" } }),
      ],
    });
    const [change] = readPlan(source).plan.changes;
    expect(change).toMatchObject({ importing });
    expect(change === undefined ? undefined : readBody(source, change)).toMatchObject({
      beforeIdentity: null,
      afterIdentity: { name: "x" },
    });
  });

  it("shows action invocations and changes of sections it has never heard of", () => {
    const { plan, secrets } = readPlan(
      planOf({
        action_invocations: [
          {
            address: "action.aws_lambda_invoke.x",
            lifecycle_action_trigger: { triggering_resource_address: "a.b", action_trigger_event: "AfterCreate" },
            config_values: { payload: "hunter2" },
            config_sensitive: { payload: true },
          },
        ],
        deferred_action_invocations: [{ reason: "deferred_prereq", action_invocation: { address: "action.x.y" } }],
        state_store_changes: { main: { actions: ["update"] } },
        some_other_section: [{ not: "a change" }],
      }),
    );
    expect(plan.other.map(({ key, address, reason }) => [key, address, reason])).toStrictEqual([
      ["action_invocations", "action.aws_lambda_invoke.x", "AfterCreate a.b"],
      ["deferred_action_invocations", "action.x.y", "deferred_prereq"],
      ["state_store_changes", "main", undefined],
    ]);
    expect(secrets).toStrictEqual(new Set(["hunter2"]));
  });

  it("bears what has another type than it should", () => {
    const { plan } = readPlan(
      planOf({
        variables: null,
        resource_changes: [{ address: 1, type: "t", name: "n", change: null, index: {} }, "no object", null],
        resource_drift: null,
        output_changes: [],
        deferred_changes: [null, {}],
        checks: { not: "a list" },
        prior_state: "none",
        planned_values: { root_module: { resources: {}, child_modules: [1] } },
        configuration: { root_module: { variables: [], module_calls: { m: null } } },
        applyable: "yes",
        errored: null,
      }),
    );
    expect(plan.changes).toMatchObject([{ kind: "other", address: "t.n" }]);
    expect(plan).toMatchObject({ drift: [], deferred: [], outputs: [], checks: [], errored: false });
    expect(plan.applyable).toBeUndefined();
  });
});

describe("readPlan and secrets", () => {
  const flagged = {
    before: { a: "before-secret" },
    after: { a: "after-secret" },
    before_sensitive: { a: true },
    after_sensitive: { a: true },
  };

  it.each<[string, object, string[]]>([
    [
      "changes",
      { resource_changes: [changeOf({ actions: ["update"], ...flagged })] },
      ["before-secret", "after-secret"],
    ],
    ["no-ops", { resource_changes: [changeOf({ actions: ["no-op"], ...flagged })] }, ["before-secret", "after-secret"]],
    ["drift", { resource_drift: [changeOf({ actions: ["update"], ...flagged })] }, ["before-secret", "after-secret"]],
    [
      "deferred changes",
      { deferred_changes: [{ reason: "x", resource_change: changeOf({ actions: ["update"], ...flagged }) }] },
      ["before-secret", "after-secret"],
    ],
    [
      "outputs",
      {
        output_changes: {
          o: {
            actions: ["no-op"],
            before: "out-secret",
            after: "out-secret",
            before_sensitive: true,
            after_sensitive: true,
          },
        },
      },
      ["out-secret"],
    ],
    [
      "planned outputs",
      { planned_values: { outputs: { o: { sensitive: true, value: { deep: ["planned"] } } } } },
      ["planned"],
    ],
    [
      "data sources in nested modules of the prior state",
      {
        prior_state: {
          values: {
            root_module: {
              child_modules: [
                {
                  child_modules: [
                    {
                      resources: [
                        { values: { password: "data-secret", user: "shown" }, sensitive_values: { password: true } },
                      ],
                    },
                  ],
                },
              ],
            },
          },
        },
      },
      ["data-secret"],
    ],
    [
      "variables that the configuration declares sensitive",
      {
        variables: { v: { value: "var-secret" }, w: { value: "shown" } },
        configuration: { root_module: { variables: { v: { sensitive: true, default: "default-secret" }, w: {} } } },
      },
      ["default-secret", "var-secret"],
    ],
    [
      "outputs of modules that are declared sensitive",
      {
        configuration: {
          root_module: {
            module_calls: {
              m: { module: { outputs: { o: { sensitive: true, expression: { constant_value: "const-secret" } } } } },
            },
          },
        },
      },
      ["const-secret"],
    ],
    [
      "literals handed to a module's sensitive variable",
      {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                expressions: { p: { constant_value: "call-secret" }, q: { constant_value: "shown" } },
                module: { variables: { p: { sensitive: true }, q: {} } },
              },
            },
          },
        },
      },
      ["call-secret"],
    ],
  ])("finds them in %s", (_, keys, expected) => {
    expect([...readPlan(planOf(keys)).secrets]).toStrictEqual(expected);
  });

  it("finds them whatever the order of the keys", () => {
    const change = {
      after_sensitive: { a: true },
      before_sensitive: false,
      after: { a: "late-secret" },
      before: null,
      actions: ["create"],
    };
    const source = sourceOf({
      resource_changes: [{ change, address: "a.b" }],
      terraform_version: "1.9.0",
      format_version: "1.2",
    });
    expect([...readPlan(source).secrets]).toStrictEqual(["late-secret"]);
  });

  it("finds what is flagged as a whole, down to its leaves", () => {
    const keys = {
      resource_changes: [
        changeOf({
          actions: ["create"],
          before: null,
          after: { a: { b: ["leaf-one", 12345] } },
          after_sensitive: true,
        }),
      ],
    };
    expect([...readPlan(planOf(keys)).secrets]).toStrictEqual(["leaf-one", "12345"]);
  });
});

describe("readPlan on other versions", () => {
  it("reads old terraform: nothing says whether there is something to apply", () => {
    const source = sourceOf({
      format_version: "0.1",
      terraform_version: "0.12.31",
      resource_changes: [changeOf({ actions: ["create"] })],
    });
    const { plan } = readPlan(source);
    expect(plan).toMatchObject({ formatVersion: "0.1", errored: false });
    expect([plan.applyable, plan.complete]).toStrictEqual([undefined, undefined]);
  });

  it("reads a newer minor format", () => {
    expect(readPlan(sourceOf({ format_version: "1.99", new_thing: { a: [1, 2] } })).plan.formatVersion).toBe("1.99");
  });

  it("refuses a newer major format, naming both", () => {
    const failure = failureOf(sourceOf('{"format_version":"2.0","resource_changes": what ever }'));
    expect(failure).toMatchObject({ reason: "plan-failed" });
    expect(failure.what).toContain("2.0");
    expect(failure.what).toContain("1.x");
  });

  it.each<[string, string, RegExp]>([
    ["a state", JSON.stringify({ format_version: "1.0", values: { root_module: {} } }), /is a state/],
    ["an object without a version", "{}", /no format_version/],
    ["a list", "[]", /at byte 0 of 2/],
    ["nothing", "", /ends too early at byte 0 of 0/],
    ["a cut document", '{"format_version":"1.2","resource_changes":[{"address":"a', /ends too early at byte 57 of 57/],
    [
      "garbage in a part that is skipped",
      '{"format_version":"1.2","relevant_attributes":[tru]}',
      /no valid JSON at byte 47/,
    ],
    ["two documents", '{"format_version":"1.2"}{}', /at byte 24 of 26/],
    [
      "a value that nests too deep",
      `{"format_version":"1.2","checks":${"[".repeat(5000)}${"]".repeat(5000)}}`,
      /deeper than 1000 levels/,
    ],
    [
      "modules that nest too deep",
      `{"format_version":"1.2","planned_values":{"root_module":${'{"child_modules":['.repeat(2000)}`,
      /modules nest deeper/,
    ],
  ])("refuses %s", (_, document, what) => {
    const failure = failureOf(sourceOf(document));
    expect(failure.reason).toBe("plan-failed");
    expect(failure.what).toMatch(what);
    expect(failure.remedy).not.toBe("");
  });

  it("H072: hostile names of variables, outputs and attributes are data", () => {
    const source = sourceOf(`{"format_version":"1.2","__proto__":{"polluted":1},"variables":{"__proto__":{"value":1}},
      "output_changes":{"constructor":{"actions":["create"],"after":{"__proto__":{"polluted":true}},"__proto__":{"polluted":1}}},
      "resource_changes":[{"address":"a.b","__proto__":{"polluted":1},"change":{"actions":["create"],"after":{"__proto__":"x","prototype":{}},"after_sensitive":{"__proto__":true}}}]}`);
    const { plan, secrets } = readPlan(source);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect([...plan.variables.keys()]).toStrictEqual(["__proto__"]);
    expect(plan.outputs.map((output) => output.name)).toStrictEqual(["constructor"]);
    expect(plan.changes).toHaveLength(1);
    expect(secrets.size).toBe(0);
  });
});
