import { parseVersion } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import { createHeldList, type HeldNote } from "./held-list.ts";
import { module, provider } from "./world-fixture.ts";

function note(to: string, given: Partial<HeldNote> = {}): HeldNote {
  const version = parseVersion(to);
  return {
    dependency: provider("acme/x"),
    reason: "too-young",
    from: parseVersion("1.5"),
    to: version,
    line: "1.x",
    why: `${to} is young`,
    places: [],
    ...given,
  };
}

function listed(...notes: HeldNote[]): ReturnType<ReturnType<typeof createHeldList>["list"]> {
  const held = createHeldList();
  for (const each of notes) held.add(each);
  return held.list();
}

describe("what is held", () => {
  it("tells the newest version of a line, from the oldest in use, with its own reasons", () => {
    const notes = [
      note("1.6.0"),
      note("1.8.0"),
      note("1.7.0", { from: parseVersion("1.2.0") }),
      note("1.8.0", { why: "1.8.0 is very young" }),
    ];
    expect(listed(...notes)).toEqual([
      {
        dependency: "acme/x",
        kind: "provider",
        from: "1.2.0",
        to: "1.8.0",
        reason: "too-young",
        why: "1.8.0 is young; 1.8.0 is very young.",
      },
    ]);
  });

  it("counts places once each and names the first", () => {
    const places = [
      { file: "b.tf", line: 3 },
      { file: "a.tf", line: 9 },
      { file: "a.tf", line: 2 },
      { file: "c/.terraform.lock.hcl" },
    ];
    const [held] = listed(note("1.6.0", { places }), note("1.6.0", { places: places.slice(1) }));
    expect(held).toMatchObject({ file: "a.tf", line: 2, why: "1.6.0 is young (4 places)." });
  });

  it("keeps dependencies, reasons and lines apart, sorted", () => {
    const notes = [
      note("2.0.0", { line: "2.x" }),
      note("1.6.0", { reason: "withdrawn" }),
      note("1.10.0", { dependency: provider("acme/a") }),
      note("1.9.0", { dependency: module("acme/a") }),
      note("1.6.0"),
    ];
    expect(listed(...notes).map(({ dependency, kind, to, reason }) => [dependency, kind, to, reason])).toEqual([
      ["acme/a", "module", "1.9.0", "too-young"],
      ["acme/a", "provider", "1.10.0", "too-young"],
      ["acme/x", "provider", "1.6.0", "too-young"],
      ["acme/x", "provider", "1.6.0", "withdrawn"],
      ["acme/x", "provider", "2.0.0", "too-young"],
    ]);
  });

  it("does not tell a hundred reasons", () => {
    const notes = Array.from({ length: 10 }, (_, index) => note("1.6.0", { why: `reason ${index}` }));
    expect(listed(...notes)[0]?.why).toBe("Reason 0; reason 1; reason 2; and 7 more.");
  });
});
