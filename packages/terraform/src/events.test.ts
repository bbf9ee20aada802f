import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { describeEvent } from "./describe-event.ts";
import { type ChangeEvent, parseEvent, type TerraformEvent } from "./events.ts";

const fixtures = new URL("../fixtures/events/", import.meta.url);

function lines(name: string): string[] {
  return readFileSync(new URL(`${name}.jsonl`, fixtures), "utf8")
    .trimEnd()
    .split("\n");
}

function described(name: string): string[] {
  return lines(name)
    .map((line) => describeEvent(parseEvent(line)))
    .filter((line) => line !== undefined);
}

describe("parseEvent", () => {
  it("reads every line of every real stream; only the test command's types are not known", () => {
    const unknown = new Set<string>();
    for (const file of readdirSync(fixtures).filter((name) => name.endsWith(".jsonl"))) {
      for (const line of lines(file.slice(0, -".jsonl".length))) {
        const event = parseEvent(line);
        expect(event.type).not.toBe("text");
        if (event.type === "other") unknown.add(event.name);
        if ("address" in event) expect(event.address).not.toBe("");
      }
    }
    expect([...unknown].sort()).toEqual(["test_abstract", "test_file", "test_run", "test_summary"]);
  });

  it("reads the version event of both products", () => {
    expect(parseEvent(lines("02-apply")[0] ?? "")).toEqual({
      type: "version",
      product: "terraform",
      version: "1.11.4",
      ui: "1.2",
    });
    expect(parseEvent('{"@message":"OpenTofu 1.9.0","tofu":"1.9.0","type":"version","ui":"1.2"}')).toMatchObject({
      product: "opentofu",
      version: "1.9.0",
    });
    expect(parseEvent('{"type":"version"}')).toMatchObject({ product: "other", version: "" });
  });

  it("keeps the kind of every planned change of the zoo", () => {
    const changes = lines("20-zoo")
      .map(parseEvent)
      .filter((event): event is ChangeEvent => event.type === "planned_change");
    expect(new Set(changes.map(({ action }) => action))).toEqual(
      new Set(["update", "replace", "delete", "move", "read", "remove"]),
    );
    expect(changes.find(({ action }) => action === "move")).toMatchObject({ previousAddress: expect.any(String) });
    expect(changes.filter(({ isImport }) => isImport).map(({ address }) => address)).toEqual(["terraform_data.imp"]);
    expect(changes.find(({ reason }) => reason === "tainted")).toMatchObject({ action: "replace" });
  });

  it("has the counts of the summary as numbers", () => {
    const summary = lines("24-apply-zoo")
      .map(parseEvent)
      .find((event) => event.type === "change_summary");
    expect(summary).toMatchObject({ operation: "apply" });
    expect(Object.fromEntries(summary?.counts ?? [])).toEqual({ add: 4, change: 3, import: 1, remove: 7 });
  });

  it("keeps no digit of an output back, and no value of a sensitive one", () => {
    const event = parseEvent(
      '{"type":"outputs","outputs":{"n":{"sensitive":false,"value":9007199254740993},"s":{"sensitive":true,"value":"hunter2"}}}',
    );
    expect(event).toMatchObject({ type: "outputs" });
    const outputs = event.type === "outputs" ? event.outputs : new Map();
    expect(outputs.get("n")).toEqual({ isSensitive: false, value: { text: "9007199254740993" } });
    expect(outputs.get("s")).toEqual({ isSensitive: true });
  });

  it("says that a state was dumped, without keeping it", () => {
    const event = parseEvent('{"type":"log","@message":"Emergency state dump","state":{"secret":"hunter2"}}');
    expect(event).toEqual({ type: "log", message: "Emergency state dump", isStateDump: true });
  });

  it("knows the events of newer versions: actions, ephemeral resources, deferred changes", () => {
    expect(
      parseEvent(
        '{"type":"action_start","hook":{"action":{"addr":"action.x.y"},"lifecycle":{"resource":{"addr":"a.b"}}}}',
      ),
    ).toEqual({
      type: "action_start",
      address: "action.x.y",
      trigger: "a.b",
    });
    expect(
      parseEvent(
        '{"type":"planned_action_invocation","invocation":{"action_addr":{"addr":"action.x.y"},"lifecycle_trigger":{"triggering_resource":{"addr":"a.b"}}}}',
      ),
    ).toEqual({ type: "planned_action_invocation", address: "action.x.y", trigger: "a.b" });
    expect(
      parseEvent('{"type":"ephemeral_op_start","hook":{"resource":{"addr":"ephemeral.a.b"},"action":"open"}}'),
    ).toEqual({
      type: "ephemeral_op_start",
      address: "ephemeral.a.b",
      action: "open",
    });
    expect(
      parseEvent(
        '{"type":"deferred_change","change":{"reason":"instance_count_unknown","change":{"resource":{"addr":"a.b"},"action":"create"}}}',
      ),
    ).toEqual({
      type: "deferred_change",
      address: "a.b",
      action: "create",
      reason: "instance_count_unknown",
      isImport: false,
    });
    expect(parseEvent('{"type":"provider_lockfile_updated","@message":"x"}')).toEqual({
      type: "other",
      name: "provider_lockfile_updated",
      message: "x",
    });
  });

  it.each(["", "plain text", "[1]", "{", '{"type":', "panic: runtime error", "{}x", "null"])(
    "takes %j for text",
    (line) => {
      expect(parseEvent(line)).toEqual({ type: "text", text: line });
    },
  );

  it("H072: hostile keys reach no prototype and no crash", () => {
    const hostile = [
      '{"__proto__":{"type":"diagnostic","polluted":1}}',
      '{"type":"outputs","outputs":{"__proto__":{"value":1},"constructor":{"sensitive":false,"value":2}}}',
      '{"type":"change_summary","changes":{"__proto__":1,"add":"many","operation":{}}}',
      '{"type":"planned_change","change":{"resource":{"addr":{"toString":1}}}}',
      '{"type":"constructor"}',
      `{"type":"diagnostic","diagnostic":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      `{"type":"outputs","outputs":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    ];
    for (const line of hostile) expect(describeEvent(parseEvent(line)) ?? "").not.toContain("\n");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    const { outputs } = parseEvent(hostile[1] ?? "") as TerraformEvent & { type: "outputs" };
    expect([...outputs.keys()]).toEqual(["__proto__", "constructor"]);
  });

  it("never throws, whatever JSON comes", () => {
    const types = [
      "version",
      "diagnostic",
      "planned_change",
      "change_summary",
      "outputs",
      "apply_complete",
      "provision_progress",
      "log",
      "x",
    ];
    const keys = [
      "type",
      "change",
      "hook",
      "resource",
      "addr",
      "action",
      "outputs",
      "changes",
      "diagnostic",
      "range",
      "snippet",
      "values",
    ];
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...types),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
    }));
    const property = fc.property(fc.constantFrom(...types), value, value, value, (type, change, hook, rest) => {
      const event = parseEvent(JSON.stringify({ type, change, hook, diagnostic: rest, outputs: rest, changes: rest }));
      expect(typeof event.type).toBe("string");
      expect(describeEvent(event) ?? "").not.toMatch(/[\r\n]/);
    });
    fc.assert(property, { numRuns: runs(300, 100_000), seed: seed() });
  });
});

describe("describeEvent", () => {
  it("shows a plan by addresses, actions and counts", () => {
    expect(described("22-target")).toMatchInlineSnapshot(`
[
  "Terraform 1.11.4",
  "terraform_data.trig: refreshing",
  "terraform_data.new: refreshing",
  "terraform_data.trig: plan to update",
  "terraform_data.new: plan to move (moved from terraform_data.old)",
]
`);
  });

  it("shows an apply with times", () => {
    expect(described("31-apply-fail")).toMatchInlineSnapshot(`
[
  "Terraform 1.11.4",
  "terraform_data.slow: plan to create",
  "terraform_data.ok: plan to create",
  "terraform_data.boom: plan to create",
  "terraform_data.slow: creating",
  "terraform_data.slow: provisioning with local-exec",
  "terraform_data.ok: creating",
  "terraform_data.ok: created",
  "terraform_data.boom: creating",
  "terraform_data.boom: provisioning with local-exec",
  "terraform_data.boom: provisioning with local-exec failed",
  "terraform_data.boom: creating failed",
  "terraform_data.slow: still creating, 10 s so far",
  "terraform_data.slow: provisioned with local-exec",
  "terraform_data.slow: created after 11 s",
]
`);
  });

  it("shows a plan once: not again when it is applied", () => {
    const shown = (verb?: string): (string | undefined)[] =>
      lines("31-apply-fail").map((line) => describeEvent(parseEvent(line), verb));
    const isPlanned = (line: string | undefined): boolean => line?.includes("plan to") === true;
    expect(shown().filter(isPlanned)).toHaveLength(3);
    expect(shown("apply").filter((line) => line !== undefined)).toEqual(
      shown().filter((line) => line !== undefined && !isPlanned(line)),
    );
  });

  it("shows an init by its steps", () => {
    expect(described("init-no-lock-file")).toMatchInlineSnapshot(`
[
  "Terraform 1.11.4",
  "initializing backend",
  "initializing provider plugin",
]
`);
  });

  it("H063: leaves out ids, provisioner output, diagnostics and output values: nothing is redacted yet", () => {
    for (const name of ["02-apply", "20-zoo", "24-apply-zoo", "31-apply-fail", "32-import-gen", "33-outonly"]) {
      const shown = described(name).join("\n");
      for (const line of lines(name)) {
        const event = parseEvent(line);
        if ("id" in event && event.id !== undefined && event.id.length > 3) expect(shown).not.toContain(event.id);
        if (event.type === "provision_progress" && event.output !== undefined)
          expect(shown).not.toContain(`: ${event.output}`);
        if (event.type === "diagnostic" && event.diagnostic.detail !== "")
          expect(shown).not.toContain(event.diagnostic.detail);
      }
      expect(shown).not.toContain("hunter2");
    }
  });

  it("H004: keeps line breaks and control characters of names from becoming lines of the log", () => {
    const address = 'x["\\r::set-output name=a::b\\u001b[8m\\u2028y"]'.replaceAll('"', '\\"');
    const line = describeEvent(parseEvent(`{"type":"refresh_start","hook":{"resource":{"addr":"${address}"}}}`));
    expect(line).toBe('x["\\u000d::set-output name=a::b\\u001b[8m\\u2028y"]: refreshing');
  });
});
