import { describe, expect, it } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { macMarker, verifyMarker } from "./marker-mac.ts";
import { parseMarker, renderMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";

const settings = { numRuns: runs(500, 100_000), seed: seed() };
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const name = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("__proto__", "constructor", "toString"),
);
const marker: fc.Arbitrary<Marker> = fc.record(
  {
    action: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    key: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("-->", "<!--", '"}', "\n")),
    data: fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 6 }).map((entries) => {
      const data: Marker["data"] = Object.create(null) as Marker["data"];
      for (const [key, item] of entries) data[key] = item;
      return data;
    }),
    mac: fc.stringMatching(/^[A-Za-z0-9_-]{1,43}$/),
    nonce: fc.stringMatching(/^[A-Za-z0-9_-]{15}[a-z]$/),
    since: fc.integer({ min: 1, max: 9_999_999_999 }),
  },
  { requiredKeys: ["action", "key", "data"] },
);
const encode = (content: unknown) =>
  `<!-- handrail:plan ${Buffer.from(JSON.stringify(content)).toString("base64url")} -->`;
const meaning = (each: Marker) =>
  JSON.stringify([each.action, each.key, Object.entries(each.data).sort(([x], [y]) => (x < y ? -1 : 1))]);
/** Both sides without prototypes, for comparing. */
const plain = (each: Marker | undefined) => each && { ...each, data: Object.entries(each.data) };

const plan: Marker = {
  action: "terraform-plan",
  key: "live/prod",
  data: { repository: "o/r", pullRequest: 7, head: "a".repeat(40), base: "b".repeat(40), fingerprint: "hr1:1" },
};

describe("a marker", () => {
  it("comes back as it was written, whatever it holds and whatever follows", () => {
    fc.assert(
      fc.property(marker, fc.string({ unit: "binary" }), (given, rest) => {
        expect(plain(parseMarker(`${renderMarker(given)}${rest}`))).toEqual(plain(given));
      }),
      settings,
    );
  });

  it("H024 H027: is one html comment and nothing else, whatever it holds", () => {
    fc.assert(
      fc.property(marker, (given) => {
        const text = renderMarker(given);
        expect(text).toMatch(/^<!-- handrail:[a-z0-9-]+ [A-Za-z0-9_-]+ -->$/);
        const shown = renderComment(`${text}\n# x`);
        expect([shown.comments.length, shown.text.trim()]).toEqual([1, "x"]);
      }),
      settings,
    );
  });

  it("has the same length before and after it is stamped", () => {
    fc.assert(
      fc.property(marker, (given) => {
        const { nonce: _nonce, since: _since, ...bare } = given;
        expect(renderMarker({ ...bare, nonce: "x".repeat(16), since: 1_800_000_000 })).toHaveLength(
          renderMarker(bare).length,
        );
      }),
      settings,
    );
  });

  const text = renderMarker(plan);
  const payload = text.split(" ")[2] ?? "";
  const content = { k: "a", d: [["x", 1]], m: "", n: "0".repeat(16), s: "0".repeat(10) };
  it.each([
    ["is not at byte 0", ` ${text}`],
    ["comes after a byte order mark", `\uFEFF${text}`],
    ["comes after a line", `\n${text}`],
    ["is in a fence", `\`\`\`\n${text}\n\`\`\``],
    ["is quoted", `> ${text}`],
    ["has no end", text.slice(0, -4)],
    ["has another product's name", text.replace("handrail", "handrai1")],
    ["has upper case in its action", text.replace("terraform-plan", "Terraform-plan")],
    ["has no action", text.replace("terraform-plan", "")],
    ["has no payload", "<!-- handrail:plan  -->"],
    ["has a payload that is not base64url", text.replace(payload, `${payload}+`)],
    ["has padding", text.replace(payload, `${payload}=`)],
    ["has a payload that is not JSON", "<!-- handrail:plan YWJj -->"],
    ["has a payload that is null", "<!-- handrail:plan bnVsbA -->"],
    ["has other white space", text.replace(" -->", "  -->")],
    ["has fields too many", encode({ ...content, z: 1 })],
    ["has a data record", encode({ ...content, d: { x: 1 } })],
    ["has nested data", encode({ ...content, d: [["x", [1]]] })],
    ["has null data", encode({ ...content, d: [["x", null]] })],
    [
      "has a name twice",
      encode({
        ...content,
        d: [
          ["x", 1],
          ["x", 2],
        ],
      }),
    ],
    ["has no key", encode({ ...content, k: 1 })],
    ["has no nonce", encode({ ...content, n: "" })],
    ["has a bad time", encode({ ...content, s: "1e9" })],
    ["has keys in another order", encode({ d: content.d, k: content.k, m: "", n: content.n, s: content.s })],
    ["is endless", `<!-- handrail:plan ${"A".repeat(100_000)} -->`],
    ["is empty", ""],
  ])("H027: that %s is none", (_, body) => {
    expect(parseMarker(body)).toBeUndefined();
  });

  it("H027: parsing never throws and accepts only what renders to the same bytes", () => {
    const part = fc.oneof(
      fc.constantFrom("<!-- handrail:", "plan", " ", " -->", payload, "-->", "{", '"'),
      fc.base64String(),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const body = parts.join("");
        const found = parseMarker(body);
        expect(found === undefined || body.startsWith(renderMarker(found))).toBe(true);
      }),
      { ...settings, examples: [[[text]]] },
    );
  });

  it("H072: prototype names are data, and nothing is polluted", () => {
    const body = encode({
      ...content,
      d: [
        ["__proto__", "x"],
        ["constructor", "y"],
      ],
    });
    const found = parseMarker(body);
    expect(Object.entries(found?.data ?? {})).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect(found?.data["toString"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it.each<[string, Partial<Marker>]>([
    ["an action that is no name", { action: "a b" }],
    ["an action that ends the comment", { action: "-->" }],
    ["a number that is none", { data: { x: Number.NaN } }],
    ["a short nonce", { nonce: "abc" }],
    ["a time before 1970", { since: -1 }],
    ["too much data", { data: { x: "x".repeat(20_000) } }],
  ])("refuses %s", (_, change) => {
    expect(() => renderMarker({ ...plan, ...change })).toThrow(RangeError);
  });
});

describe("a marker's proof", () => {
  it("H026: holds for the same meaning in any order, and survives the stamp", () => {
    const mac = macMarker(plan, "key");
    const turned = { ...plan, data: Object.fromEntries(Object.entries(plan.data).toReversed()) };
    expect(macMarker(turned, "key")).toBe(mac);
    const parsed = parseMarker(renderMarker({ ...plan, mac, nonce: "x".repeat(16), since: 5 }));
    expect(parsed !== undefined && verifyMarker(parsed, "key")).toBe(true);
  });

  it("H026: fails for another pull request, head, label, action, key, type, name, or none at all", () => {
    const mac = macMarker(plan, "key");
    const changed: Marker[] = [
      { ...plan, action: "terraform-apply" },
      { ...plan, key: "live/test" },
      ...Object.keys(plan.data).map((field): Marker => {
        const data = { ...plan.data, [field]: "other" };
        return Object.assign({}, plan, { data });
      }),
      { ...plan, data: { ...plan.data, pullRequest: "7" } },
      { ...plan, data: { ...plan.data, more: true } },
      { ...plan, data: {} },
    ];
    expect(changed.filter((each) => verifyMarker({ ...each, mac }, "key"))).toEqual([]);
    expect([
      verifyMarker({ ...plan, mac }, "kex"),
      verifyMarker(plan, "key"),
      verifyMarker({ ...plan, mac: `${mac}A` }, "key"),
    ]).toEqual([false, false, false]);
    expect(verifyMarker({ ...plan, mac }, "key")).toBe(true);
  });

  it("is never made with an empty key", () => {
    expect(() => macMarker(plan, "")).toThrow(RangeError);
  });

  it("two different markers never share a proof", () => {
    fc.assert(
      fc.property(marker, marker, (a, b) => {
        expect(macMarker(a, "key") === macMarker(b, "key")).toBe(meaning(a) === meaning(b));
      }),
      settings,
    );
  });
});
