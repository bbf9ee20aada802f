import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import {
  parseDate,
  parseModuleVersions,
  parseOpenTofuDates,
  parseProviderVersions,
  parsePublicDates,
  parseReleasesPage,
  parseRepository,
} from "./registry-answers.ts";
import { parsePackageAnswer, parseSums, TamperError } from "./registry-package-answer.ts";
import { renderVersion } from "./version.ts";

/** JSON with the keys that matter, in every wrong shape. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.jsonValue(),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        ..."versions version platforms os arch modules warnings included attributes published-at data source id published status state timestamp_created".split(
          " ",
        ),
        ..."filename download_url shasum shasums_url shasums_signature_url signing_keys gpg_public_keys ascii_armor packages hashes __proto__".split(
          " ",
        ),
      ),
      fc.oneof(
        tie("json"),
        fc.constantFrom("1.2.3", "linux", "amd64", "2026-01-02T03:04:05Z", "withdrawn", "0".repeat(64)),
      ),
    ),
  ),
}));

describe("answers that lie", () => {
  it("never throw, and give only releases that can stand in a path", () => {
    fc.assert(
      fc.property(json, (answer) => {
        for (const listed of [parseProviderVersions(answer), parseModuleVersions(answer)]) {
          const texts = (listed?.releases ?? []).map(({ version }) => renderVersion(version));
          expect(new Set(texts).size).toBe(texts.length);
          for (const text of texts) expect(text).toMatch(/^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]+)?$/);
        }
        for (const { dates } of [parsePublicDates(answer), parseOpenTofuDates(answer)])
          for (const date of dates.values()) expect(Date.parse(date)).not.toBeNaN();
        for (const { createdAt } of parseReleasesPage(answer) ?? []) expect(Date.parse(createdAt)).not.toBeNaN();
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });

  it("of packages are refused with one kind of error", () => {
    const asked = { type: "foo", version: "1.2.3", platform: "linux_amd64" };
    fc.assert(
      fc.property(json, (answer) => {
        expect(() => parsePackageAnswer(answer, new URL("https://a.example/x"), asked)).toThrow(TamperError);
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });
});

describe("parseSums", () => {
  const sum = (digit: string): string => digit.repeat(64);

  it("reads every line", () => {
    const text = `${sum("a")}  a.zip\n${sum("B")} b.zip\r\n\n${sum("c")}  manifest.json`;
    expect([...parseSums(text)]).toEqual([
      ["a.zip", sum("a")],
      ["b.zip", sum("b")],
      ["manifest.json", sum("c")],
    ]);
    expect(parseSums(`${sum("a")}  a.zip\n${sum("A")}  a.zip\n`).size).toBe(1);
  });

  it.each([
    "garbage",
    sum("a"),
    `${sum("g")}  a.zip`,
    `${"a".repeat(63)}  a.zip`,
    `${sum("a")}  a.zip\n${sum("b")}  a.zip`,
  ])("refuses %j", (text) => {
    expect(() => parseSums(text)).toThrow(TamperError);
  });
});

describe("parseDate and parseRepository", () => {
  it.each([
    ["2026-01-02T03:04:05Z", true],
    ["2026-01-02T03:04:05.123456789Z", true],
    ["2026-01-02T03:04:05+02:00", true],
    ["2026-01-02", false],
    ["2026-13-02T03:04:05Z", false],
    ["yesterday", false],
    [1_767_322_800, false],
    [undefined, false],
  ])("%j is a date: %s", (value, expected) => {
    expect(parseDate(value) === value && value !== undefined).toBe(expected);
  });

  it.each([
    ["https://github.com/acme/x", "https://github.com/acme/x"],
    ["https://me:secret@github.com/acme/x.git?q=1#f", "https://github.com/acme/x"],
    ["https://github.com/acme/x///", "https://github.com/acme/x"],
    ["https://github.com/", undefined],
    ["http://github.com/acme/x", undefined],
    ["javascript:alert(1)", undefined],
    [7, undefined],
  ])("%j has the page %s", (value, expected) => {
    expect(parseRepository(value)).toBe(expected);
  });
});
