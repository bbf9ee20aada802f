import { Failure } from "@handrail/runner";
import { renderLockFile, type LockEntry } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import type { Edit } from "../decide/update.ts";
import {
  FOO,
  BAR,
  LINUX,
  MAC,
  WINDOWS,
  registry,
  failure,
  entry,
  lockOf,
  directory,
  ask,
  edit,
  change,
} from "./lock-fixture.ts";
import type { PackageDeps } from "./platforms.ts";
import { renewLock, touchedLocks } from "./renewal.ts";

describe("renewing a lock file", () => {
  const lock = lockOf([entry(BAR, "1.0.0", ">= 1.0.0", [LINUX, WINDOWS]), entry(FOO, "1.0.0", "~> 1.0", [MAC])]);
  const modules = [
    directory("app", { calls: ["m"], providers: [ask("~> 1.0"), ask(">= 1", BAR)] }),
    directory("m", { providers: [ask(">= 0.5")] }),
  ];
  const renewal = { lock, modules, changes: [], edits: [], platforms: "auto" as const };
  const text = (...entries: LockEntry[]): string => renderLockFile({ keeper: "terraform", entries });

  it("changes version, constraints and checksums, for the platforms that were there", async () => {
    const edits = [edit("app/main.tf", "~> 1.0", "~> 2.0")];
    const changes = [change("2.0.0"), change("1.5.0", BAR), change("9.0.0", FOO, "other/.terraform.lock.hcl")];
    expect(await renewLock({ ...renewal, edits, changes }, registry())).toEqual({
      text: text(entry(BAR, "1.5.0", ">= 1.0.0", [LINUX, WINDOWS]), entry(FOO, "2.0.0", ">= 0.5.0, ~> 2.0", [MAC])),
      entries: [
        { provider: BAR, version: "1.5.0", platforms: [LINUX, WINDOWS], isGuess: false },
        { provider: FOO, version: "2.0.0", platforms: [MAC], isGuess: false },
      ],
    });
  });

  it("asks the registry nothing where only constraints change", async () => {
    const deps = registry();
    const renewed = await renewLock({ ...renewal, edits: [edit("m/main.tf", ">= 0.5", ">= 1.0")] }, deps);
    expect(renewed).toMatchObject({
      text: text(entry(BAR, "1.0.0", ">= 1.0.0", [LINUX, WINDOWS]), entry(FOO, "1.0.0", ">= 1.0.0, ~> 1.0", [MAC])),
    });
    expect(deps.asked).toEqual([]);
  });

  it("changes nothing without changes", async () => {
    expect(await renewLock(renewal, registry())).toEqual({ text: lock.text, entries: [] });
  });

  it.each<[string, Partial<Parameters<typeof renewLock>[0]>, Partial<PackageDeps>, string]>([
    [
      "a platform is gone",
      { changes: [change("1.1.0")], platforms: ["plan9_mips"] },
      {},
      "acme/foo 1.1.0 cannot be locked: it is not released for plan9_mips. Name the platforms that you need in the input lock-platforms.",
    ],
    [
      "the registry fails",
      { changes: [change("1.1.0")], platforms: [LINUX] },
      { packages: async () => Promise.reject(failure(500)) },
      "it answered 500. Ask again.",
    ],
    [
      "a constraint refuses it",
      { changes: [change("2.0.0")] },
      {},
      'acme/foo 2.0.0 cannot be locked: app asks for "~> 1.0".',
    ],
    [
      "an edit is of something that was not read",
      { edits: [edit("m/x.tf", "~> 7.0", "~> 8.0")] },
      {},
      "The lock file cannot be told to follow m/x.tf, line 3: nothing that asks for acme/foo was read there.",
    ],
    [
      "terraform refuses the file for something else",
      { lock: lockOf([entry(FOO, "1.0.0", "~> 1.0"), entry(BAR, "1.0.0", "~>1.0")]), changes: [change("1.1.0")] },
      {},
      'Terraform refuses app/.terraform.lock.hcl, line 6: the constraints "~>1.0" are not in normal form, which is "~> 1.0". Correct it, or delete the file and run terraform init.',
    ],
  ])("is a problem when %s", async (_, more, deps, problem) => {
    expect(await renewLock({ ...renewal, ...more }, { ...registry(), ...deps })).toEqual({ problem });
  });

  it("throws on what is no Failure", async () => {
    const packages = async () => Promise.reject(new TypeError("a defect"));
    await expect(renewLock({ ...renewal, changes: [change("1.1.0")] }, { ...registry(), packages })).rejects.toThrow(
      TypeError,
    );
  });

  it.each(["auto" as const, [LINUX]])("throws on that the step is cancelled, with platforms %j", async (platforms) => {
    const cancelled = new Failure({ reason: "cancelled", what: "it was cancelled", remedy: "Run it again." });
    const packages = async () => Promise.reject(cancelled);
    const asked = { ...renewal, platforms, changes: [change("1.1.0")] };
    await expect(renewLock(asked, { ...registry(), packages })).rejects.toMatchObject({ reason: "cancelled" });
  });

  it("knows which lock files an update touches", () => {
    const other = lockOf([entry(BAR, "1.0.0", "")], "other/.terraform.lock.hcl");
    const all = [lock, other];
    const files = (edits: Edit[], locks: ReturnType<typeof change>[] = []) =>
      touchedLocks(all, [...modules, directory("other", { calls: ["m"] })], { edits, locks }).map(
        (touched) => touched.lock.file,
      );
    expect(files([])).toEqual([]);
    expect(files([edit("m/main.tf", ">= 0.5", ">= 1.0")])).toEqual([lock.file]);
    expect(files([edit("elsewhere/main.tf", ">= 0.5", ">= 1.0")])).toEqual([]);
    expect(files([], [change("2.0.0", BAR, other.file)])).toEqual([other.file]);
  });

  it("is handed only what concerns it", () => {
    const own = edit("m/main.tf", ">= 0.5", ">= 1.0");
    const update = {
      edits: [edit("elsewhere/main.tf", ">= 0.5", ">= 1.0"), own],
      locks: [change("9.0.0", FOO, "other/.terraform.lock.hcl"), change("2.0.0")],
    };
    expect(touchedLocks([lock], [directory("elsewhere"), ...modules], update)).toEqual([
      { lock, modules, changes: [change("2.0.0")], edits: [own] },
    ]);
  });
});
