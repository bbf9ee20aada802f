/** What a probe's lines say, and what the executor makes of answers that are not whole; in virtual time. */
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { parseJson, read, readList, readText } from "@handrail/runner";
import { createAnswerReader, readAnswer } from "./ecs-answer.ts";
import { container, openModel, stopped, until } from "./ecs-model-fixture.ts";
import type { Model, ModelOptions } from "./ecs-model-fixture.ts";

/** What a probe prints. */
function print(nonce: string, answer: unknown, size = 8000): string[] {
  const text = JSON.stringify(answer);
  const pieces = text.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
  const digest = createHash("sha256").update(text).digest("hex");
  const lines = ["begin", ...pieces.map((piece, at) => `${at + 1} |${piece}|`), `end ${pieces.length} ${digest}`];
  return lines.map((line) => `handrail-${nonce} ${line}`);
}

function readAll(lines: readonly string[], nonce = "n"): string | undefined {
  const reader = createAnswerReader(nonce);
  for (const line of lines) reader.push(line);
  return reader.text();
}

describe("the lines of an answer", () => {
  it("are read whatever is between, before and behind them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme-ascii" }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.nat(60), fc.string({ unit: "binary" }))),
        (words, size, noise) => {
          const lines = print("n", { answers: words }, size);
          for (const [at, line] of noise) if (!line.includes("handrail-n")) lines.splice(at, 0, line);
          expect(readAll(lines)).toBe(JSON.stringify({ answers: words }));
          expect(readAll(lines.map((line) => `app_1  | ${line}  `))).toBe(JSON.stringify({ answers: words }));
        },
      ),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });

  it("are nothing when one of them is missing, cut or another's", () => {
    const whole = print("n", { answers: ["a".repeat(50)] }, 10);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom("drop", "cut", "change"), (at, how) => {
        const lines = whole.flatMap((line, index) => {
          if (index !== at) return [line];
          if (how === "drop") return [];
          return [how === "cut" ? line.slice(0, -3) : line.replace(/a(?=[^a]*$)/, "b").replace(/[0-9a-f]$/, "x")];
        });
        const text = readAll(lines);
        // The first line only says that something begins.
        if (at > 0) expect(text).toBeUndefined();
      }),
      { numRuns: runs(60, 1000), seed: seed() },
    );
    expect(readAll(whole, "m")).toBeUndefined();
  });
});

describe("what an answer says", () => {
  it("is rows by column", () => {
    const answers = [
      {
        columns: ["a", "b"],
        rows: [
          [1, null],
          ["x", true],
        ],
      },
      { columns: [], rows: [] },
    ];
    expect(readAnswer(JSON.stringify({ answers }), "postgresql", 2)).toEqual([
      [
        { a: 1, b: null },
        { a: "x", b: true },
      ],
      [],
    ]);
  });

  it.each<[object, object]>([
    [{ answers: [] }, { reason: "task-failed" }],
    [{ answers: [{ columns: ["a"], rows: [[{}]] }] }, { reason: "task-failed" }],
    [{ answers: [{ columns: ["a", "b"], rows: [[1]] }] }, { reason: "task-failed" }],
    [
      { answers: [], error: { code: "42P01", message: 'relation "x" does not exist' } },
      { kind: "missing", code: "42P01" },
    ],
    [{ answers: [], error: { code: "ECONNREFUSED", message: "" } }, { kind: "unreachable" }],
    [{ answers: [], error: { code: "28P01", message: "password authentication failed" } }, { kind: "denied" }],
    [{ answers: [], error: { code: "NO_URL", message: "" } }, { reason: "invalid-input" }],
    [{ answers: [], error: { code: "NO_DRIVER", message: "the image has none of pg" } }, { reason: "invalid-input" }],
  ])("%j is an error", (answer, expected) => {
    let thrown: unknown;
    try {
      readAnswer(JSON.stringify(answer), "postgresql", 1);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject(expected);
  });
});

/** The question that a probe was asked. */
function questionOf({ calls }: Pick<Model, "calls">): { nonce: string; statements: unknown[] } {
  const input = calls.findLast(({ operation }) => operation === "RunTask")?.input;
  const [override] = readList(input, "overrides", "containerOverrides");
  const payload = String(readList(override, "command").at(-1));
  const question = parseJson(
    payload.startsWith("{") ? payload : inflateRawSync(Buffer.from(payload, "base64")).toString(),
  );
  return { nonce: readText(question, "nonce"), statements: readList(question, "statements") };
}

/** A cluster whose probe prints what `print` makes of the question. */
async function probing(printed: (nonce: string) => readonly string[], more: ModelOptions = {}): Promise<Model> {
  const model: Model = await openModel({
    ...more,
    answer: (call, count) => {
      if (call.operation !== "GetLogEvents") return more.answer?.(call, count);
      if (read(call.input, "nextToken") !== undefined) return { events: [], nextForwardToken: "f/1" };
      return { events: printed(questionOf(model).nonce).map((message) => ({ message })), nextForwardToken: "f/1" };
    },
  });
  return model;
}

const one = { answers: [{ columns: ["one"], rows: [[1]] }] };

describe("a question", () => {
  it("is one task, and does not wait for its end when the answer is there", async () => {
    const model = await probing((nonce) => print(nonce, one), { task: until(600_000, {}) });
    expect(await model.executor.query?.(["SELECT 1 AS one"])).toEqual([[{ one: 1 }]]);
    expect(questionOf(model).statements).toEqual(["SELECT 1 AS one"]);
    expect(model.clock.elapsed).toBeLessThan(5000);
    expect(model.count("RunTask")).toBe(1);
    expect(model.said).toEqual([]);
    expect(await model.executor.query?.([])).toEqual([]);
    expect(model.count("RunTask")).toBe(1);
  });

  it("never has the same token or nonce twice", async () => {
    const model = await probing((nonce) => print(nonce, one));
    const nonces = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      await model.executor.query?.(["SELECT 1 AS one"]);
      nonces.add(questionOf(model).nonce);
    }
    await model.executor.queryWhenCancelled?.(["SELECT 1 AS one"]);
    nonces.add(questionOf(model).nonce);
    const tokens = model.calls
      .filter(({ operation }) => operation === "RunTask")
      .map(({ input }) => input["clientToken"]);
    expect([nonces.size, new Set(tokens).size]).toEqual([4, 4]);
  });

  it.each<[string, (nonce: string) => readonly string[], RegExp]>([
    ["nothing", () => [], /its log does not hold all of it/],
    ["a part", (nonce) => print(nonce, one, 5).slice(0, -2), /its log does not hold all of it/],
    [
      "another text",
      (nonce) => print(nonce, one).map((line) => line.replace("[[1]]", "[[2]]")),
      /not as they were printed/,
    ],
    ["somebody else's", () => print("0000000000000000", one), /its log does not hold all of it/],
  ])("that is answered with %s is an error", async (_name, printed, what) => {
    const model = await probing(printed);
    await expect(model.executor.query?.(["SELECT 1 AS one"])).rejects.toMatchObject({
      reason: "task-failed",
      what: expect.stringMatching(what) as unknown,
    });
  });

  it("says why the probe did not run", async () => {
    const failed = stopped("EssentialContainerExited", [container(127)], {
      stoppedReason: "Essential container in task exited",
    });
    const model = await probing(() => ["/bin/sh: node: not found"], { task: until(5000, failed) });
    await expect(model.executor.query?.(["SELECT 1"])).rejects.toMatchObject({
      reason: "task-failed",
      what: expect.stringMatching(/could not be asked: .*exit code 127/) as unknown,
      remedy: expect.stringMatching(/command was not found/) as unknown,
    });
  });

  it("is not even begun where no answer could be read", async () => {
    const model = await openModel({ container: { logConfiguration: { logDriver: "splunk" } } });
    await expect(model.executor.query?.(["SELECT 1"])).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringMatching(/logs through "splunk"/) as unknown,
      remedy: expect.stringMatching(/awslogs/) as unknown,
    });
    expect(model.count("RunTask")).toBe(0);
  });
});
