/** Result files that somebody else wrote: read or refused, never more than that. */
import { describe, expect, it } from "@jest/globals";
import { COMMENT_LIMIT, measure } from "@handrail/github";
import { Failure } from "@handrail/runner";
import { renderComment as renderDom, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { recordFor } from "./apply-fixture.ts";
import { renderComment, renderSummary } from "./comment.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { markApply } from "./marker.ts";
import { parseResultFile } from "./parse-result.ts";
import type { ParsedResult } from "./parse-result.ts";
import { makeReport } from "./report-fixture.ts";
import { renderResultFile } from "./result-file.ts";

const change = (address: string, actions: string[], more: object = {}): object => ({
  address,
  mode: "managed",
  type: "terraform_data",
  name: "a",
  provider_name: "terraform.io/builtin/terraform",
  change: { actions, before: { a: 1 }, after: { a: 2 }, after_unknown: {}, ...more },
});
const plan = {
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: [
    change("a.b", ["delete", "create"], { replace_paths: [["a", 0]] }),
    change("a.c", ["no-op"], { importing: { id: "x" } }),
  ],
  output_changes: { o: { actions: ["update"], before: "a", after: "b", after_unknown: false } },
  applyable: true,
};
const at = { line: 3, column: 1, byte: 0 };
const report = makeReport({
  plan: Buffer.from(JSON.stringify(plan)),
  facts: {
    diagnostics: [{ severity: "error", summary: "s", detail: "d", range: { filename: "a.tf", start: at, end: at } }],
    failure: new Failure({ reason: "plan-failed", what: "w", remedy: "r" }),
    guardrails: { violations: [{ rule: { name: "g", max: 0 }, addresses: ["a.b"] }], lifted: [] },
    policy: { command: "c", exitCode: 1, output: "o", isCancelled: false },
    notes: ["n"],
    remarks: ["m"],
  },
});
const apply = recordFor(report, {
  outputs: [{ name: "o", value: { a: [1, "b", null] }, isSensitive: false }],
  difference: {
    parts: ["p"],
    changes: [{ address: "a.b", what: "added", attributes: [] }],
    movedInState: [],
    isComplete: true,
  },
});
const marker = markApply(report, apply, { sealKey: "a key of more than sixteen" });
const whole = JSON.parse([...renderResultFile(report, { marker, outline: "Zm9v", apply })].join("")) as object;

type Path = (string | number)[];

/** Every place in the document. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => placesOf(each, [...path, name]))];
}

/** A copy with something else at a place. */
function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as never)
    : { ...(value as object) };
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}

const places = placesOf(whole);
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6, unit: "binary" })), { maxLength: 6 })
  .map((parts) => parts.join(""));
const anything = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, -1, 1.5, 1e300, 2 ** 53, [], {}, [[]], { toString: "x" }, "x".repeat(300_000)),
  fc.jsonValue(),
);

/** Reads it, and tells it when it can be read. */
function tell(text: string): ParsedResult | undefined {
  let parsed: ParsedResult;
  try {
    parsed = parseResultFile(text, "a.json");
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect(error).toMatchObject({
      reason: "invalid-input",
      what: expect.stringMatching(/^a\.json is not a result/) as unknown,
    });
    return undefined;
  }
  const body = renderComment(parsed.report, parsed.marker, parsed);
  expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
  const dom = renderDom(body);
  expect(dom.headings).toHaveLength(1);
  expect(dom.mentions).toEqual([]);
  expect(dom.references).toEqual([]);
  expect(dom.images).toEqual([]);
  for (const comment of dom.comments) {
    expect(comment).toMatch(/^ (?:handrail:terraform-plan [\w-]+|handrail-outline [\w-]+|handrail-plan) $/);
  }
  for (const { href } of dom.links) expect(href).toMatch(/^https:\/\/github\.com\/octo-org\/infrastructure\//);
  renderSummary(parsed.report, parsed.apply);
  return parsed;
}

describe("hostile result files", () => {
  it("are told when nothing is wrong with them", () => {
    expect(tell(JSON.stringify(whole))?.apply).toEqual(apply);
  });

  it("H022 H023 H032: with anything in any place are refused, or told without a word of their own", () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (all) => {
        const document = all.reduce<unknown>((value, [path, by]) => replaced(value, path, by), whole);
        tell(JSON.stringify(document));
      }),
      { numRuns: runs(400, 50_000), seed: seed() },
    );
  });

  it("with any text in any place of a text are the same", () => {
    const texts = places.filter(
      (path) => typeof path.reduce<unknown>((value, name) => Reflect.get(value as object, name), whole) === "string",
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), hostileText, (path, by) => {
        tell(JSON.stringify(replaced(whole, path, by)));
      }),
      { numRuns: runs(400, 50_000), seed: seed() },
    );
  });

  it("cut off anywhere, or with other bytes in them, are refused or told", () => {
    const text = JSON.stringify(whole);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 }), (from, length, by) => {
        tell(text.slice(0, from));
        tell(text.slice(0, from) + by + text.slice(from + length));
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
  });

  it.each<[string, Path, unknown]>([
    ["a link of the run that leads elsewhere", ["origin", "runUrl"], "https://evil.example/"],
    ["a link of the run with a title", ["origin", "runUrl"], `${report.origin.runUrl} "x"`],
    ["a link of another run", ["apply", "runUrl"], report.origin.runUrl],
    ["a server with credentials", ["origin", "serverUrl"], "https://a:b@evil.example"],
    ["a repository out of its place", ["origin", "repository"], "octo-org/.."],
    ["a repository with a line end", ["origin", "repository"], "octo-org/infrastructure\n"],
    ["a commit that is none", ["origin", "headSha"], "main"],
    ["a commit with a line end", ["apply", "sha"], `${"a".repeat(40)}\n`],
    ["a review that is no comment", ["apply", "review", "url"], "https://github.com/octo-org/infrastructure/pull/7"],
    ["a review elsewhere", ["apply", "review", "url"], "https://github.com/evil/infrastructure/pull/7#issuecomment-1"],
    ["a count that is a text", ["counts", "add"], "1**"],
    ["a count below nothing", ["counts", "add"], -1],
    ["a deployment that is a text", ["apply", "deploymentId"], "1"],
    ["an outline that ends its comment", ["outline"], "a -->"],
    ["an outline without room for people", ["outline"], "a".repeat(65_536)],
    ["a marker that is too long", ["marker", "data", "base"], "x".repeat(20_000)],
    ["a marker that holds a list", ["marker", "data", "base"], []],
    ["a proof that is none", ["marker", "mac"], "a -->"],
    ["an apply without a record", ["apply"], undefined],
    ["another major version", ["schema"], "handrail/terraform-apply/2"],
    [
      "a value that nests too deeply",
      ["apply", "outputs", 0, "value"],
      JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`),
    ],
  ])("%s is refused", (_, path, by) => {
    expect(tell(JSON.stringify(replaced(whole, path, by)))).toBeUndefined();
  });

  it("reach no prototype", () => {
    const text = JSON.stringify(whole)
      .replace(
        '"origin":{',
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"origin":{"__proto__":{"polluted":1},',
      )
      .replace('"data":{', '"data":{"__proto__":"polluted",');
    const parsed = tell(text);
    expect(Object.keys(parsed?.marker.data ?? {})).toContain("__proto__");
    expect(Reflect.get(parsed?.report.origin ?? {}, "polluted")).toBeUndefined();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("of a newer version are shown as unknown, and never as success", () => {
    const edits: [Path, unknown][] = [
      [["result"], "splendid"],
      [["apply", "result"], "splendid"],
      [["changes", 0, "category"], "teleport"],
      [["changes", 0, "kind"], "teleport"],
      [["later"], { a: 1 }],
    ];
    const document = edits.reduce<unknown>((value, [path, by]) => replaced(value, path, by), whole);
    const parsed = tell(JSON.stringify(document));
    expect(parsed?.report.result).toBe("failed");
    expect(parsed?.apply?.result).toBe("failed");
    expect(parsed?.report.changes[0]).toMatchObject({ category: "other", change: { kind: "other" } });
    expect(renderDom(renderComment(parsed?.report ?? report, marker)).text).toContain("will change in an unknown way");
  });

  it("keep the digits of an output", () => {
    const text = JSON.stringify(whole).replace('[1,"b",null]', "[9007199254740993,1.0,-0,1e400]");
    const parsed = tell(text);
    expect(renderComment(parsed?.report ?? report, marker, parsed)).toContain("[9007199254740993,1.0,-0,1e400]");
    expect([...renderResultFile(report, { marker, outline: "", ...parsed })].join("")).toContain(
      "[9007199254740993,1.0,-0,1e400]",
    );
  });
});
