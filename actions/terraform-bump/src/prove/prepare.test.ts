import { describe, expect, it } from "@jest/globals";
import { createRedactor, Failure } from "@handrail/runner";
import type { CheckoutCopy } from "@handrail/runner/host";
import { virtualClock } from "@handrail/testkit";
import type { InitOptions, InitResult } from "@handrail/terraform/cli";
import { prepareTarget } from "./prepare.ts";
import type { ProveDeps, ProveVerbs, TargetRun } from "./target-run.ts";

const lockOf = (...providers: string[]): string =>
  providers.map((name) => `provider "${name}" {\n  version = "1.0.0"\n}\n`).join("");

type World = {
  run?: Partial<TargetRun>;
  version?: string;
  /** The lock file before init, and after it. */
  lock?: (string | undefined)[];
  /** The exit codes of init with and without the backend. */
  exits?: [backend: number, without: number];
  workspace?: Awaited<ReturnType<ProveVerbs["requireWorkspace"]>>;
};

function refuse(): never {
  throw new Error("it is not asked here");
}

/** Prepares a target of that world; the options of each init, and the files that were written. */
async function prepared({
  run,
  version = "1.11.4",
  lock = [undefined, undefined],
  exits = [0, 0],
  workspace = "default",
}: World) {
  const inits: InitOptions[] = [];
  const written: string[] = [];
  const copy: CheckoutCopy = {
    path: "/copy",
    read: () => undefined,
    write: (file) => void written.push(file),
    removeFolder: () => undefined,
  };
  const terraform: ProveVerbs = {
    async init(options = {}): Promise<InitResult> {
      inits.push(options);
      const exitCode = exits[options.hasBackend === false ? 1 : 0];
      const diagnostics = exitCode === 0 ? [] : [{ severity: "error", summary: `init ${inits.length}`, detail: "" }];
      return { exitCode, diagnostics, signal: undefined, stderr: "", cancelled: false, hadLockFile: false };
    },
    lockFile: () => lock[Math.min(1, inits.length)],
    requireWorkspace: async () => workspace,
    plan: refuse,
    showPlan: refuse,
    validate: refuse,
  };
  const deps: ProveDeps = {
    openScratch: refuse,
    findProgram: async () => ({ path: "terraform", product: "terraform", version }),
    openTerraform: () => terraform,
    isManagedRemotely: () => false,
    failureOf: ({ diagnostics }) =>
      new Failure({ reason: "init-failed", what: diagnostics[0]?.summary ?? "", remedy: "" }),
    files: { list: () => [], openPlan: refuse, readBytes: () => undefined, remove: () => undefined },
    redactor: createRedactor(),
    log: { debug: () => undefined, info: () => undefined, warning: () => undefined },
    clock: virtualClock(),
    cancelled: new AbortController().signal,
    environment: {},
    width: 1,
  };
  const target = { directory: "live", label: "live", workspace: "", varFiles: [], backendConfigFiles: ["b.hcl"] };
  const scratch = { copy, privateFolder: "/private", dispose: () => undefined };
  const result = await prepareTarget(
    { scratch, target, manner: "auto", isLockStrict: false, ...run },
    deps,
    deps.cancelled,
  );
  return { result, inits, written };
}

describe("prepareTarget", () => {
  it.each<[string, World, boolean]>([
    ["is there and has everything", { lock: [lockOf("a", "b"), lockOf("b", "a")] }, true],
    ["lacks a provider", { lock: [lockOf("a"), lockOf("a", "b")] }, false],
    ["is not there", { lock: [undefined, lockOf("a")] }, false],
    ["is not there, nor needed", {}, false],
  ])("completes a lock file in the copy, and says whether it was complete: it %s", async (_, world, isLockComplete) => {
    const { result, inits } = await prepared(world);
    expect(result).toMatchObject({ isPlannable: true, why: undefined, isLockComplete });
    expect(inits).toEqual([{ isLockFileOpen: true, backendConfigFiles: ["b.hcl"] }]);
  });

  it("judges a lock file that has to be complete, where the program can", async () => {
    expect((await prepared({ run: { isLockStrict: true } })).inits).toMatchObject([{ isLockFileOpen: false }]);
    expect((await prepared({ run: { isLockStrict: true }, version: "0.15.5" })).inits).toMatchObject([
      { isLockFileOpen: true },
    ]);
  });

  it.each<[string, World, object]>([
    ["no backend", { exits: [1, 0] }, { isPlannable: false, why: { message: "init 1" } }],
    ["no init at all", { exits: [1, 1] }, { kind: "failed", problem: { message: "init 2" } }],
    [
      "no backend, to be planned",
      { exits: [1, 0], run: { manner: "plan" } },
      { kind: "failed", problem: { message: "init 1" } },
    ],
    ["to be validated", { exits: [1, 0], run: { manner: "validate" } }, { isPlannable: false, why: undefined }],
    [
      "an old terraform",
      { version: "0.14.11", exits: [1, 0] },
      { isPlannable: false, why: { message: "terraform 0.14.11 is too old to be planned with" } },
    ],
    [
      "a very old terraform",
      { version: "0.11.15" },
      { kind: "untried", why: "terraform 0.11.15 is too old to be asked" },
    ],
    [
      "workspaces that cannot be listed",
      { workspace: { severity: "error", summary: "no list", detail: "" } },
      { kind: "failed", problem: { message: "no list" } },
    ],
  ])("ends with %s", async (_, world, expected) => {
    expect((await prepared(world)).result).toMatchObject(expected);
  });

  it("forgets the backend that could not be read", async () => {
    const { inits, written } = await prepared({ exits: [1, 0] });
    expect(inits.map(({ hasBackend }) => hasBackend)).toEqual([undefined, false]);
    expect(written).toEqual(["live/.terraform/terraform.tfstate"]);
  });
});
