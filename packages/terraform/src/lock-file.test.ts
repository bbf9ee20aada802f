import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { runs, seed, workspace } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { normaliseConstraints } from "./constraint-normal.ts";
import type { LockEntry } from "./lock-file-entry.ts";
import { compareAddresses, renderLockFile } from "./lock-file-text.ts";
import { parseLockFile } from "./lock-file.ts";

const H1 = `h1:${"A".repeat(43)}=`;
const ZH = `zh:${"0".repeat(64)}`;
const FILE = `# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

provider "registry.terraform.io/acme/foo" {
  version     = "1.3.0"
  constraints = "~> 1.2"
  hashes = [
    "${H1}",
    "${ZH}",
  ]
}
`;

type Vectors = Readonly<Record<string, string>> & { terraform: string };
const vectors = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../fixtures/lock/lock-vectors.json"), "utf8"),
) as Vectors;

const plain = ({ address, version, constraints, hashes }: LockEntry): LockEntry => ({
  address,
  version,
  constraints,
  hashes,
});
const says = (text: string): string[] => parseLockFile(text).problems.map(({ line, what }) => `${line}: ${what}`);

describe("lock files that terraform wrote", () => {
  it.each(Object.keys(vectors).filter((name) => name.startsWith("lock_")))("%s comes back as it was", (name) => {
    const text = vectors[name] ?? "";
    const lock = parseLockFile(text);
    expect(lock.problems).toEqual([]);
    expect(lock.entries).toMatchObject([
      {
        address: "registry.terraform.io/acme/foo",
        version: "1.3.0",
        constraints: "~> 1.2, >= 1.2.3, != 1.2.9, < 2.0.0",
        line: 4,
      },
    ]);
    expect(renderLockFile(lock)).toBe(text);
  });

  it("says where everything stands", () => {
    const [entry] = parseLockFile(FILE).entries;
    const slices = [entry?.span, entry?.values.version, entry?.values.constraints, entry?.values.hashes].map((span) =>
      FILE.slice(span?.start, span?.end),
    );
    expect(slices).toEqual([FILE.slice(FILE.indexOf("provider"), -1), '"1.3.0"', '"~> 1.2"', expect.any(String)]);
    expect(slices[3]).toBe(`[\n    "${H1}",\n    "${ZH}",\n  ]`);
  });

  it("keeps OpenTofu's header", () => {
    const text = FILE.replace("terraform init", "tofu init");
    expect(parseLockFile(text).keeper).toBe("tofu");
    expect(renderLockFile(parseLockFile(text))).toBe(text);
  });

  it("has no entries when empty", () => {
    expect(parseLockFile("")).toEqual({ keeper: "terraform", entries: [], problems: [] });
    expect(renderLockFile(parseLockFile(""))).toBe(FILE.slice(0, FILE.indexOf("\nprovider")));
  });
});

describe("lock files that somebody edited", () => {
  it.each([
    ["comments", FILE.replace("provider", "# why\n// what\n/* how */ provider").replace("hashes", "# in\n  hashes")],
    ["a comment among the checksums", FILE.replace(`    "${ZH}"`, `    # linux\n    "${ZH}"`)],
    ["CRLF", FILE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${FILE}`],
    ["no header", FILE.slice(FILE.indexOf("provider"))],
    ["a list on one line", FILE.replace(/\[[^\]]*\]/, `["${H1}", "${ZH}"]`)],
    ["other spaces", FILE.replaceAll(/[ ]+=[ ]/g, "=")],
    ["no line end", FILE.trimEnd()],
    ["another order", FILE.replace(/( {2}version.*\n)( {2}constraints.*\n)/, "$2$1")],
    ["a block for modules", `${FILE}\nmodule "x" {\n  anything = [1]\n}\n`],
    ["an escape", FILE.replace("~> 1.2", String.raw`\u007e> 1.2`)],
  ])("reads %s", (_, text) => {
    const { entries, problems } = parseLockFile(text);
    expect(problems).toEqual([]);
    expect(entries.map(plain)).toEqual(parseLockFile(FILE).entries.map(plain));
  });

  it.each([
    [
      "duplicate blocks",
      FILE + FILE.slice(FILE.indexOf("provider")),
      "12: this is a second entry for registry.terraform.io/acme/foo, the first is in line 4",
    ],
    [
      "constraints that are not in normal form",
      FILE.replace("~> 1.2", "~>1.2, >=1"),
      '6: the constraints "~>1.2, >=1" are not in normal form, which is ">= 1.0.0, ~> 1.2"',
    ],
    [
      "constraints that are none",
      FILE.replace("~> 1.2", "^1.2"),
      expect.stringMatching(/^6: the constraints "\^1\.2" cannot be read: /),
    ],
    ["a short version", FILE.replace("1.3.0", "1.3"), '5: "1.3" is not a version in normal form, like 1.2.0'],
    ["a number as a version", FILE.replace('"1.3.0"', "1.3"), "5: version is not a plain text in quotes"],
    ["no version", FILE.replace(/ {2}version.*\n/, ""), "4: this entry has no version"],
    ["two versions", FILE.replace("  hashes", '  version = "1.3.0"\n  hashes'), "7: this is a second version"],
    [
      "an unknown argument",
      FILE.replace("  hashes", "  extra = 1\n  hashes"),
      '7: a provider\'s entry has no argument "extra"',
    ],
    ["a block in an entry", FILE.replace("  hashes", "  x {}\n  hashes"), '7: a provider\'s entry has no block "x"'],
    ["an unknown block", `${FILE}\nfoo "x" {}\n`, '13: a lock file has no block "foo"'],
    ["an argument outside", `${FILE}x = 1\n`, '12: a lock file has no argument "x"'],
    ["no checksum", FILE.replace(/\[[^\]]*\]/, "[]"), "7: hashes is not a list of plain texts in quotes"],
    [
      "something that is no checksum",
      FILE.replace("zh:", "zh"),
      expect.stringMatching(/^9: "zh0{64}" is not a checksum/),
    ],
    [
      "a short address",
      FILE.replace("registry.terraform.io/", ""),
      expect.stringMatching(/^4: "acme\/foo" is not a provider's full address/),
    ],
    ["capitals", FILE.replace("acme", "Acme"), expect.stringMatching(/^4: /)],
    [
      "a built-in provider",
      FILE.replace("registry.terraform.io/acme/foo", "terraform.io/builtin/terraform"),
      expect.stringMatching(/^4: /),
    ],
    ["no address", FILE.replace('"registry.terraform.io/acme/foo" ', ""), expect.stringMatching(/^4: /)],
    ["two addresses", FILE.replace('foo"', 'foo" "x"'), expect.stringMatching(/^4: /)],
    ["a brace that is never closed", FILE.slice(0, FILE.lastIndexOf("}")), "4: this block has no closing brace"],
    ["what is no HCL", FILE.replace("  hashes", "  = =\n  hashes"), "7: this cannot be read"],
    ["a merge conflict", FILE.replace("  version", "<<<<<<< HEAD\n  version"), "5: this cannot be read"],
  ])("reports %s", (_, text, message) => {
    expect(says(text)).toEqual([message]);
  });
});

/** Addresses whose order is not that of their texts, also. */
const addresses = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(
        "registry.terraform.io",
        "registry.example.com",
        "example.com",
        "example.com.au",
        "example.com:8443",
      ),
      fc.stringMatching(/^[a-z][a-z0-9]{0,4}(?:-[a-z0-9]{1,3})?$/),
      fc.stringMatching(/^[a-z][a-z0-9]{0,4}(?:-[a-z0-9]{1,3})?$/),
    )
    .map((parts) => parts.join("/")),
  { maxLength: 6 },
);
const part = fc.nat(20);
const version = fc.tuple(part, part, part).map((parts) => parts.join("."));
const term = fc
  .tuple(fc.constantFrom("=", "!=", ">", ">=", "<", "<=", "~>"), part, part, part)
  .map(([operator, ...parts]) => `${operator} ${parts.join(".")}`);
const constraints = fc
  .array(term, { maxLength: 4 })
  .map((terms) => (terms.length === 0 ? "" : normaliseConstraints(terms)));
const checksum = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9+/]{43}$/).map((text) => `h1:${text}=`),
  fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => `zh:${text}`),
);
const files = addresses.chain((found) =>
  fc.tuple(
    ...found.map((address) =>
      fc.record({ address: fc.constant(address), version, constraints, hashes: fc.array(checksum, { maxLength: 5 }) }),
    ),
  ),
);

describe("any lock file", () => {
  it("comes back as it was, when written as terraform writes it", () => {
    fc.assert(
      fc.property(files, fc.constantFrom("terraform", "tofu"), (entries, keeper) => {
        const text = renderLockFile({ keeper, entries });
        const lock = parseLockFile(text);
        expect(lock.problems).toEqual([]);
        expect(lock.keeper).toBe(keeper);
        expect(renderLockFile(lock)).toBe(text);
        const sorted = entries.toSorted((a, b) => compareAddresses(a.address, b.address));
        expect(lock.entries.map(({ address }) => address)).toEqual(sorted.map(({ address }) => address));
        expect(lock.entries.map(({ version, constraints }) => [version, constraints])).toEqual(
          sorted.map(({ version, constraints }) => [version, constraints]),
        );
      }),
      { seed: seed(), numRuns: runs(200, 5000) },
    );
  });

  it("never breaks the reader, and never more than it has to the clock", () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(...FILE.split(/(?<=\s)|(?=\s)|(?<=")|(?=")/)),
        fc.string(),
        fc.constantFrom("{", "}", "[", "${", "<<E\n", "\r\n", "\0", "\uFEFF", "\uD800"),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        const text = pieces.join("");
        const lock = parseLockFile(text);
        for (const { line } of lock.problems) expect(line).toBeLessThanOrEqual(text.split("\n").length);
        renderLockFile(lock);
      }),
      { seed: seed(), numRuns: runs(300, 20_000) },
    );
  });

  it.each([
    ["nested", 'provider "a" {\n'.repeat(50_000)],
    ["nested lists", `provider "registry.terraform.io/a/b" {\n  hashes = ${"[".repeat(200_000)}`],
    [
      "many entries",
      Array.from({ length: 5000 }, (_, index) => `provider "h.io/a/b${index}" {\n  version = "1.0.0"\n}\n`).join(""),
    ],
    ["many problems", "provider {\n}\n".repeat(20_000)],
    ["a list without end", `provider "h.io/a/b" {\n  version = "1.0.0"\n  hashes = [${`"${ZH}",`.repeat(100_000)}`],
    ["a long list", `provider "h.io/a/b" {\n  version = "1.0.0"\n  hashes = [${`"${ZH}",`.repeat(100_000)}]\n}\n`],
    ["a long text", `provider "${"x".repeat(5_000_000)}`],
    ["templates", `provider "${'${"'.repeat(100_000)}`],
    ["open comments", "/*".repeat(500_000)],
  ])("is read when it is huge: %s", (_, text) => {
    const { entries, problems } = parseLockFile(text);
    expect(entries.length + problems.length).toBeGreaterThan(0);
  });
});

describe("the real terraform", () => {
  /** What terraform reads of a lock file: versions by address; undefined when it refuses the file. */
  function selections(folder: string): Record<string, string> | undefined {
    const env = { PATH: process.env["PATH"], HOME: folder, CHECKPOINT_DISABLE: "1" };
    const { stdout } = spawnSync("terraform", ["version", "-json"], { cwd: folder, env, encoding: "utf8" });
    const found = (JSON.parse(stdout) as { provider_selections: Record<string, string> }).provider_selections;
    return Object.keys(found).length === 0 ? undefined : found;
  }

  const second = FILE.slice(FILE.indexOf("\nprovider"))
    .replace("acme/foo", "acme/foo-x")
    .replace(/ {2}constraints.*\n/, "");
  const lines = (FILE + second).split(/(?<=\n)/);
  const bits = [
    "{",
    "}",
    "\n",
    "\n\n",
    '"',
    "[",
    "]",
    ",",
    "=",
    " ",
    "# x\n",
    "a",
    "1",
    'x = "1"\n',
    "/",
    ".",
    ":",
    "null",
    "/* x */",
    "\r\n",
  ];
  const mutation = fc.oneof(
    fc.record({ line: fc.nat(lines.length - 1), as: fc.constantFrom("drop", "twice", "swap", "join") }),
    fc.record({ line: fc.nat(lines.length - 1), at: fc.nat(80), bit: fc.constantFrom(...bits), remove: fc.nat(2) }),
  );
  type Mutation = { line: number; as: string } | { line: number; at: number; bit: string; remove: number };

  function mutate(mutations: readonly Mutation[]): string {
    const text = [...lines];
    for (const mutation of mutations) {
      const line = text[mutation.line] ?? "";
      if ("at" in mutation) {
        const at = Math.min(mutation.at, line.length);
        text[mutation.line] = line.slice(0, at) + mutation.bit + line.slice(at + mutation.remove);
      } else if (mutation.as === "drop") text[mutation.line] = "";
      else if (mutation.as === "twice") text[mutation.line] = line + line;
      else if (mutation.as === "join") text[mutation.line] = line.trimEnd();
      else text.splice(mutation.line, 2, text[mutation.line + 1] ?? "", line);
    }
    return text.join("");
  }

  it("refuses what is a problem here, takes what is none, and reads the same versions", () => {
    using folder = workspace({}, { git: false });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const text = mutate(mutations);
        folder.write({ ".terraform.lock.hcl": text });
        const { entries, problems } = parseLockFile(text);
        const read = Object.fromEntries(entries.map(({ address, version }) => [address, version]));
        const expected = problems.length > 0 || entries.length === 0 ? undefined : read;
        expect({ text, problems, selections: expected }).toEqual({
          text,
          problems,
          selections: selections(folder.path),
        });
      }),
      { seed: seed(), numRuns: runs(40, 1500) },
    );
  });
});
