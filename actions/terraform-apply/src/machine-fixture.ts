/**
 * Makes the machine of a step for tests: a terraform that says what the test wants, and files in memory. Both note what
 * is done to them. Not part of the action.
 */
import { parseEvent, parseState } from "@handrail/terraform";
import type { Diagnostic } from "@handrail/terraform";
import type { ApplyResult, Terraform } from "@handrail/terraform/cli";
import { sourceOf } from "../../../packages/report/src/report-fixture.ts";
import type { ApplyStep } from "./step.ts";

/** The files of a machine by their absolute paths. */
export type MachineFiles = Map<string, string | Uint8Array>;

/** What its terraform does. */
export type MachineGiven = {
  /** Of each plan that is made, the last one stays; addresses to be created. */
  plans?: readonly (readonly string[])[];
  /** What apply says, line by line, and how it ends; a list is used up apply by apply. */
  applies?: readonly { events?: readonly object[]; exitCode?: number }[];
  terraform?: Partial<Terraform>;
  state?: string;
};

/** The JSON of a plan that creates these. */
export function documentOf(addresses: readonly string[]): string {
  const changes = addresses.map((address) => ({
    address,
    mode: "managed",
    type: address.split(".")[0],
    name: address.split(".")[1],
    provider_name: "example.com/x/a",
    change: { actions: ["create"], before: null, after: { size: 1 }, after_unknown: {} },
  }));
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes });
}

/** The lines of an apply that does these, and is complete unless one of them fails. */
export function eventsOf(done: readonly string[], failed: readonly string[] = []): object[] {
  const hook = (address: string): object => ({
    resource: { addr: address, resource: address, resource_type: address.split(".")[0] },
    action: "create",
  });
  return [
    ...done.flatMap((address) => [
      { type: "apply_start", hook: hook(address) },
      { type: "apply_complete", hook: { ...hook(address), elapsed_seconds: 0 } },
    ]),
    ...failed.flatMap((address) => [
      { type: "apply_start", hook: hook(address) },
      { type: "apply_errored", hook: { ...hook(address), elapsed_seconds: 0 } },
      { type: "diagnostic", diagnostic: { severity: "error", summary: "Quota exceeded", detail: "", address } },
    ]),
    ...(failed.length > 0
      ? []
      : [
          {
            type: "change_summary",
            changes: { add: done.length, change: 0, import: 0, remove: 0, operation: "apply" },
          },
          { type: "outputs", outputs: {} },
        ]),
  ].map((event) => ({ "@level": "info", "@message": "", "@module": "terraform.ui", ...event }));
}

const ended = { signal: undefined, cancelled: false, diagnostics: [], stderr: "" };

/** A terraform that plans and applies what was given. */
export function terraformOf(given: MachineGiven, effects: string[], files: MachineFiles): Terraform {
  const plans = [...(given.plans ?? [["a.one", "a.two"]])];
  const applies = [...(given.applies ?? [{}])];
  let planned: readonly string[] = [];
  return {
    version: () => Promise.resolve({ version: "1.11.4", platform: "linux_amd64", providers: {} }),
    selectedWorkspace: () => "default",
    init: () => {
      effects.push("init");
      return Promise.resolve({ ...ended, exitCode: 0, hadLockFile: true });
    },
    workspaces: () => Promise.resolve({ names: ["default"], selected: "default", isSupported: true }),
    requireWorkspace: () => Promise.resolve("default"),
    validate: () => Promise.resolve({ isValid: true, diagnostics: [] }),
    formatCheck: () => Promise.resolve([]),
    plan: ({ planFile }) => {
      effects.push("plan");
      planned = (plans.length > 1 ? plans.shift() : plans[0]) ?? [];
      files.set(planFile, "saved plan");
      const isEmpty = planned.length === 0;
      const outcome = isEmpty ? ("no-changes" as const) : ("changes" as const);
      return Promise.resolve({ ...ended, exitCode: isEmpty ? 0 : 2, outcome, hasPlanFile: true });
    },
    showPlan: (_, documentFile) => {
      files.set(documentFile, documentOf(planned));
      return Promise.resolve();
    },
    apply: ({ onEvent }) => {
      effects.push("apply");
      const { events = eventsOf(planned), exitCode = 0 } = (applies.length > 1 ? applies.shift() : applies[0]) ?? {};
      const diagnostics: Diagnostic[] = [];
      for (const event of events) {
        const parsed = parseEvent(JSON.stringify(event));
        if (parsed.type === "diagnostic") diagnostics.push(parsed.diagnostic);
        onEvent?.(parsed);
      }
      const result: ApplyResult = { ...ended, exitCode, diagnostics, isComplete: exitCode === 0, outputs: new Map() };
      return Promise.resolve(result);
    },
    statePull: () => {
      effects.push("state pull");
      const snapshot = given.state === undefined ? undefined : parseState(given.state);
      return Promise.resolve(snapshot === undefined ? undefined : { text: given.state ?? "", snapshot });
    },
    statePush: () => Promise.reject(new TypeError("nobody pushes a state")),
    erroredState: () => undefined,
    leftLock: () => Promise.resolve(undefined),
    backend: () => ({ type: "local", hash: "" }),
    lockFile: () => undefined,
    influences: () => [],
    configuration: () => Promise.resolve({ files: [], modules: [], isTracked: true }),
    ...given.terraform,
  };
}

/** Files in memory. */
export function filesOf(effects: string[], files: MachineFiles): ApplyStep["deps"]["files"] {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const content = files.get(path);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    readText: (path) => {
      const bytes = bytesOf(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    list: () => [],
    readBytes: bytesOf,
    openPlan: (path) => ({ ...sourceOf(bytesOf(path) ?? new Uint8Array()), close: () => undefined }),
    write: (path, chunks) => {
      effects.push(`write ${path}`);
      const parts = [...chunks].map((chunk) => (typeof chunk === "string" ? Buffer.from(chunk) : chunk));
      files.set(path, new Uint8Array(Buffer.concat(parts)));
    },
    remove: (path) => {
      if (files.delete(path)) effects.push(`remove ${path}`);
    },
  };
}
