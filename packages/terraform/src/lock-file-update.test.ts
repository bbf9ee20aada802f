import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { LockEntry } from "./lock-file-entry.ts";
import { compareAddresses, renderLockEntry, renderLockFile } from "./lock-file-text.ts";
import { updateLockFile } from "./lock-file-update.ts";
import { parseLockFile } from "./lock-file.ts";

const hash = (letter: string): string => `h1:${letter.repeat(43)}=`;
const entry = (type: string, more: Partial<LockEntry> = {}): LockEntry => ({
  address: `registry.terraform.io/acme/${type}`,
  version: "1.3.0",
  constraints: "~> 1.2",
  hashes: [hash("A"), hash("B")],
  ...more,
});
const foo = entry("foo");
const bar = entry("bar", { constraints: "" });
const TWO = renderLockFile({ keeper: "terraform", entries: [foo, bar] });
const next = entry("foo", { version: "2.0.0", constraints: ">= 1.2.0, < 3.0.0", hashes: [hash("D"), hash("C")] });

describe("a lock file that terraform wrote", () => {
  it("becomes what terraform would write", () => {
    expect(updateLockFile(TWO, [next])).toBe(renderLockFile({ keeper: "terraform", entries: [next, bar] }));
  });

  it("keeps what does not change, and OpenTofu's header", () => {
    const tofu = TWO.replace("terraform init", "tofu init");
    expect(updateLockFile(tofu, [])).toBe(tofu);
    expect(updateLockFile(tofu, [foo, bar])).toBe(tofu);
    expect(updateLockFile(tofu, [next])).toBe(renderLockFile({ keeper: "tofu", entries: [next, bar] }));
  });

  it("is aligned anew when constraints come or go", () => {
    const swapped = [entry("foo", { constraints: "" }), entry("bar", { constraints: "1.3.0" })];
    expect(updateLockFile(TWO, swapped)).toBe(renderLockFile({ keeper: "terraform", entries: swapped }));
  });

  it("gets new entries at their places", () => {
    const all = ["a", "c", "goo", "z"].map((type) => entry(type));
    const expected = renderLockFile({ keeper: "terraform", entries: [foo, bar, ...all] });
    expect(updateLockFile(TWO, all)).toBe(expected);
    expect(updateLockFile(TWO, all.toReversed())).toBe(expected);
    const header = TWO.slice(0, TWO.indexOf("\nprovider"));
    expect(updateLockFile(header, [foo, bar])).toBe(TWO);
    expect(updateLockFile(TWO.trimEnd(), [entry("z")])).toBe(updateLockFile(TWO, [entry("z")]));
  });

  it("keeps its line ends", () => {
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(updateLockFile(crlf(TWO), [next, entry("z")])).toBe(crlf(updateLockFile(TWO, [next, entry("z")])));
    expect(updateLockFile(`\uFEFF${TWO}`, [next])).toBe(`\uFEFF${updateLockFile(TWO, [next])}`);
  });

  it("becomes what terraform would write, whatever is in it", () => {
    const some = fc.record({
      address: fc
        .tuple(
          fc.constantFrom("a.io", "a.io.b", "a.io:1"),
          fc.constantFrom("n", "n-1"),
          fc.constantFrom("t", "t-a", "t0"),
        )
        .map((parts) => parts.join("/")),
      version: fc.constantFrom("1.0.0", "2.0.0-rc1"),
      constraints: fc.constantFrom("", "~> 1.0", ">= 1.0.0, != 1.5.0"),
      hashes: fc.array(fc.constantFrom("A", "B", "C").map(hash), { maxLength: 4 }),
    });
    const list = fc.uniqueArray(some, { selector: ({ address }) => address, maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, changes) => {
        const text = renderLockFile({ keeper: "terraform", entries: before });
        const after = new Map([...before, ...changes].map((each) => [each.address, each]));
        const expected = renderLockFile({ keeper: "terraform", entries: [...after.values()] });
        expect(updateLockFile(text, changes)).toBe(expected);
      }),
      { seed: seed(), numRuns: runs(200, 10_000) },
    );
  });
});

describe("a lock file that somebody edited", () => {
  it("keeps comments, order and layout", () => {
    const text = `# ours
provider "registry.terraform.io/acme/foo" { # the one
  # pinned, see the wiki
  constraints="~> 1.2"
  version="1.3.0" # old
  hashes = ["${hash("A")}",
  "${hash("B")}"] # all
}
# between
${renderLockEntry(bar)} # end`;
    const updated = updateLockFile(text, [next]);
    expect(updated).toBe(`# ours
provider "registry.terraform.io/acme/foo" { # the one
  # pinned, see the wiki
  constraints=">= 1.2.0, < 3.0.0"
  version="2.0.0" # old
  hashes = [
    "${hash("C")}",
    "${hash("D")}",
  ] # all
}
# between
${renderLockEntry(bar)} # end`);
    expect(parseLockFile(updated).problems).toEqual([]);
    expect(updateLockFile(text, [entry("z")]).endsWith(`} # end\n\n${renderLockEntry(entry("z"))}\n`)).toBe(true);
    expect(updateLockFile(text, [entry("baz")]).endsWith(`} # end\n\n${renderLockEntry(entry("baz"))}\n`)).toBe(true);
  });

  it("is written as terraform does where an argument comes or goes", () => {
    const text = TWO.replace("  version", "  # a comment\n  version");
    expect(text).not.toBe(TWO);
    const constrained = entry("bar", { constraints: "1.3.0" });
    expect(updateLockFile(text, [constrained])).toBe(updateLockFile(TWO, [constrained]));
  });

  it("gets all checksums in order, as init would write the file anew otherwise", () => {
    const unsorted = TWO.replace(
      new RegExp(`( {4}"${hash("A")}",\n)( {4}"${hash("B")}",\n)`.replaceAll("+", String.raw`\+`), "g"),
      "$2$1$1",
    );
    expect(unsorted.length).toBeGreaterThan(TWO.length);
    expect(updateLockFile(unsorted, [next])).toBe(updateLockFile(TWO, [next]));
  });

  it("is mended by an update of the entry that terraform refuses", () => {
    const broken = TWO.replace("~> 1.2", "~>1.2").replace('version = "1.3.0"', 'version = "1.3"');
    expect(parseLockFile(broken).problems).toHaveLength(2);
    expect(updateLockFile(broken, [next, bar])).toBe(updateLockFile(TWO, [next]));
  });

  it("stays refused when the update has nothing to do with it", () => {
    const broken = TWO.replace("  hashes", "  extra = 1\n  hashes");
    const [problem] = parseLockFile(updateLockFile(broken, [next])).problems;
    expect(problem).toEqual({ line: 6, what: 'a provider\'s entry has no argument "extra"' });
  });

  it("is not changed where a provider has two entries", () => {
    const twice = `${TWO}\n${renderLockEntry(foo)}\n`;
    const attempt = (): string => updateLockFile(twice, [next]);
    expect(attempt).toThrow(Failure);
    expect(attempt).toThrow("two entries for registry.terraform.io/acme/foo, the second in line 21");
    expect(updateLockFile(twice, [entry("bar", { version: "1.4.0" })])).toContain('"1.4.0"');
  });

  it("never breaks anything but the law of one entry", () => {
    const pieces = TWO.split(/(?<=\n)/);
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom("{", "}", '"', "[", "\r\n", "<<E\n")), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join("");
        try {
          const { entries } = parseLockFile(updateLockFile(text, [next]));
          if (parseLockFile(text).problems.length === 0) {
            expect(entries.filter(({ address }) => address === next.address)).toMatchObject([{ version: "2.0.0" }]);
          }
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
        }
      }),
      { seed: seed(), numRuns: runs(200, 10_000) },
    );
  });
});

describe("the order of addresses", () => {
  it("goes by host, namespace and type, not by the whole text", () => {
    const sorted = [
      "a.io/acme/foo",
      "a.io/acme-x/foo",
      "a.io.b/acme/foo",
      "a.io:8443/acme/foo",
      "registry.terraform.io/acme/aws",
      "registry.terraform.io/acme/aws-x",
      "registry.terraform.io/acme0/aws",
      // By their bytes: UTF-16 has them the other way around.
      "registry.terraform.io/acme\uFF5A/aws",
      "registry.terraform.io/acme\u{1D4B6}/aws",
    ];
    expect(sorted.toReversed().sort(compareAddresses)).toEqual(sorted);
    expect(sorted.toSorted()).not.toEqual(sorted);
  });
});
