import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { hostileTexts } from "./hostile-fixture.ts";
import { gitModule, module, proposal, provider, terraform, update } from "./proposal-fixture.ts";
import { renderCommitMessage, renderTitle } from "./title.ts";

const aws = update({
  dependency: provider("hashicorp", "aws"),
  from: "5.99.0",
  to: "6.2.0",
  line: "6.x",
  constraintBefore: "~> 5.31, != 5.40.0",
  constraintAfter: "~> 6.2, != 5.40.0",
});
const core = update({ dependency: terraform, from: "1.9.8", to: "1.11.4" });
const long = update({
  dependency: module("a-very-long-namespace-of-a-company", "a-very-long-name-of-a-module", "aws"),
  from: "10.20.30",
  to: "10.20.31",
});

describe("renderTitle", () => {
  it.each([
    [proposal([aws]), "Bump provider hashicorp/aws from 5.99.0 to 6.2.0"],
    [proposal([core]), "Bump terraform from 1.9.8 to 1.11.4"],
    [proposal([aws, core], "weekly"), "Bump group weekly: 2 updates"],
    [proposal([aws], "weekly"), "Bump provider hashicorp/aws from 5.99.0 to 6.2.0"],
    [
      proposal([
        update({
          dependency: gitModule("github.com/acme/network", "https://github.com/acme/network"),
          from: "1.0.0",
          to: "1.1.0",
        }),
      ]),
      "Bump module github.com/acme/network from 1.0.0 to 1.1.0",
    ],
  ])("says what moves: %#", (given, title) => expect(renderTitle(given)).toBe(title));
});

describe("renderCommitMessage", () => {
  it("says what moves", () => {
    expect(renderCommitMessage(proposal([aws]))).toBe(
      "Bump provider hashicorp/aws from 5.99.0 to 6.2.0\n\nprovider hashicorp/aws: 5.99.0 -> 6.2.0 (~> 5.31, != 5.40.0 -> ~> 6.2, != 5.40.0)\n",
    );
  });

  it("shortens the first line, not what it lists", () => {
    const [subject, , line] = renderCommitMessage(proposal([long])).split("\n");
    expect(subject).toBe("Bump module a-very-long-namespace-of-a-company/a-very-long-name-of-a-m…");
    expect(subject?.length).toBe(71);
    expect(line).toContain("a-very-long-namespace-of-a-company/a-very-long-name-of-a-module/aws: 10.20.30 -> 10.20.31");
  });

  it("counts what it does not list", () => {
    const many = Array.from({ length: 130 }, (_, at) =>
      update({ dependency: provider("a", `p${at}`), from: "1.0.0", to: "1.1.0" }),
    );
    expect(renderCommitMessage(proposal(many, "all"))).toContain("\nand 30 more\n");
  });

  it("H090: has no mention, no reference and no trailer, whatever the names are", () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 8, unit: "binary" })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (name, version, key, isGroup) => {
        const moved = update({
          dependency: gitModule(name, "https://github.com/a/b"),
          from: version,
          to: version,
          constraintBefore: name,
        });
        const given = { ...proposal([moved]), key, ...(isGroup ? { group: name } : {}) };
        const message = renderCommitMessage(given);
        const lines = message.trimEnd().split("\n");
        expect(lines[0]?.length).toBeLessThan(72);
        expect(lines[1]).toBe("");
        expect(lines.filter((line) => line.startsWith("Handrail-"))).toEqual([]);
        for (const plain of [message, renderTitle(given)]) {
          expect(plain).not.toMatch(/[@#`&[\]]|GH-\d|:\/\/|\p{Cc}(?<!\n)|\p{Cf}/u);
          expect(plain.isWellFormed()).toBe(true);
        }
        expect(renderTitle(given).length).toBeLessThanOrEqual(200);
        expect(renderTitle(given)).not.toContain("\n");
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
