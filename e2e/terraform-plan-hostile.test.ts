/**
 * Text from outside in the log of terraform-plan's bundle: nothing that terraform prints becomes a workflow command, is
 * lost, or shows a secret.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { installFakeTerraform, parseRunnerLog, renderComment } from "@handrail/testkit";
import type { ActionOptions, ActionResult, FakeScript, FakeTerraform } from "@handrail/testkit";
import { parse } from "yaml";
import { action, foreignCommands, openStage, plain, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();
let pull: PullStage;
beforeAll(async () => {
  pull = await startPull();
});
afterAll(async () => {
  await pull.github.close();
  stage.clear();
});

const run = (more: Partial<ActionOptions>): Promise<ActionResult> =>
  stage.plan({ workspace: stage.checkout({ "main.tf": "" }), github: pull.github, event: pull.event, ...more });

/** Whichever stream the runner reads first: only our own commands, none of which carries what is not ours to say. */
function expectInert(result: ActionResult): void {
  for (const order of ["stderr-first", "stdout-first"] as const) {
    const log = parseRunnerLog({ stdout: result.stdout, stderr: result.stderr, order });
    expect(foreignCommands({ ...result, commands: log.commands })).toEqual([]);
    expect(log.annotations.filter(({ title }) => title === "Approved")).toEqual([]);
    expect(log.masks.filter((mask) => mask.length < 8)).toEqual([]);
    expect([log.failures, log.isStopped, log.outputs.size]).toEqual([[], false, 0]);
  }
  expect([result.stderr, result.env, result.path, result.failures]).toEqual(["", {}, [], []]);
}

const spaces = ["0085", "00a0", "1680", "2000", "2004", "200a", "2028", "2029", "202f", "205f", "3000"];
const values = [
  ["H001", String.raw`hello\n::add-mask::true\n`],
  ["H004", String.raw`a\r::set-output name=changes::false`],
  ["H009", String.raw`x\n::set-env name=A::b\n::add-path::/tmp`],
  ["H010", String.raw`x\n::add-matcher::.github/m.json`],
  ["H008", String.raw`x\n::stop-commands::abcdefghijklmnop\n##[error]x`],
  ["H005", spaces.map((code) => String.raw`\n\u${code}::notice title=Approved::x`).join("")],
];
const real = `${values.map(([name, text]) => `resource "terraform_data" "${name}" {\n  input = "${text}"\n}\n`).join("")}
resource "terraform_data" "key" {
  for_each = toset(["k\\n::error title=Approved::by key"])
}
check "liar" {
  assert {
    condition     = terraform_data.H001.input == ""
    error_message = "x\\n::error title=Approved::by security\\n${spaces.map((code) => String.raw`\u${code}::error title=Approved::y`).join(String.raw`\n`)}\\n\`\`\`\\n</details>\\n## Plan approved\\n@org/admins"
  }
}
output "o" {
  value = "y\\n::add-mask::true"
}
`;

describe("a real configuration that prints workflow commands", () => {
  let result: ActionResult;
  beforeAll(async () => {
    result = await run({ workspace: stage.checkout({ "main.tf": real, ".github/m.json": "{}" }) });
  });

  it("H001, H002, H004, H005, H008, H009, H010: none of them is live, and the step says what terraform says", () => {
    expectInert(result);
    expect(result.conclusion).toBe("success");
    expect(result.outputs).toMatchObject({ result: "changes", "has-changes": "true", "to-add": "7", "exit-code": "2" });
    expect(result.masks).not.toContain("true");
    expect(result.log).toContain(String.raw`\::error title=Approved::by security`);
    expect(result.annotations.map(({ level, title }) => [level, title])).toEqual([
      ["warning", "Check block assertion failed"],
    ]);
  });

  it("H022: and neither comment nor summary gets a structure from it", () => {
    for (const markdown of [pull.github.comments(pull.number)[0]?.body ?? "", result.summary]) {
      const shown = renderComment(markdown);
      expect(shown.headings).toHaveLength(1);
      expect(shown.mentions).toEqual([]);
      expect(shown.codeBlocks.some(({ text }) => text.includes("## Plan approved"))).toBe(true);
      expect(plain(markdown)).toContain("::add-mask::true");
    }
  });
});

const line = (event: object): string => `${JSON.stringify({ "@level": "info", "@message": "", ...event })}\n`;
const version = line({ type: "version", terraform: "1.11.4", ui: "1.2" });
const document = { format_version: "1.2", terraform_version: "1.11.4", resource_changes: [] };

function fakeTerraform(script: FakeScript): FakeTerraform {
  const answers = { init: { stdout: version }, fmt: {}, validate: { stdout: "{}" }, ...script };
  return installFakeTerraform({ directory: stage.checkout().path, script: answers });
}

function diagnostic(severity: string, summary: string, detail: string, more: object = {}): string {
  return line({ "@level": severity, type: "diagnostic", diagnostic: { severity, summary, detail, ...more } });
}

describe("a terraform that says anything", () => {
  it("H021: 500 diagnostics are ten annotations of a level, the worst first, and a count of the rest", async () => {
    const place = (at: number): object => ({
      range: { filename: "main.tf", start: { line: at, column: 1, byte: 0 }, end: { line: at, column: 2, byte: 1 } },
    });
    const many = Array.from({ length: 500 }, (_, at) =>
      diagnostic(at % 2 === 0 ? "warning" : "error", `Number ${at}`, "x".repeat(5000), place(at + 1)),
    );
    const fake = fakeTerraform({ plan: { stdout: version + many.join(""), exit: 1 } });
    const result = await run({ path: [fake.directory] });
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "plan-failed" });
    expectInert(result);
    const levels = result.annotations.map(({ level }) => level);
    expect(levels).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
    ]);
    expect(result.annotations[0]?.title).toBe("terraform-plan");
    for (const { message } of result.annotations) expect(message.length).toBeLessThanOrEqual(4096);
    expect(result.log).toContain("241 more errors have no annotation");
    expect(result.log).toContain("240 more warnings have no annotation");
    const [comment] = pull.github.comments(pull.number);
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1_048_576);
  });

  it("H063: a sensitive value that is printed before anybody can know it is not shown", async () => {
    const secret = "early-battery-staple";
    const plan = {
      ...document,
      variables: { password: { value: secret } },
      configuration: { root_module: { variables: { password: { sensitive: true } } } },
    };
    const said =
      version +
      diagnostic("warning", `Careful with ${secret}`, `The password is ${secret}.`) +
      line({
        "@message": `resource: ${secret}`,
        type: "refresh_start",
        hook: { resource: { addr: "a.b" }, id_value: secret },
      }) +
      line({ "@message": secret, type: "of_tomorrow", payload: secret });
    const fake = fakeTerraform({
      plan: { stdout: said, exit: 0, files: { "{out}": "PK" } },
      show: { stdout: JSON.stringify(plan) },
    });
    const result = await run({ path: [fake.directory] });
    expect(result.outputs).toMatchObject({ result: "no-changes" });
    const comments = pull.github.comments(pull.number).map(({ body }) => body);
    for (const text of [result.stdout, result.summary, JSON.stringify(result.outputs), ...comments])
      expect(text).not.toContain(secret);
    expect(result.log).toContain("The password is (sensitive value).");
  });

  it("H074: characters that are split between chunks come out whole", async () => {
    const text = "Zażółć gęślą jaźń 👩‍🚀 日本語";
    const fake = fakeTerraform({ plan: { stdout: version + diagnostic("error", text, text), chunkAt: 1, exit: 1 } });
    const result = await run({ path: [fake.directory] });
    for (const shown of [result.log, result.summary, pull.github.comments(pull.number)[0]?.body ?? ""]) {
      expect(shown).not.toContain("\uFFFD");
      expect(plain(shown)).toContain("Zażółć gęślą jaźń");
      expect(plain(shown)).toContain("日本語");
    }
  });

  it("H008: what it writes on its error output is no command either", async () => {
    const noise = "::set-output name=x::y\n##[add-path]/tmp\n::stop-commands::abcdefghijkl\n";
    const fake = fakeTerraform({ plan: { stdout: `${version}${noise}`, stderr: noise, exit: 11 } });
    const result = await run({ path: [fake.directory], isDebug: true });
    expectInert(result);
    expect(result.outputs).toMatchObject({ result: "failed", "failure-reason": "plan-failed", "exit-code": "11" });
    expect(Object.keys(result.outputs)).not.toContain("x");
  });

  it("H121: is never asked a question, and gets no input, no tokens and no files of the runner", async () => {
    const fake = fakeTerraform({
      plan: { stdout: version, exit: 0, files: { "{out}": "PK" } },
      show: { stdout: JSON.stringify(document) },
    });
    const env = { GITHUB_TOKEN: "canary-github-token", HIDDEN_NOT: "seen", ACTIONS_SPECIAL: "named" };
    const inputs = { "pass-environment": "ACTIONS_SPECIAL\n", "seal-key": "0123456789abcdefghijklmnopqrstuv" };
    await run({ path: [fake.directory], env, inputs });
    const calls = fake.calls().filter(({ event }) => event === "start");
    expect(calls.map(({ argv }) => argv[0])).toEqual(expect.arrayContaining(["version", "init", "plan", "show"]));
    for (const { argv, env: seen } of calls) {
      if (argv[0] === "init" || argv[0] === "plan") expect(argv).toContain("-input=false");
      const hidden = /^(?:INPUT_|STATE_|ACTIONS_(?!SPECIAL)|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/;
      expect(Object.keys(seen).filter((name) => hidden.test(name))).toEqual([]);
      expect(JSON.stringify([argv, seen])).not.toMatch(/canary-|0123456789abcdef/);
      expect(seen).toMatchObject({ TF_INPUT: "0", HIDDEN_NOT: "seen", ACTIONS_SPECIAL: "named" });
    }
  });

  it("H121: the real one waits for no answer", async () => {
    const asks = 'variable "region" {\n  type = string\n}\nterraform {\n  backend "http" {}\n}\n';
    const result = await run({ workspace: stage.checkout({ "main.tf": asks }) });
    expect(result.outputs).toMatchObject({
      result: "failed",
      "failure-reason": expect.stringMatching(/^init-failed$|^invalid-configuration$/) as unknown,
    });
  });
});

it("H018, H122: there is no input or output through which data could reach later steps or an artifact", () => {
  const manifest = parse(readFileSync(join(action, "action.yml"), "utf8")) as { inputs: object; outputs: object };
  const names = [...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)];
  expect(names.filter((name) => /artifact|upload|export|(?:^|-)env$/.test(name))).toEqual([]);
});
