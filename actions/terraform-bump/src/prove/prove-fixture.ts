/**
 * A checkout with root modules and the real doors, for tests of proving. Everything that is started is terraform itself.
 */
import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRedactor } from "@handrail/runner";
import type { Clock, Exec, Log, Redactor } from "@handrail/runner";
import * as runnerHost from "@handrail/runner/host";
import { workspace, type Workspace, type WorkspaceFile } from "@handrail/testkit";
import { platformOf } from "@handrail/terraform";
import * as terraformCli from "@handrail/terraform/cli";
import * as terraformInstall from "@handrail/terraform/install";
import { parse } from "smol-toml";
import type { Proposal, Update } from "../decide/update.ts";
import type { ChangedFile } from "../pulls/desired.ts";
import { openProver, type ProveDoors } from "./open-prover.ts";
import { proveProposals } from "./prove.ts";
import type { ProveInput, ProposedChange } from "./prove.ts";
import type { Proof, RootProof } from "./proof.ts";
import type { ProveDeps } from "./target-run.ts";

/** A checkout and what proves in it. */
export type Prover = {
  checkout: Workspace;
  /** RUNNER_TEMP. */
  temporary: Workspace;
  deps: ProveDeps;
  redactor: Redactor;
  logged: string[];
  /** Every program that was started. */
  started: { args: string[]; environment: Readonly<Record<string, string>>; pid?: number }[];
  cancel(reason: unknown): void;
  /** The end of the step: ends what still runs. */
  end(): Promise<void>;
  prove(changes: readonly ProposedChange[], more?: Partial<ProveInput>): Promise<Map<string, Proof>>;
  /** The proof of one proposal that changes these files of these roots, by label. */
  proveOne(
    files: Record<string, string>,
    more?: Partial<ProveInput> & { roots?: string[] },
  ): Promise<Map<string, RootProof>>;
  /** What is left in RUNNER_TEMP. */
  left(): string[];
  [Symbol.dispose](): void;
};

/** More about a prover. */
export type ProverOptions = {
  environment?: Record<string, string>;
  width?: number;
  releasesUrl?: string;
  clock?: Clock;
  /** Other verbs of the host. */
  host?: Partial<ProveDoors["host"]>;
};

/** Makes one; the files are the first commit. */
export function prover(files: Record<string, WorkspaceFile>, options: ProverOptions = {}): Prover {
  const checkout = workspace(files, { name: "checkout" });
  const temporary = workspace({}, { git: false, name: "temporary" });
  const controller = new AbortController();
  const { signal } = controller;
  const redactor = createRedactor();
  const [logged, started]: [string[], Prover["started"]] = [[], []];
  const note = (text: string): void => void logged.push(redactor.redact(text));
  const log: Log = { info: note, warning: note, debug: note, group: note, endGroup: () => undefined };
  // The runner of the step, and its exec as proving gets it.
  let outer: { real: Exec; noted: Exec } | undefined;
  const createProcessRunner: typeof runnerHost.createProcessRunner = ({ within, ...settings }) => {
    const real = within === outer?.noted ? outer?.real : within;
    const runner = runnerHost.createProcessRunner({
      ...settings,
      pollMs: 10,
      ...(real === undefined ? {} : { within: real }),
    });
    const noted: runnerHost.ProcessRunner = {
      ...runner,
      exec: (command, args, more) => {
        const start: Prover["started"][number] = { args: [command, ...args], environment: more.environment };
        started.push(start);
        const onStart = (pid: number): void => {
          start.pid = pid;
          more.onStart?.(pid);
        };
        return runner.exec(command, args, { ...more, onStart });
      },
    };
    outer ??= { real: runner.exec, noted: noted.exec };
    return noted;
  };
  const step = createProcessRunner({ cancelled: signal });
  const platform = platformOf(process.platform, process.arch);
  if (platform === undefined) throw new Error("no platform");
  const deps = openProver(
    {
      environment: {
        PATH: process.env["PATH"],
        HOME: temporary.path,
        RUNNER_TEMP: temporary.path,
        GIT_CONFIG_NOSYSTEM: "1",
        GITHUB_TOKEN: "ghs_secret",
        INPUT_ANY: "input",
        ...options.environment,
      },
      exec: step.exec,
      log,
      redactor,
      clock: options.clock ?? runnerHost.systemClock,
      cancelled: signal,
      temporaryDirectory: (name) => mkdtempSync(join(temporary.path, `${name}-`)),
    },
    { checkout: checkout.path, releasesUrl: options.releasesUrl ?? "", platform, width: options.width ?? 2 },
    {
      host: { ...runnerHost, createProcessRunner, ...options.host },
      terraform: terraformCli,
      install: terraformInstall,
      loadToml: async () => parse,
    },
  );
  const base = checkout.git("rev-parse", "HEAD");
  const prove: Prover["prove"] = (changes, more) => proveProposals({ changes, base, verify: "auto", ...more }, deps);
  return {
    checkout,
    temporary,
    deps,
    redactor,
    logged,
    started,
    cancel: (reason) => controller.abort(reason),
    end: () => step.interruptAll(),
    prove,
    async proveOne(changed, { roots, ...more } = {}) {
      const found = roots ?? [...new Set(Object.keys(changed).map((path) => path.replace(/\/?[^/]*$/, "") || "."))];
      const proofs = await prove([{ proposal: proposal(found), files: changedFiles(changed) }], more);
      return new Map(proofs.get("provider acme/a 2.x")?.roots.map((root) => [root.label, root]));
    },
    left: () => readdirSync(temporary.path),
    [Symbol.dispose]() {
      checkout.cleanup();
      temporary.cleanup();
    },
  };
}

/** Files as a proposal changes them. */
export function changedFiles(files: Record<string, string>): ChangedFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, mode: "100644", text }));
}

/** A proposal that can change these roots. */
export function proposal(roots: string[], more: Partial<Proposal> & { update?: Partial<Update> } = {}): Proposal {
  const { update, ...rest } = more;
  return {
    key: "provider acme/a 2.x",
    branch: "acme-a-2.0.0",
    updates: [
      {
        dependency: {
          kind: "provider",
          name: "acme/a",
          source: { from: "providers", host: "registry.terraform.io", namespace: "acme", type: "a" },
        },
        from: "1.0.0",
        to: "2.0.0",
        isMajor: true,
        line: "2.x",
        constraintBefore: "1.0.0",
        constraintAfter: "2.0.0",
        edits: [],
        locks: [],
        roots,
        isRung: false,
        ...update,
      },
    ],
    ...rest,
  };
}
