import { renderLockFile } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import { entry, FOO } from "./lock-fixture.ts";
import { lockProblems, readLocks } from "./locks.ts";

describe("reading lock files", () => {
  const files = [
    { path: ".terraform.lock.hcl", text: renderLockFile({ keeper: "terraform", entries: [entry(FOO, "1.0.0", "")] }) },
    { path: "app/.terraform.lock.hcl", text: `provider "${FOO}" {\n  version = "1.3"\n}\n` },
    { path: "app/not.terraform.lock.hcl", text: "x" },
    { path: "other/.terraform.lock.hcl", text: `provider "${FOO}" {\n}\n` },
  ];
  const locks = readLocks(files);

  it("takes those that are named so, with their directories", () => {
    expect(locks.map(({ file, directory }) => [file, directory])).toEqual([
      [".terraform.lock.hcl", "."],
      ["app/.terraform.lock.hcl", "app"],
      ["other/.terraform.lock.hcl", "other"],
    ]);
  });

  it("says what terraform refuses in them", () => {
    expect(lockProblems(locks)).toEqual([
      {
        file: "app/.terraform.lock.hcl",
        line: 2,
        why: 'terraform refuses this lock file: "1.3" is not a version in normal form, like 1.2.0',
      },
      {
        file: "other/.terraform.lock.hcl",
        line: 1,
        why: "terraform refuses this lock file: this entry has no version",
      },
    ]);
  });
});
