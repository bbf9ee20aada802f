import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { runs, seed, workspace, type Workspace, zip, type ZipMember } from "@handrail/testkit";
import { hashZip } from "./registry-zip-hash.ts";

let folder: Workspace;
beforeEach(() => {
  folder = workspace({}, { git: false });
});
afterEach(() => folder.cleanup());

async function hashOf(bytes: Uint8Array): Promise<string> {
  const file = folder.resolve("package.zip");
  writeFileSync(file, bytes);
  return hashZip(file);
}

/** The recipe from what was put in, without any zip. */
function recipe(members: readonly ZipMember[]): string {
  const files = members.filter(({ name }) => !name.endsWith("/"));
  files.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const lines = files.map(
    ({ name, content = "" }) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`,
  );
  return `h1:${createHash("sha256").update(lines.join("")).digest("base64")}`;
}

describe("hashZip", () => {
  it("is the recipe for any members", async () => {
    const segment = fc.stringMatching(/^[0-9A-Za-z_+-][0-9A-Za-z._+ éß€😀-]{0,12}$/u);
    const name = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    const member = fc.record({
      name: fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: name.map((text) => `${text}/`) }),
      content: fc.uint8Array({ maxLength: 5000 }),
      method: fc.constantFrom("store" as const, "deflate" as const),
    });
    const members = fc
      .uniqueArray(member, { selector: (each) => each.name, minLength: 1, maxLength: 12 })
      .filter((all) => all.some((each) => !each.name.endsWith("/")))
      .map((all) =>
        all.map((each): ZipMember =>
          each.name.endsWith("/") ? { name: each.name, type: "directory", method: "store" } : each,
        ),
      );
    await fc.assert(
      fc.asyncProperty(members, async (all) => {
        expect(await hashOf(zip(all))).toBe(recipe(all));
      }),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });

  it("does not depend on the order and the packing of the members", async () => {
    const members: ZipMember[] = [
      { name: "b", content: "2".repeat(5000) },
      { name: "a", content: "1" },
      { name: "LICENSE", content: "" },
    ];
    const hash = await hashOf(zip(members));
    expect(await hashOf(zip(members.toReversed()))).toBe(hash);
    expect(await hashOf(zip(members.map((member) => ({ ...member, method: "store", mode: 0o755 }))))).toBe(hash);
    expect(await hashOf(zip(members, { comment: "made elsewhere", prefix: Buffer.alloc(0) }))).toBe(hash);
    expect(await hashOf(zip([...members, { name: "c", content: "" }]))).not.toBe(hash);
  });

  it("never dies of a damaged zip, and never takes it for another", async () => {
    const members = [
      { name: "a", content: "first ".repeat(50) },
      { name: "b/c", content: "second ".repeat(50) },
    ];
    const good = zip(members);
    const expected = recipe(members);
    const directory = good.indexOf("PK\x01\x02");
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(good);
        bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
        const outcome = await hashOf(bytes).catch((error: unknown) => error);
        if (typeof outcome === "string") {
          // A name may have become another one in the directory at the end; no content ever does.
          if (outcome !== expected) expect(at).toBeGreaterThanOrEqual(directory);
        } else expect(outcome).toMatchObject({ name: "ZipError" });
      }),
      { numRuns: runs(200, 10_000), seed: seed() },
    );
  });

  it.each<[string, ZipMember[], RegExp]>([
    ["a path out of the folder", [{ name: "a/../../b", content: "1" }], /./],
    ["an absolute path", [{ name: "/a", content: "1" }], /./],
    ["a path with nothing in it", [{ name: "a//b", content: "1" }], /no plain path/],
    ["a path with a dot", [{ name: "./a", content: "1" }], /no plain path/],
    ["a backslash", [{ name: "a\\b", content: "1" }], /./],
    ["a line break", [{ name: "a\n0  b", content: "1" }], /no plain path/],
    ["only directories", [{ name: "a/", type: "directory", method: "store" }], /holds no file/],
    ["lies about a size", [{ name: "a", content: "1".repeat(100), size: 50 }], /more than the announced 50 bytes/],
  ])("refuses %s", async (_, members, message) => {
    await expect(hashOf(zip(members))).rejects.toMatchObject({
      name: "ZipError",
      message: expect.stringMatching(message) as unknown,
    });
  });

  it("refuses more members than any package has", async () => {
    const many = Array.from({ length: 10_001 }, (_, index): ZipMember => ({ name: `f${index}`, method: "store" }));
    await expect(hashOf(zip(many))).rejects.toThrow("has more than 10000 members");
  });
});
