import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { parseHandrailFile } from "./handrail-file.ts";

const path = ".github/handrail.yml";

function problemsOf(text: string): string {
  try {
    parseHandrailFile(text, path);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.what;
    throw thrown;
  }
  return "none";
}

describe("parseHandrailFile", () => {
  it("reads guardrails and roots", () => {
    const file = parseHandrailFile(
      `guardrails:
  - name: databases-stay
    types: [aws_db_instance, aws_rds_*]
    addresses: ['module.data.*']
    actions: [delete, replace]
    max: 1
    unless-label: allow-database-change
    message: Ask first.
roots:
  - path: live/*
    environment: '{basename}'
    workspace: default
    var-files: [common.tfvars]
    backend-config-files: []
    wave: 2
`,
      path,
    );
    expect(file).toEqual({
      guardrails: [
        {
          name: "databases-stay",
          types: ["aws_db_instance", "aws_rds_*"],
          addresses: ["module.data.*"],
          actions: ["replace", "delete"],
          max: 1,
          unlessLabel: "allow-database-change",
          message: "Ask first.",
        },
      ],
      roots: [
        {
          path: "live/*",
          environment: "{basename}",
          workspace: "default",
          varFiles: ["common.tfvars"],
          backendConfigFiles: [],
          wave: 2,
        },
      ],
    });
  });

  it.each(["", "# nothing yet\n", "guardrails: []\n", "guardrails:\nroots:\n"])("takes %j as no rules", (text) => {
    expect(parseHandrailFile(text, path)).toEqual({ guardrails: [], roots: [] });
  });

  it.each<[string, string[]]>([
    ["guardrail:\n  - name: a\n", [`${path}:1:1: unknown key "guardrail"`]],
    ["- a\n", [`${path}:1:1: the file must be a mapping`]],
    ["guardrails:\n  - name: a\n    type: [x]\n    actions: [delete]\n", [`:3:5: unknown key "type"`, "needs `types`"]],
    ["guardrails:\n  - types: [x]\n    actions: [delete]\n", [":2:5: a guardrail needs `name`"]],
    ["guardrails:\n  - name: a\n    types: [x]\n", [":2:5: a guardrail needs `actions`"]],
    ["guardrails:\n  - name: a\n    types: [x]\n    actions: [destroy]\n", [':4:14: unknown action "destroy"']],
    ["guardrails:\n  - name: a\n    types: [x]\n    actions: [delete]\n    max: -1\n", [":5:10: max must be a whole"]],
    ["guardrails:\n  - name: a\n    types: x\n    actions: [delete]\n", [":3:12: types must be a list"]],
    ["guardrails:\n  - name: [a\n", [`${path}:`]],
    ["guardrails: []\nguardrails: []\n", [`${path}:`]],
    ["roots:\n  - wave: 1\n", [":2:5: a root needs `path`"]],
    ["guardrails:\n  - __proto__: {}\n", ['unknown key "__proto__"']],
  ])("says where %j is wrong", (text, expected) => {
    const said = problemsOf(text);
    for (const part of expected) expect(said).toContain(part);
  });

  it("reports every problem at once, in order", () => {
    const said = problemsOf("guardrails:\n  - nam: a\n    actions: [destroy]\nrots: []\n");
    expect(said.indexOf(":2:5")).toBeGreaterThan(0);
    expect(said.indexOf(":2:5")).toBeLessThan(said.indexOf(":3:14"));
    expect(said.indexOf(":3:14")).toBeLessThan(said.indexOf(":4:1"));
  });
});
