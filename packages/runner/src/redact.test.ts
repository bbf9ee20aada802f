import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { createRedactor } from "./redact.ts";
import { secretForms } from "./secret-forms.ts";
import { MAX_PATTERN } from "./secret-index.ts";

const HIDDEN = "(sensitive value)";

/** Written here once more, by other means than the code under test. */
const encodings: Record<string, (secret: string) => string> = {
  raw: (secret) => secret,
  json: (secret) => JSON.stringify({ a: secret }),
  "json twice": (secret) => JSON.stringify(JSON.stringify({ a: secret })),
  "Go json": (secret) =>
    JSON.stringify(secret).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026"),
  uri: (secret) => `https://u:${encodeURIComponent(secret)}@h/`,
  "uri in small letters": (secret) => encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  form: (secret) => new URLSearchParams({ a: secret }).toString(),
  base64: (secret) => btoa(String.fromCharCode(...new TextEncoder().encode(secret))),
  "base64 behind a user name": (secret) => Buffer.from(`x:${secret}`).toString("base64"),
  "base64 in the middle": (secret) => Buffer.from(`a${secret}b`).toString("base64"),
  base64url: (secret) => Buffer.from(`ab${secret}`).toString("base64url"),
  xml: (secret) =>
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
};

/** What passwords, keys and tokens look like; no part of the replacement's own words. */
const secretText = fc
  .string({
    unit: fc.constantFrom(...Array.from("ABcdXY019-_.~!*'()+/=%&<>\"\\ \n\té全😀")),
    minLength: 4,
    maxLength: 90,
  })
  .filter((text) => text.trim().length >= 4 && /[A-Z0-9]/.test(text));
const noise = fc.string({ unit: fc.constantFrom(...Array.from('ABcdXY019 \n"=:/\\é😀')), maxLength: 30 });

describe("createRedactor: forms", () => {
  it.each(Object.entries(encodings))("G5: a secret is hidden as %s, whatever stands around it", (_, encode) => {
    fc.assert(
      fc.property(secretText, noise, noise, (secret, before, after) => {
        const redactor = createRedactor([secret]);
        const shown = redactor.redact(before + encode(secret) + after);
        expect(shown).toContain(HIDDEN);
        for (const form of secretForms(secret)) expect(shown).not.toContain(form);
      }),
      { numRuns: runs(150, 4000), seed: seed() },
    );
  });

  it.each(["1", "a", "", "   ", "abc", "\n\n\n\n\n", " a b ", "é全x"])(
    "H062: %j is not registered, and nothing is destroyed",
    (secret) => {
      const redactor = createRedactor();
      expect(redactor.add(secret)).toBe(false);
      expect(redactor.size).toBe(0);
      expect(redactor.redact(`a 1   abc ${secret} b`)).toBe(`a 1   abc ${secret} b`);
    },
  );

  it("does not register a word of the replacement: it would be shown by it", () => {
    const redactor = createRedactor();
    expect([redactor.add("sensitive"), redactor.add("value)"), redactor.add("Sensitive")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(redactor.redact(redactor.redact("Sensitive sensitive"))).toBe(`${HIDDEN} sensitive`);
  });

  it("hides lines of a secret with many, but not its brackets and rulers", () => {
    const key = '{\n  "private_key": "-----BEGIN-----\\nMIIE\\n",\n  "id": 4711\n}\n------\n';
    const redactor = createRedactor([key]);
    expect(redactor.redact('say "id": 4711 and {\n}\n------')).toBe(`say ${HIDDEN} and {\n}\n------`);
    expect(redactor.redact(`<${key}>`)).toBe(`<${HIDDEN}>`);
    expect(redactor.redact(key.replaceAll("\n", "\r\n"))).not.toContain("4711");
    expect(redactor.redact(key.replaceAll("\n", "\n    | "))).not.toMatch(/4711|MIIE/);
  });

  it("hides a long secret whole, also when it was cut", () => {
    const secret = Array.from({ length: 40 }, (_, index) => `part${index}`).join("-");
    const redactor = createRedactor([secret]);
    expect(redactor.redact(`<${secret}>`)).toBe(`<${HIDDEN}>`);
    expect(redactor.redact(`<${secret.slice(0, 60)}…`)).not.toContain("part3-part4");
    expect(redactor.redact(`${" ".repeat(100)}x`)).toBe(`${" ".repeat(100)}x`);
    const spaced = createRedactor([`aaaa${" ".repeat(200)}bbbb`]);
    expect(spaced.redact(" ".repeat(200))).toBe(" ".repeat(200));
  });

  it("hides a long secret without any letter, too", () => {
    expect(createRedactor(["-".repeat(100)]).redact(`a${"-".repeat(100)}b`)).toBe(`a${HIDDEN}b`);
  });

  it("has no special characters in its secrets, and says how many there are", () => {
    const redactor = createRedactor(["$&.*[", "__proto__", "$&.*["], "***");
    expect(redactor.size).toBe(2);
    expect(redactor.redact("a$&.*[b__proto__")).toBe("a***b***");
  });
});

/** The same by a plain search: all places of all forms, their union widened to whole characters. */
function plainRedact(secrets: readonly string[], text: string): string {
  const hidden = new Set<number>();
  for (const form of secrets.flatMap((secret) => [...secretForms(secret)])) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
      const start = /[\uDC00-\uDFFF]/.test(text[at] ?? "") && /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") ? at - 1 : at;
      let end = at + form.length;
      if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[end] ?? "")) end += 1;
      for (let unit = start; unit < end; unit += 1) hidden.add(unit);
    }
  }
  return Array.from({ length: text.length }, (_, at) => {
    if (!hidden.has(at)) return text[at];
    return hidden.has(at - 1) ? "" : HIDDEN;
  }).join("");
}

const numbered = (number: number): string =>
  `s3cr${number.toString(36)}-${(number * 7919).toString(16)}&${number % 97}`;

describe("createRedactor: places", () => {
  const pairs = fc.constantFrom("a", "b", "c", "\uD83D", "\uDE00");
  const small = fc.string({ unit: pairs, maxLength: 60 });
  const secrets = fc.array(fc.string({ unit: pairs, minLength: 4, maxLength: 7 }), { maxLength: 5 });

  it("hides the union of all matches, as a plain search does", () => {
    fc.assert(
      fc.property(secrets, small, small, (secrets, before, after) => {
        const text = before + secrets.join("") + after + secrets.join("a");
        expect(createRedactor(secrets).redact(text)).toBe(plainRedact(secrets, text));
      }),
      { numRuns: runs(500, 15_000), seed: seed() },
    );
  });

  it("gives the same in any pieces as in one", () => {
    const long = fc.oneof(secretText, fc.string({ unit: pairs, minLength: 4, maxLength: 120 }));
    fc.assert(
      fc.property(
        fc.array(long, { maxLength: 4 }),
        small,
        fc.array(fc.integer({ min: 0, max: 25 })),
        (secrets, text, cuts) => {
          const redactor = createRedactor(secrets);
          const whole = text + secrets.join(text.slice(0, 3)) + text + JSON.stringify(secrets);
          const stream = redactor.stream();
          let shown = "";
          let at = 0;
          for (const cut of cuts) {
            shown += stream.write(whole.slice(at, at + cut));
            at += cut;
          }
          shown += stream.write(whole.slice(at)) + stream.end();
          expect(shown).toBe(redactor.redact(whole));
        },
      ),
      { numRuns: runs(500, 15_000), seed: seed() },
    );
  });

  it("holds back in a stream only what may still become a secret", () => {
    const stream = createRedactor(["hunter22", "x".repeat(500)]).stream();
    expect(stream.write("plain text\n")).toBe("plain text\n");
    expect(stream.write("pass hunt")).toBe("pass ");
    expect(stream.write("ing\nhunter2")).toBe("hunting\n");
    expect(stream.write("2!")).toBe(`${HIDDEN}!`);
    expect(stream.write("hunt")).toBe("");
    expect(stream.end()).toBe("hunt");
    expect(stream.end()).toBe("");
    const out = stream.write("x".repeat(499));
    expect(out.length).toBeLessThan(HIDDEN.length + 1);
    expect(stream.write("y") + stream.end()).toMatch(/y$/);
  });

  it("H063: what is added later counts from then on, in open streams, too", () => {
    const redactor = createRedactor();
    const stream = redactor.stream();
    expect(stream.write("first-secret ")).toBe("first-secret ");
    expect(redactor.add("first-secret")).toBe(true);
    expect(stream.write("first-secret ") + stream.end()).toBe(`${HIDDEN} `);
  });

  it("leaves texts without secrets alone", () => {
    const redactor = createRedactor(["correct horse battery", "\u{10FFFF}\u{10FFFF}"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        if (!text.includes("\u{10FFFF}\u{10FFFF}")) expect(redactor.redact(text)).toBe(text);
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });

  it("hides each of 20,000 secrets, in memory that stays small", () => {
    const redactor = createRedactor(Array.from({ length: 20_000 }, (_, number) => numbered(number)));
    expect(redactor.size).toBe(20_000);
    const lines = Array.from({ length: 20_000 }, (_, number) => `${number}: ${encodeURIComponent(numbered(number))};`);
    const expected = lines.map((_, number) => `${number}: ${HIDDEN};`);
    expect(redactor.redact(lines.join("\n"))).toBe(expected.join("\n"));
    expect(MAX_PATTERN).toBeLessThan(64);
  });
});
