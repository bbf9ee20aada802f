import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  parseEnvironmentFile,
  parseFileCommands,
  parsePathFile,
  parseRunnerLog,
  type RunnerLog,
  workspace,
  type Workspace,
} from "@handrail/testkit";
import { createHost, type HostControl } from "./create-host.ts";

let folder: Workspace;
let printed: string;
let control: HostControl;

const FILES = ["output", "state", "path", "env", "step_summary"];
const outputs = { result: { description: "r" }, plan: { description: "p" }, summary: { description: "s" } };

const log = (): RunnerLog => parseRunnerLog({ stdout: printed });
const readOutputs = (): Map<string, string> => parseFileCommands(folder.read("output")).values;

function start(environment: Record<string, string> = {}, hasFiles = true): void {
  printed = "";
  const files = FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, folder.resolve(name)]);
  control = createHost({
    environment: {
      RUNNER_TEMP: folder.resolve("temp"),
      ...(hasFiles ? Object.fromEntries(files) : {}),
      ...environment,
    },
    write: (text) => (printed += text),
    cancelled: new AbortController().signal,
    outputs,
  });
}

beforeEach(() => {
  folder = workspace(Object.fromEntries(FILES.map((name) => [name, ""])), { git: false });
  start();
});
afterEach(() => folder.cleanup());

describe("host: the log", () => {
  it("H014: shows texts from outside and obeys none of them", () => {
    control.host.log.info("service: \n::stop-commands::z\n##[error]x\u001B[8m");
    control.host.log.info("");
    expect(printed).toBe("service: \n\\::stop-commands::z\n##\\[error]x\\u{1B}[8m\n\n");
    expect(log().commands).toEqual([]);
  });

  it("H008: everything goes to one stream, in order", () => {
    control.host.log.group("a\n::error::b");
    control.host.log.warning("w\n::error::x");
    control.host.log.info("i");
    control.host.log.endGroup();
    expect(log().shown).toEqual(["##[group]a ::error::b", "##[warning]w\n\\::error::x", "i", "##[endgroup]"]);
  });

  it("shows debug lines only when the job asks for them", () => {
    control.host.log.debug("hidden");
    expect(printed).toBe("");
    start({ RUNNER_DEBUG: "1" });
    control.host.log.debug("a\nb%");
    expect(log().debug).toEqual(["a\nb%"]);
  });

  it("makes plain lines of warnings that GitHub would drop", () => {
    for (let count = 1; count <= 12; count += 1) control.host.log.warning(`w${count}`);
    expect(log().annotations).toHaveLength(10);
    expect(log().plain).toEqual(["Warning: w11", "Warning: w12"]);
  });
});

describe("host: secrets", () => {
  it("masks a secret for the runner, and hides it in everything we write", () => {
    control.host.mask("hunter22");
    expect(log().masks).toEqual(["hunter22"]);
    printed = "";
    control.host.log.info("a hunter22 b");
    control.host.log.warning(`x ${Buffer.from("hunter22").toString("base64")}`);
    control.host.annotate({
      level: "error",
      title: "hunter22",
      message: "hunter22",
      location: { file: "hunter22", line: 1 },
    });
    control.host.summary("hunter22");
    control.host.output("plan", { hunter22: ["hunter22", 1, true, null] });
    control.host.output("summary", "see hunter22");
    control.annotator.flush();
    const written = [printed, ...FILES.map((name) => folder.read(name))].join("\n");
    expect(written).not.toContain("hunter22");
    expect(written).not.toContain("aHVudGVyMj");
    expect(JSON.parse(readOutputs().get("plan") ?? "")).toEqual({
      "(sensitive value)": ["(sensitive value)", 1, true, null],
    });
    expect(control.host.redactor.redact("hunter22")).toBe("(sensitive value)");
  });

  it("leaves an output as it is when asked to", () => {
    control.host.mask("hunter22");
    control.host.output("plan", "hunter22", { verbatim: true });
    expect(readOutputs().get("plan")).toBe("hunter22");
  });

  it("keeps JSON valid when a secret is part of an escape or a number", () => {
    control.host.redactor.add("nabcd");
    control.host.redactor.add("47114711");
    const value = { a: "x\nabcd", b: 47_114_711 };
    control.host.output("plan", value);
    expect(JSON.parse(readOutputs().get("plan") ?? "")).toEqual({ a: "x\nabcd", b: "(sensitive value)" });
  });

  it("H062: masks no short lines of a secret: they would be masked everywhere, outputs too", () => {
    control.host.mask('{\n  "key": "abcdef"\n}');
    expect(log().masks).toEqual(['"key": "abcdef"']);
    start();
    control.host.mask("line one\nline two");
    expect(log().masks).toEqual(["line one\nline two"]);
    start();
    for (const short of ["", "a", "   ", "abc"]) control.host.mask(short);
    expect(printed).toBe("");
  });
});

describe("host: outputs", () => {
  it("writes texts as they are and everything else as JSON", () => {
    for (const value of ["a\nb", 3, true, ["a"], { a: 1 }] as const) {
      control.host.output("plan", value);
      const text = typeof value === "string" ? value : JSON.stringify(value);
      expect(readOutputs().get("plan")).toBe(text);
    }
  });

  it("does not write what action.yml does not declare", () => {
    for (const name of ["other", "toString", "__proto__"]) control.host.output(name, "x");
    expect([...readOutputs()]).toEqual([]);
    expect(log().plain[0]).toContain("The output other is not declared");
  });

  it("H019: puts a value over 64 KiB into a file that only this user can read", () => {
    const large = { text: "é".repeat(40_000) };
    control.host.output("plan", { text: "x".repeat(65_000) });
    expect(readOutputs().get("plan")).toHaveLength(65_011);
    control.host.output("plan", large);
    const { file } = JSON.parse(readOutputs().get("plan") ?? "") as { file: string };
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(large);
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it("H019: keeps all outputs together below half of what GitHub takes", () => {
    for (let count = 0; count < 40; count += 1) control.host.output("plan", "x".repeat(60_000));
    expect(2 * folder.read("output").length).toBeLessThan(600_000);
    expect(JSON.parse(readOutputs().get("plan") ?? "")).toHaveProperty("file");
  });
});

describe("host: the runner's other files", () => {
  it("H013: keeps state in its own file only, and reads it from the environment", () => {
    control.host.saveState("lock-id", "a\nb");
    control.host.log.info("::save-state name=lock-id::00000000");
    expect([...parseFileCommands(folder.read("state")).values]).toEqual([["lock-id", "a\nb"]]);
    expect(log().state.size).toBe(0);
    start({ STATE_x: "1" });
    expect([control.host.state("x"), control.host.state("y")]).toEqual(["1", undefined]);
  });

  it("H018: nothing but TF_TOKEN_* ever reaches the environment of later steps", () => {
    for (const name of [
      "NODE_OPTIONS",
      "LD_PRELOAD",
      "PATH",
      "BASH_ENV",
      "GITHUB_TOKEN",
      "TF_TOKEN_",
      "TF_TOKEN_a b",
      "TF_TOKEN_a\nX=",
      "XTF_TOKEN_a",
    ]) {
      expect(() => control.host.exportToken(name, "value")).toThrow("may not be set");
    }
    expect(() => control.host.exportToken("TF_TOKEN_a", "a\nPATH=b")).toThrow("control characters");
    expect(folder.read("env")).toBe("");
    control.host.exportToken("TF_TOKEN_app_terraform_io", "tok-en12");
    expect([...parseEnvironmentFile(folder.read("env")).values]).toEqual([["TF_TOKEN_app_terraform_io", "tok-en12"]]);
    expect(log().masks).toContain("tok-en12");
  });

  it("H018: only one absolute directory at a time is put on PATH", () => {
    for (const bad of ["relative", "./x", "/a:/b", "/a\n/b", "/a\r/b", ""]) {
      expect(() => control.host.addPath(bad)).toThrow("absolute directory");
    }
    control.host.addPath("/opt/terraform");
    expect(parsePathFile(folder.read("path"))).toEqual(["/opt/terraform"]);
  });

  it("makes directories that only this user can enter", () => {
    const [one, two] = [control.host.temporaryDirectory("../a b"), control.host.temporaryDirectory("../a b")];
    expect(one).not.toBe(two);
    expect(dirname(one)).toBe(folder.resolve("temp"));
    expect(statSync(one).mode & 0o777).toBe(0o700);
  });

  it("H072: reads the event without touching prototypes, and bounds its size", () => {
    folder.write({
      "event.json": '{"__proto__":{"polluted":true},"number":7}',
      "bad.json": "{",
      "big.json": `"${"x".repeat(33_554_432)}"`,
    });
    expect(control.host.readEvent()).toBeUndefined();
    start({ GITHUB_EVENT_PATH: folder.resolve("event.json") });
    const event = control.host.readEvent() as Record<string, unknown>;
    expect([event["number"], event["polluted"]]).toEqual([7, undefined]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    start({ GITHUB_EVENT_PATH: folder.resolve("bad.json") });
    expect(() => control.host.readEvent()).toThrow("cannot be read as JSON");
    start({ GITHUB_EVENT_PATH: folder.resolve("big.json") });
    expect(() => control.host.readEvent()).toThrow("too large");
    start({ GITHUB_EVENT_PATH: folder.resolve("gone.json") });
    expect(control.host.readEvent()).toBeUndefined();
  });

  it("prints instead of writing when it is run by hand, and does not fail", () => {
    start({}, false);
    control.host.output("plan", "a\n::error::b");
    control.host.saveState("x", "y");
    control.host.summary("# s");
    control.host.addPath("/opt/terraform");
    control.host.exportToken("TF_TOKEN_a", "secret-1");
    expect(log().commands.map(({ name }) => name)).toEqual(["add-mask"]);
    expect(log().plain).toEqual([
      "plan=a",
      "\\::error::b",
      "Put this directory on PATH: /opt/terraform",
      "Set TF_TOKEN_a for the next steps yourself: there is no GITHUB_ENV.",
    ]);
    expect(existsSync(folder.resolve("temp"))).toBe(false);
  });
});

describe("host: annotations", () => {
  it("H021: prints the worst first, 10 of a level, and how many are left out", () => {
    for (let count = 0; count < 12; count += 1) {
      control.host.annotate({ level: "notice", message: `n${count}` });
      control.host.annotate({
        level: "error",
        title: "a:b",
        message: `e${count}\n::add-mask::x`,
        location: { file: "a,b.tf", line: 3, endLine: 4, column: 5, endColumn: 6 },
      });
    }
    control.host.log.warning("at its place");
    control.annotator.flush();
    const { annotations, plain, masks } = log();
    expect(annotations.map(({ level }) => level)).toEqual([
      "warning",
      ...Array(10).fill("error"),
      ...Array(10).fill("notice"),
    ]);
    expect(annotations[1]).toEqual({
      level: "error",
      title: "a:b",
      message: "e0\n\\::add-mask::x",
      file: "a,b.tf",
      line: 3,
      endLine: 4,
      column: 5,
      endColumn: 6,
    });
    expect(plain).toEqual([
      "2 more errors have no annotation: GitHub keeps 10 of a step.",
      "2 more notices have no annotation: GitHub keeps 10 of a step.",
    ]);
    expect(masks).toEqual([]);
  });
});
