import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed, zip } from "@handrail/testkit";
import * as fc from "fast-check";
import { readPlanArchive } from "./plan-archive.ts";
import { PlanZipError, readPlanZip } from "./plan-zip.ts";
import { writePlanZip, type ZipContent } from "./plan-zip-writer.ts";

const PLANS = ["first", "modules", "sensitive", "workspace", "hundred"] as const;
const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/saved-plans/${name}.tfplan`, import.meta.url));
const members = (name: string): [string, Uint8Array][] => [...readPlanZip(fixture(name))];
const text = (content: string): Uint8Array => Buffer.from(content);

/** Why a zip is refused as a plan; undefined when it is accepted. Anything but the Failure is a defect. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    readPlanArchive(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof Failure && error.reason === "plan-tampered") return error.what;
    throw error;
  }
}

function zipRefusal(bytes: Uint8Array): string | undefined {
  try {
    readPlanZip(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof PlanZipError) return error.message;
    throw error;
  }
}

/** A copy with bytes replaced; a negative offset counts from the end. */
function edited(bytes: Uint8Array, offset: number, ...values: number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, offset < 0 ? bytes.length + offset : offset);
  return copy;
}

describe("the zip of a plan", () => {
  it.each(PLANS)("is read as terraform wrote it, and as the tests' writer writes it again: %s", (name) => {
    const found = members(name);
    expect(found[0]?.[0]).toBe("tfplan");
    expect([...readPlanZip(writePlanZip(found))]).toEqual(found);
    expect(refusal(writePlanZip(found))).toBeUndefined();
  });

  it("takes names that are not ASCII, and empty members", () => {
    const content: ZipContent = [
      ["mäin~.tf", text("x")],
      ["empty", text("")],
    ];
    expect([...readPlanZip(writePlanZip(content))].map(([name, bytes]) => [name, bytes.length])).toEqual([
      ["mäin~.tf", 1],
      ["empty", 0],
    ]);
  });

  const small = writePlanZip([
    ["a", text("some text, some text")],
    ["b", text("more")],
  ]);
  const directory = Buffer.from(small).indexOf("PK\u0001\u0002");
  const descriptor = Buffer.from(small).indexOf("PK\u0007\u0008");
  const cases: [string, Uint8Array][] = [
    ["nothing", new Uint8Array()],
    ["text", text("junk")],
    ["an end record alone cut short", small.subarray(-21)],
    ["bytes before", Buffer.concat([text("x"), small])],
    ["bytes after", Buffer.concat([small, text("x")])],
    ["a comment", Buffer.concat([edited(small, -2, 1, 0), text("x")])],
    ["a wrong count", edited(small, -14, 3, 0, 3, 0)],
    ["two counts", edited(small, -14, 1, 0)],
    ["a second disk", edited(small, -18, 1, 0)],
    ["a directory of another size", edited(small, -10, 0)],
    ["a directory elsewhere", edited(small, -6, 0)],
    ["zip64's marks", edited(small, -6, 0xff, 0xff, 0xff, 0xff)],
    ["a local signature", edited(small, 0, 0)],
    ["a local version", edited(small, 4, 45)],
    ["a local flag", edited(small, 6, 9)],
    ["a local method", edited(small, 8, 0)],
    ["a local CRC", edited(small, 14, 1)],
    ["a local size", edited(small, 22, 1)],
    ["a local name", edited(small, 30, 0x62)],
    ["a local extra field", edited(small, 31, 0x41)],
    ["another local time", edited(small, 10, 1)],
    ["damaged data", edited(small, 41, 0x55)],
    ["a descriptor's signature", edited(small, descriptor, 0)],
    ["a descriptor's CRC", edited(small, descriptor + 4, 0)],
    ["a descriptor's size", edited(small, descriptor + 12, 0)],
    ["a maker", edited(small, directory + 5, 3)],
    ["the flag for encryption", edited(edited(small, directory + 8, 9), 6, 9)],
    ["the method store", edited(edited(small, directory + 10, 0), 8, 0)],
    ["a member's comment", edited(small, directory + 32, 1)],
    ["attributes of a link", edited(small, directory + 40, 0xff, 0xa1)],
    ["another offset", edited(small, directory + 42, 1)],
    [
      "a second member of a name",
      writePlanZip([
        ["a", text("1")],
        ["a", text("2")],
      ]),
    ],
    ["the directory in another order", swapped(small, directory)],
    ["a name that is not UTF-8", edited(edited(small, directory + 46, 0xff), 30, 0xff)],
    ["a zip of another writer", zip([{ name: "tfplan", content: "x" }])],
    ["zip with a prefix", zip([{ name: "tfplan", content: "x" }], { prefix: text("#!/bin/sh\n") })],
  ];

  function swapped(bytes: Uint8Array, at: number): Uint8Array {
    const length = 46 + 1 + 9;
    const copy = Buffer.from(bytes);
    copy.set(bytes.subarray(at, at + length), at + length);
    copy.set(bytes.subarray(at + length, at + 2 * length), at);
    return copy;
  }

  it.each(cases)("is refused with %s", (_, bytes) => {
    expect(Buffer.compare(bytes, small)).not.toBe(0);
    expect(zipRefusal(bytes)).toEqual(expect.any(String));
  });

  it("is refused with data behind the end of a member's stream", () => {
    const content = text("some text, some text");
    const honest = writePlanZip([["a", content]]);
    const packed = deflateRawSync(content);
    const at = Buffer.from(honest).indexOf(packed);
    const longer = Buffer.concat([
      honest.subarray(0, at + packed.length),
      text("hidden"),
      honest.subarray(at + packed.length),
    ]);
    const length = packed.length + 6;
    for (const mark of ["PK\u0007\u0008", "PK\u0001\u0002"]) {
      const field = longer.indexOf(mark) + (mark === "PK\u0007\u0008" ? 8 : 20);
      longer.writeUInt32LE(length, field);
    }
    longer.writeUInt32LE(longer.readUInt32LE(longer.length - 6) + 6, longer.length - 6);
    expect(zipRefusal(longer)).toMatch(/damaged member/);
  });

  it("says what is wrong with a file that is no plan, one that is cut off, and one with something appended", () => {
    expect(refusal(text("junk"))).toBe("The plan file is not a plan that terraform saved");
    expect(refusal(fixture("first").subarray(0, -1))).toMatch(/cut off/);
    expect(refusal(Buffer.concat([fixture("first"), text("x")]))).toMatch(/appended/);
  });
});

describe("the members of a plan", () => {
  it.each([
    "../../home/runner/.bashrc",
    "/etc/cron.d/x",
    "a\\..\\b",
    "tfconfig/m-/../x.tf",
    "tfconfig/m-../x.tf",
    "tfconfig/m-/a/b.tf",
    "tfconfig/m-/.hidden.tf",
    "tfconfig/m-/notes.txt",
    "tfconfig/m-unknown/main.tf",
    "tfconfig/m-/x\n.tf",
    "tfconfig/m-/",
    "tfstate2",
    "inner.zip",
  ])("H045: %j is refused, wherever it stands", (name) => {
    const found = members("first");
    for (let at = 0; at <= found.length; at += 1) {
      const more = [...found.slice(0, at), [name, text("x")] as [string, Uint8Array], ...found.slice(at)];
      expect(refusal(writePlanZip(more))).toEqual(expect.any(String));
    }
  });

  it("H045: a link, two plans in one file, and a second member of a name are refused", () => {
    const found = members("first");
    const plan = fixture("first");
    const link = Buffer.from(plan);
    const entry = plan.indexOf("PK\u0001\u0002");
    link.writeUInt32LE(0o120777 * 65_536, entry + 38);
    expect(refusal(link)).toMatch(/a form that terraform does not write/);
    expect(refusal(Buffer.concat([plan, plan]))).toEqual(expect.any(String));
    for (const member of found) {
      expect(refusal(writePlanZip([...found.slice(0, 1), member, ...found.slice(1)]))).toMatch(/two members named/);
    }
  });

  it("H046: ten gigabytes announced, ten gigabytes hidden, a million members and a zip in a zip stop before they unpack", () => {
    const announced = Buffer.from(fixture("first"));
    const entry = announced.indexOf("PK\u0001\u0002");
    announced.writeUInt32LE(0xffff_fff0, entry + 24);
    expect(refusal(announced)).toMatch(/unpacks to more than any plan/);
    const zeros = new Uint8Array(8 << 20);
    const bomb = writePlanZip([["tfplan", zeros]]);
    expect(refusal(bomb)).toMatch(/unpacks from \d+ to 8388608 bytes/);
    const lying = Buffer.from(bomb);
    for (const mark of ["PK\u0007\u0008", "PK\u0001\u0002"]) {
      lying.writeUInt32LE(100, lying.indexOf(mark) + (mark === "PK\u0007\u0008" ? 12 : 24));
    }
    expect(refusal(lying)).toMatch(/damaged member/);
    const many = writePlanZip(Array.from({ length: 20_001 }, (_, index) => [`${index}`, text("")] as const));
    expect(refusal(many)).toMatch(/20001 members/);
    expect(refusal(writePlanZip([["tfplan.zip", bomb]]))).toEqual(expect.any(String));
    const piece = zeros.subarray(0, 1 << 20);
    const pieces = writePlanZip(Array.from({ length: 8 }, (_, index) => [`${index}`, piece] as const));
    expect(refusal(pieces)).toBe("The plan file unpacks to more than any plan");
  });

  it.each(PLANS)("are refused when one is missing, renamed, or at another place: %s", (name) => {
    const found = members(name);
    for (const [at, [path, content]] of found.entries()) {
      const others = found.filter((_, index) => index !== at);
      const isOptional = path.startsWith("tfconfig/m-");
      if (!isOptional) expect(refusal(writePlanZip(others))).toEqual(expect.any(String));
      expect(refusal(writePlanZip(found.with(at, [`${path}x`, content])))).toEqual(expect.any(String));
      const moved = [...others.slice(0, at + 1), [path, content] as [string, Uint8Array], ...others.slice(at + 1)];
      const folder = path.slice(0, path.lastIndexOf("/"));
      const isSameModule = isOptional && (others[at]?.[0] ?? "").startsWith(folder);
      if (at < others.length && !isSameModule) {
        expect(refusal(writePlanZip(moved))).toEqual(expect.any(String));
      }
    }
  });

  it("are refused or mean the same after any change of the file", () => {
    const originals = PLANS.map((name) => ({ bytes: fixture(name), content: new Map(members(name)) }));
    const mutant = fc.record({
      plan: fc.constantFrom(...originals),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
      kind: fc.constantFrom("flip", "truncate", "insert", "remove"),
    });
    const property = fc.property(mutant, ({ plan, at, by, kind }) => {
      const place = at % plan.bytes.length;
      const [before, after] = [plan.bytes.subarray(0, place), plan.bytes.subarray(place)];
      const changed = {
        flip: edited(plan.bytes, place, (plan.bytes[place] ?? 0) ^ by),
        truncate: before,
        insert: Buffer.concat([before, Buffer.from([by]), after]),
        remove: Buffer.concat([before, after.subarray(1)]),
      }[kind];
      // The last block of a stream has bits that no reader reads; nothing else may change.
      if (refusal(changed) !== undefined) return;
      expect(kind).toBe("flip");
      expect(readPlanZip(changed)).toEqual(plan.content);
    });
    fc.assert(property, { numRuns: runs(400, 20_000), seed: seed() });
  });
});
