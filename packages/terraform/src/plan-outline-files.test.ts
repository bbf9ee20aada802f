import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { FileDigest } from "./configuration.ts";
import { digester, shortDigester } from "./fingerprint-digest.ts";
import { describeDifference } from "./plan-difference-words.ts";
import { comparePlans } from "./plan-difference.ts";
import { fileParts, OTHER_FILES, withoutFiles, withoutOtherFiles } from "./plan-outline-files.ts";
import { parseOutline, renderOutline } from "./plan-outline-text.ts";
import type { OutlinePart, PlanOutline } from "./plan-outline.ts";
import { isSubset } from "./plan-subset.ts";

const KEY = "0123456789abcdef0123456789abcdef";

function tools(key = ""): { redact: (text: string) => string; short: (text: string) => string } {
  return { redact: (text) => text.replaceAll("hunter22", "(sensitive value)"), short: shortDigester(digester(key)) };
}

function many(count: number, name: (index: number) => string): FileDigest[] {
  return Array.from({ length: count }, (_, index) => [name(index), `hcl ${index}`]);
}

type Files = Record<string, string>;

function outline(files: Files | undefined, configuration = JSON.stringify(files ?? {}), key = ""): PlanOutline {
  const { short, redact } = tools(key);
  const part = (kind: OutlinePart["kind"], text: string): OutlinePart => ({ kind, name: "", digest: short(text) });
  const parts = [part("configuration", configuration), part("form", key === "" ? "open" : "keyed")];
  const state = { lineage: "l", serial: 1, resources: [] };
  return {
    schema: 1,
    parts: [...parts, ...fileParts(Object.entries(files ?? {}), { short, redact })],
    changes: [],
    state,
  };
}

function named(reviewed: PlanOutline, now: PlanOutline): string[] {
  return comparePlans(reviewed, now).parts;
}

describe("fileParts", () => {
  it("has a part for each file, keyed like all others, with no secret in its name", () => {
    const files: FileDigest[] = [
      ["main.tf", "hcl 1"],
      ["hunter22.tf", "hcl 2"],
    ];
    const [open, keyed] = ["", KEY].map((key) => fileParts(files, tools(key)));
    expect(open?.map(({ kind, name }) => [kind, name])).toStrictEqual([
      ["file", "main.tf"],
      ["file", "(sensitive value).tf"],
    ]);
    expect(open?.[0]?.digest).toMatch(/^[A-Za-z0-9_-]{11}$/);
    expect(open?.[0]?.digest).not.toBe(keyed?.[0]?.digest);
  });

  it("has Terraform's own files only when there are too many, and then none", () => {
    const own = many(400, (index) => `${index}.tf`);
    const other = many(400, (index) => `${index}.txt`);
    expect(fileParts(own, tools())).toHaveLength(400);
    const cut = fileParts([...own, ...other], tools());
    expect(cut.map(({ name }) => name)).toStrictEqual([...own.map(([path]) => path), OTHER_FILES]);
    expect(fileParts([...own, ...many(400, (index) => `m/${index}.tf`)], tools())).toStrictEqual([]);
  });

  it("notices each other file in the digest that they have together", () => {
    const digests = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 6 });
    const property = fc.property(digests, fc.nat(), (texts, at) => {
      const parts = fileParts(
        texts.map((text, index) => [`${index}.txt`, text] as const),
        tools(),
      );
      const changed = parts.map((part, index) =>
        index === at % parts.length ? { ...part, digest: "AAAAAAAAAAA" } : part,
      );
      expect(withoutOtherFiles(changed)).not.toStrictEqual(withoutOtherFiles(parts));
      expect(withoutOtherFiles([...parts].reverse())).toStrictEqual(withoutOtherFiles(parts));
      expect(withoutOtherFiles(withoutOtherFiles(parts))).toStrictEqual(withoutOtherFiles(parts));
    });
    fc.assert(property, { numRuns: runs(50, 10_000), seed: seed() });
  });
});

describe("comparePlans", () => {
  const reviewed: Files = { "main.tf": "1", "modules/a/x.tf": "1", "t.txt": "1" };

  it.each<[string, Files, string]>([
    ["changed", { ...reviewed, "modules/a/x.tf": "2" }, "the configuration: modules/a/x.tf"],
    ["appeared", { ...reviewed, "new.tf": "2" }, "the configuration: new.tf (new)"],
    ["vanished", { "main.tf": "1", "t.txt": "1" }, "the configuration: modules/a/x.tf (removed)"],
    ["changed and appeared", { ...reviewed, "main.tf": "2", a: "1" }, "the configuration: a (new), main.tf"],
  ])("names the file that %s", (_, files, words) => {
    const [one, now] = [outline(reviewed), outline(files)];
    expect(named(one, now)).toStrictEqual([words]);
    expect(describeDifference(comparePlans(one, now))).toContain(words.replace("the configuration: ", ""));
  });

  it("names ten files and counts the rest", () => {
    const files = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`f${10 + index}.tf`, "1"]));
    const words = named(outline(reviewed), outline({ ...reviewed, ...files }))[0];
    expect(words).toMatch(/^the configuration: f10\.tf \(new\), .*f19\.tf \(new\) and 3 more$/);
  });

  it("shows the end of a very long path", () => {
    const path = `${"d/".repeat(2000)}x.tf`;
    const words = named(outline(reviewed), outline({ ...reviewed, [path]: "1" }))[0] ?? "";
    expect(words).toMatch(/^the configuration: \u2026.*d\/x\.tf \(new\)$/);
    expect(words.length).toBeLessThan(250);
  });

  it("names none when an outline has no files, none differs, or the key is another one", () => {
    const now = outline({ ...reviewed, "main.tf": "2" });
    expect(named(outline(undefined), now)).toStrictEqual(["the configuration"]);
    expect(named(now, outline(undefined))).toStrictEqual(["the configuration"]);
    expect(named(outline(reviewed, "a"), outline(reviewed, "b"))).toStrictEqual(["the configuration"]);
    const keyed = outline({ ...reviewed, "main.tf": "2" }, "c", KEY);
    expect(named(outline(reviewed), keyed)).toContain("the configuration");
  });

  it("says nothing of files when the configuration is the same", () => {
    expect(named(outline(reviewed, "a"), outline({ ...reviewed, "main.tf": "2" }, "a"))).toStrictEqual([]);
  });

  it("compares what is left of a cut outline with the same of the other", () => {
    const cut = { ...outline(reviewed), parts: withoutOtherFiles(outline(reviewed).parts) };
    expect(named(cut, outline({ ...reviewed, "main.tf": "2" }))).toStrictEqual(["the configuration: main.tf"]);
    const words = "the configuration: main.tf, files that are not Terraform's own";
    expect(named(cut, outline({ ...reviewed, "main.tf": "2", "t.txt": "2" }))).toStrictEqual([words]);
  });
});

describe("isSubset", () => {
  it("leaves the files to the configuration's own part", () => {
    const one = outline({ "main.tf": "1" }, "a");
    expect(isSubset(one, outline({ "main.tf": "2" }, "a"))).toMatchObject({ isSubset: true, why: [] });
    expect(isSubset(one, outline({ "main.tf": "2" }, "b"))).toMatchObject({
      isSubset: false,
      why: ["the configuration is not as it was reviewed"],
    });
  });
});

describe("renderOutline", () => {
  it("keeps files, and leaves them out before and after the state when there is no room", () => {
    const files = Object.fromEntries([...many(30, (at) => `${at}.tf`), ...many(30, (at) => `${at}.txt`)]);
    const whole = outline(files);
    const { state: _, ...stateless } = whole;
    const few = withoutOtherFiles(whole.parts);
    const steps = [whole, { ...whole, parts: few }, { ...stateless, parts: few }];
    let limit = 1e6;
    for (const step of [...steps, { ...stateless, parts: withoutFiles(whole.parts) }]) {
      const text = renderOutline(whole, limit);
      expect(parseOutline(text)).toStrictEqual(step);
      limit = text.length - 1;
    }
  });
});
