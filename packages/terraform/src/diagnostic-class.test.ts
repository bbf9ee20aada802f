import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { classify, isToldBy } from "./diagnostic-class.ts";
import type { Phase } from "./diagnostic-rule.ts";
import { type Diagnostic, parseValidation } from "./diagnostics.ts";
import { parseEvent } from "./events.ts";
import { parseLockInfo } from "./state-lock.ts";

const fixtures = new URL("../fixtures/events/", import.meta.url);

function diagnosticsOf(file: string): Diagnostic[] {
  const text = readFileSync(new URL(file, fixtures), "utf8");
  if (file.endsWith(".json")) return parseValidation(text)?.diagnostics ?? [];
  const events = text.trimEnd().split("\n").map(parseEvent);
  return events.flatMap((event) => (event.type === "diagnostic" ? [event.diagnostic] : []));
}

const error = (summary: string, detail = ""): Diagnostic => ({ severity: "error", summary, detail });

describe("classify", () => {
  it.each<[string, Phase, string, RegExp]>([
    ["04e-stale.jsonl", "apply", "plan-changed", /new plan/],
    ["07-junk.jsonl", "apply", "plan-tampered", /unchanged/],
    ["07-junk.jsonl", "show", "plan-failed", /make the plan again/],
    ["10-lineage.jsonl", "apply", "plan-tampered", /another state/],
    ["12-lock-plan.jsonl", "plan", "state-locked", /force-unlock/],
    ["13-invalid-plan.jsonl", "plan", "invalid-configuration", /Correct the configuration/],
    ["13-validate.json", "validate", "invalid-configuration", /Correct the configuration/],
    ["14-syntax-init.jsonl", "init", "invalid-configuration", /Correct the configuration/],
    ["14-validate.json", "validate", "invalid-configuration", /Correct the configuration/],
    ["15-validation.jsonl", "plan", "invalid-configuration", /validation/],
    ["16-precond.jsonl", "plan", "plan-failed", /step summary/],
    ["16-apply-incomplete.jsonl", "apply", "apply-failed", /plan again/],
    ["30-ephemeral.jsonl", "apply", "apply-failed", /ephemeral/],
    ["31-apply-fail.jsonl", "apply", "apply-failed", /step summary/],
    ["32-import-without-configuration.jsonl", "plan", "invalid-configuration", /resource block/],
    ["40-init-required-version.jsonl", "init", "version-mismatch", /terraform-setup/],
    ["40-plan-required-version.jsonl", "plan", "version-mismatch", /terraform-setup/],
    ["41-not-initialised.jsonl", "plan", "init-failed", /not initialised/],
    ["42-backend-changed.jsonl", "plan", "backend-changed", /migrate-state/],
    ["43-init-backend-changed.jsonl", "init", "backend-changed", /migrate-state/],
    ["47-missing-variable.jsonl", "plan", "invalid-configuration", /TF_VAR_/],
    ["48-undeclared.jsonl", "plan", "invalid-configuration", /Declare/],
    ["wrong-type.jsonl", "plan", "invalid-configuration", /type/],
    ["no-var-file.jsonl", "plan", "invalid-configuration", /var-files/],
    ["no-configuration.jsonl", "plan", "invalid-configuration", /working-directory/],
    ["one-line-block.jsonl", "plan", "invalid-configuration", /Correct the configuration/],
    ["init-no-lock-file.jsonl", "init", "init-failed", /providers lock.*commit/],
    ["plan-no-lock-file.jsonl", "plan", "init-failed", /providers lock.*commit/],
    ["init-no-registry.jsonl", "init", "init-failed", /mirror/],
    ["validate-no-provider.json", "validate", "init-failed", /source address/],
    ["bad-target.jsonl", "plan", "plan-failed", /step summary/],
  ])("judges %s in the phase %s as %s", (file, phase, reason, remedy) => {
    const classified = classify(diagnosticsOf(file), phase);
    expect(classified.reason).toBe(reason);
    expect(classified.remedy).toMatch(remedy);
    expect(classified.what).not.toMatch(/\n/);
    expect(classified.what.length).toBeGreaterThan(5);
  });

  it.each<[string, string, Phase, string]>([
    [
      "Saving a generated plan is currently not supported",
      'The "remote" backend does not support saving',
      "plan",
      "backend-unsupported",
    ],
    ["Saving a generated plan is currently not supported!", "", "plan", "backend-unsupported"],
    ['Currently selected workspace "nope" does not exist', "", "init", "workspace-not-found"],
    ["Unsupported OpenTofu Core version", "", "init", "version-mismatch"],
    [
      "Error loading state",
      "state snapshot was created by Terraform v1.12.0, which is newer than current v1.11.4",
      "plan",
      "version-mismatch",
    ],
    [
      "state snapshot was created by OpenTofu v1.9.0, which is newer than current v1.8.0",
      "",
      "plan",
      "version-mismatch",
    ],
    [
      "Incompatible Terraform version",
      "The local Terraform version (1.11.4) does not match",
      "plan",
      "version-mismatch",
    ],
    [
      'HCP Terraform or Terraform Enterprise initialization required: please run "terraform init"',
      "Reason: Initial configuration of HCP",
      "plan",
      "init-failed",
    ],
    [
      'Terraform Cloud initialization required: please run "terraform init"',
      "Reason: configuration has changed",
      "plan",
      "backend-changed",
    ],
    ["Error acquiring the state lock", "Error message: HTTP remote state already locked: ID=1", "plan", "state-locked"],
    ["Error acquiring the state lock", "Error message: AccessDenied: s3:PutObject", "plan", "plan-failed"],
    ["Failed to persist state to backend", "", "apply", "state-not-saved"],
    ["Failed to save state", "Error saving state: 500", "apply", "state-not-saved"],
    [
      "Failed to create local state file",
      "Error creating local state file for recovery: x",
      "apply",
      "state-not-saved",
    ],
    ["Plugin did not respond", "The plugin encountered an error", "apply", "terraform-crashed"],
    ["Plugin did not respond", "The plugin encountered an error", "plan", "plan-failed"],
    ["The state cannot be read", "AccessDenied", "state", "apply-failed"],
    ["Module not installed", "", "validate", "init-failed"],
    [
      "Required plugins are not installed",
      "does not match any of the checksums recorded in the dependency lock file",
      "plan",
      "init-failed",
    ],
    ["Something nobody has seen yet", "", "init", "init-failed"],
    ["Something nobody has seen yet", "", "apply", "apply-failed"],
  ])("judges %j (%j) in the phase %s as %s", (summary, detail, phase, reason) => {
    expect(classify([error(summary, detail)], phase).reason).toBe(reason);
  });

  it("names the holder of the lock, since when, for what, and its id", () => {
    const { what, lock } = classify(diagnosticsOf("12-lock-plan.jsonl"), "plan");
    expect(what).toBe(
      "The state is locked by root@vm since 2026-11-22T12:37:27.622Z for apply (lock f0b24c6f-59bc-0988-ba62-98d9f1594c1a)",
    );
    expect(lock).toEqual({
      id: "f0b24c6f-59bc-0988-ba62-98d9f1594c1a",
      path: "terraform.tfstate",
      operation: "OperationTypeApply",
      who: "root@vm",
      version: "1.11.4",
      created: "2026-11-22 12:37:27.622745292 +0000 UTC",
      createdAt: Date.parse("2026-11-22T12:37:27.622Z"),
    });
  });

  it("takes the first real error for the root cause, not a heading, and says how many there are", () => {
    const { what, diagnostic } = classify(
      [
        { severity: "warning", summary: "Deprecated", detail: "" },
        error("Terraform encountered problems during initialisation, including problems\nwith the configuration"),
        {
          ...error("Invalid provider configuration"),
          range: { filename: "m.tf", start: { line: 4, column: 1, byte: 9 }, end: { line: 4, column: 2, byte: 10 } },
        },
        { ...error("Other"), address: "aws_x.y" },
      ],
      "plan",
    );
    expect(what).toBe("Invalid provider configuration (m.tf line 4) (the first of 3 errors)");
    expect(diagnostic?.summary).toBe("Invalid provider configuration");
  });

  it("H115: a lock outranks whatever else went wrong", () => {
    expect(classify([error("Missing required argument"), ...diagnosticsOf("12-lock-plan.jsonl")], "plan").reason).toBe(
      "state-locked",
    );
  });

  it("a state that was not saved outranks what else an apply died of, and says its root cause", () => {
    const { reason, what, remedy } = classify(
      [
        { ...error("local-exec provisioner error", "exit status 3"), address: "aws_x.y" },
        error(
          "Failed to save state",
          "Error saving state: Failed to upload state: POST http://h/s giving up after 3 attempt(s)",
        ),
        error(
          "Failed to create local state file",
          "Error creating local state file for recovery: no space left on device",
        ),
        error("Failed to persist state to backend", "the raw state data is printed above as a JSON object."),
        error("Error releasing the state lock", "Error message: 500"),
      ],
      "apply",
    );
    expect(reason).toBe("state-not-saved");
    expect(what).toBe(
      "Failed to save state: Error saving state: Failed to upload state: POST http://h/s giving up after 3 attempt(s)",
    );
    expect(remedy).toMatch(/only copy/);
  });

  it("H118: tells to run a failed apply again as a whole, never tries itself", () => {
    const { remedy } = classify([error("creating EC2 Instance", "api error InternalError: 500")], "apply");
    expect(remedy).toMatch(/run the job again: it goes on with what is left/);
  });

  it.each<[string, string, string]>([
    ["one line", "The registry answered 503\n", "; its output ends: The registry answered 503"],
    ["the last of many", "a\n\nb. Output: c\r\n \n", "; its output ends: b. Output: c"],
    ["none", "\n", ""],
    ["too long a line", "x".repeat(500), `; its output ends: ${"x".repeat(200)}…`],
  ])("tells what a provisioner's command wrote last: %s", (_, output, end) => {
    const found = {
      ...error("local-exec provisioner error", `Error running command 'a b': exit status 1. Output: ${output}`),
      address: "aws_x.y",
    };
    const { what } = classify([found], "apply");
    expect(what).toBe(`aws_x.y: local-exec provisioner error: Error running command 'a b': exit status 1${end}`);
    expect(isToldBy(what, found)).toBe(true);
  });

  it.each<[boolean, string, Diagnostic]>([
    [true, "Missing name", error("Missing name")],
    [true, "Missing name: It needs one", error("Missing name", "It  needs\none.")],
    [false, "Missing name: It needs one", error("Missing name", "It needs one. Like every other.")],
    [false, "Missing name", error("Wrong type")],
  ])("knows (%s) whether %j says all of a diagnostic", (isTold, what, found) => {
    expect(isToldBy(what, found)).toBe(isTold);
  });

  it("has an answer without any error: warnings never decide", () => {
    const warning = { severity: "warning", summary: "Unsupported Terraform Core version", detail: "" };
    expect(classify([warning], "plan")).toMatchObject({
      reason: "plan-failed",
      remedy: expect.stringMatching(/debug/),
    });
    expect(classify([], "apply").reason).toBe("apply-failed");
  });
});

describe("parseLockInfo", () => {
  it.each([
    ["no lock here", undefined],
    ["Lock Info:", undefined],
    ["Lock Info:\n  Path: x\n", undefined],
    ["Lock Info:\n  ID: 1\n  ID: 2\n", { id: "1" }],
    ["Lock Info:\n  Who:  a: b\r\n  Nope: x\n  Path: y", { who: "a: b" }],
    ["Lock Info:\n  ID: 1\nPath: y", { id: "1" }],
    ["HTTP remote state already locked: ID=7\nLock Info:\n  ID: 1\n  Who: we ourselves", { id: "7" }],
    ["HTTP remote state already locked, failed to read body\nLock Info:\n  ID: 1", undefined],
    ["Lock Info:\n  ID: 1\n  Created: yesterday", { id: "1", created: "yesterday" }],
    [
      "Lock Info:\n  ID: 1\n  Created: 2026-01-02 03:04:05 +0200 CEST",
      { id: "1", created: "2026-01-02 03:04:05 +0200 CEST", createdAt: Date.parse("2026-01-02T01:04:05Z") },
    ],
  ])("reads %j", (detail, lock) => {
    expect(parseLockInfo(detail)).toEqual(lock);
  });

  it("reads back what terraform's template writes", () => {
    const word = fc.stringMatching(/^[\w@:./-]{1,20}$/);
    const property = fc.property(word, word, word, word, (id, path, who, version) => {
      const detail = `Error message: x\nLock Info:\n  ID:        ${id}\n  Path:      ${path}\n  Operation: o\n  Who:       ${who}\n  Version:   ${version}\n  Created:   2026-11-22 12:37:27.6 +0000 UTC\n  Info:      \n\n\nTerraform acquires`;
      expect(parseLockInfo(detail)).toMatchObject({ id, path, operation: "o", who, version, createdAt: 1795351047600 });
    });
    fc.assert(property, { numRuns: runs(100, 100_000), seed: seed() });
  });
});
