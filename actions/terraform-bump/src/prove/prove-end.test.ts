import { afterEach, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import * as runnerHost from "@handrail/runner/host";
import type { CheckoutCopy, FileContent } from "@handrail/runner/host";
import { findOrphans, installFakeTerraform, killOrphans, until, virtualClock, workspace } from "@handrail/testkit";
import type { FakeScript, FakeTerraform, Workspace } from "@handrail/testkit";
import { changedFiles, proposal, type Prover, type ProverOptions, prover } from "./prove-fixture.ts";
import type { Proof } from "./proof.ts";
import type { ProposedChange } from "./prove.ts";

const open: Disposable[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one[Symbol.dispose]();
});

function kept<T extends Disposable>(one: T): T {
  open.push(one);
  return one;
}

const thing = (input: string): string => `resource "terraform_data" "a" {\n  input = ${input}\n}\n`;
const roots = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${name}/main.tf`, thing("1")]));

function full(): Error {
  return Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
}

const FULL = "The disk is full: Error: no space left on device";

type CopyVerbs = Pick<CheckoutCopy, "write" | "removeFolder">;

/** Puts other verbs in the place of the copy's own; returns what a file held when the copy was removed. */
function withCopy(kit: Prover, change: (copy: CheckoutCopy) => Partial<CopyVerbs>): (file: string) => string {
  const { openScratch } = kit.deps;
  const held = new Map<string, string>();
  kit.deps.openScratch = async () => {
    const scratch = await openScratch();
    const copy = { ...scratch.copy, ...change(scratch.copy) };
    const dispose = (): void => {
      for (const file of kit.checkout.git("ls-files").split("\n")) held.set(file, textOf(scratch.copy.read(file)));
      scratch.dispose();
    };
    return { ...scratch, copy, dispose };
  };
  return (file) => held.get(file) ?? "";
}

function textOf(content: FileContent | undefined): string {
  return content === undefined || "link" in content ? "" : new TextDecoder().decode(content.bytes);
}

const change = (key: string, of: string[], files: Record<string, string>): ProposedChange => ({
  proposal: proposal(of, { key }),
  files: changedFiles(files),
});

/** `<key>: <label> <outcome>` of every root. */
const outcomes = (proofs: Map<string, Proof>): string[] =>
  Array.from(proofs, ([key, proof]) => proof.roots.map(({ label, outcome }) => `${key}: ${label} ${outcome}`)).flat();

const plans = (kit: Prover): number => kit.started.filter(({ args }) => args[1] === "plan").length;

describe("a copy that cannot be put back as it was", () => {
  it("ends proving: what was proven stays, nothing is proven after it, and the rest is taken back", async () => {
    const kit = kept(prover(roots("a", "b")));
    const held = withCopy(kit, (copy) => ({
      write(file, content) {
        if (file === "b/main.tf" && textOf(content) === thing("1")) throw full();
        copy.write(file, content);
      },
    }));
    const proofs = await kit.prove([
      change("one", ["a", "b"], { "a/main.tf": thing("2"), "b/main.tf": thing("2") }),
      change("two", ["a"], { "a/main.tf": thing("3") }),
      change("three", ["b"], {}),
    ]);
    expect(outcomes(proofs)).toEqual(["one: a changes", "one: b changes", "two: a unverified", "three: b unverified"]);
    const why = `"b/main.tf" could not be put back in the copy of the checkout: ${FULL}`;
    expect(proofs.get("two")?.roots[0]).toMatchObject({ how: "none", message: why });
    expect(proofs.get("three")?.roots[0]).toMatchObject({ how: "none", message: why });
    expect([held("a/main.tf"), held("b/main.tf")]).toEqual([thing("1"), thing("2")]);
    expect([plans(kit), kit.left()]).toEqual([4, []]);
    expect(kit.logged).toContain(`Nothing more was proven: ${why}`);
  });

  it.each<[string, number, string[]]>([
    ["before", 2, ["one: a unverified", "one: b unverified", "one: c unverified", "two: a unverified"]],
    ["after", 4, ["one: a changes", "one: b changes", "one: c unverified", "two: a unverified"]],
  ])("is one whose root modules cannot be cleared %s the bump; each comes to its end", async (_, failing, expected) => {
    const clock = virtualClock();
    const kit = kept(prover(roots("a", "b", "c"), { clock, width: 2 }));
    const cleared: string[] = [];
    withCopy(kit, (copy) => ({
      removeFolder(folder) {
        cleared.push(folder);
        if (folder === "a/.terraform" && cleared.filter((one) => one === folder).length === failing) throw full();
        copy.removeFolder(folder);
      },
    }));
    const proofs = await kit.prove([
      change("one", ["a", "b", "c"], {
        "a/main.tf": thing("2"),
        "b/main.tf": thing("2"),
        "c/main.tf": thing("2"),
      }),
      change("two", ["a"], { "a/main.tf": thing("3") }),
    ]);
    expect(outcomes(proofs)).toEqual(expected);
    expect(proofs.get("two")?.roots[0]?.message).toContain(FULL);
    expect(cleared.filter((one) => one === "b/.terraform")).toHaveLength(failing);
    expect([clock.sleeping, kit.left()]).toEqual([0, []]);
  });

  it("is none that was not readied: only that root module is not tried", async () => {
    const clock = virtualClock();
    const kit = kept(prover(roots("a", "b"), { clock }));
    withCopy(kit, (copy) => ({
      removeFolder(folder) {
        if (folder === "a/.terraform") throw full();
        copy.removeFolder(folder);
      },
    }));
    const proofs = await kit.prove([change("one", ["a", "b"], { "b/main.tf": thing("2") })]);
    expect(outcomes(proofs)).toEqual(["one: a unverified", "one: b changes"]);
    expect([proofs.get("one")?.roots[0]?.message, clock.sleeping]).toEqual([FULL, 0]);
  });

  it("is none where half of a file was laid: that is taken back, and others are proven", async () => {
    const kit = kept(prover(roots("a")));
    withCopy(kit, (copy) => ({
      write(file, content) {
        copy.write(file, content);
        if (textOf(content) === thing("2")) throw full();
      },
    }));
    const proofs = await kit.prove([
      change("one", ["a"], { "a/main.tf": thing("2") }),
      change("two", ["a"], { "a/more.tf": "# nothing\n" }),
    ]);
    expect(outcomes(proofs)).toEqual(["one: a unverified", "two: a same"]);
    expect(proofs.get("one")?.roots[0]?.message).toBe(FULL);
  });
});

describe("a folder that cannot be removed", () => {
  it("is logged; the proofs stay, and the other folders go", async () => {
    const removeFolder = (path: string): void => {
      if (path.includes("copy")) throw full();
      runnerHost.removeFolder(path);
    };
    const kit = kept(prover(roots("a"), { host: { removeFolder } }));
    const proofs = await kit.prove([change("one", ["a"], { "a/main.tf": thing("2") })]);
    expect(outcomes(proofs)).toEqual(["one: a changes"]);
    expect(kit.left()).toEqual([expect.stringContaining("copy")]);
    expect(
      kit.logged.filter((line) => /^The folder .*copy.* could not be removed: The disk is full/.test(line)),
    ).toHaveLength(1);
  });

  it("does not hide why there was no copy", async () => {
    const kit = kept(
      prover(
        { "main.tf": "" },
        {
          host: {
            removeFolder: () => {
              throw full();
            },
          },
        },
      ),
    );
    kit.checkout.remove(".git");
    const proofs = await kit.prove([change("one", ["."], {})]);
    expect(proofs.get("one")?.roots[0]?.message).toContain("git cannot tell");
  });
});

describe("a terraform that is deaf to signals for a while", () => {
  const TRACKED = `handrail-prove-end-${process.pid}`;
  // A deaf one would outlive a test that fails.
  afterEach(() => void killOrphans(TRACKED));

  function deaf(script: FakeScript): { kit: Prover; terraform: FakeTerraform } {
    const folder: Workspace = kept(workspace({}, { git: false }));
    const version = { stdout: "Terraform v1.11.4\n" };
    const terraform = installFakeTerraform({ directory: folder.resolve("bin"), script: { version, ...script } });
    const environment = { PATH: `${terraform.directory}:${process.env["PATH"] ?? ""}`, RUNNER_TRACKING_ID: TRACKED };
    const options: ProverOptions = { environment };
    return { kit: kept(prover(roots("a", "b"), options)), terraform };
  }

  const verbsOf = (terraform: FakeTerraform): string[] => terraform.argv().map((argv) => argv[0] ?? "");
  const isTold = (terraform: FakeTerraform): boolean => terraform.calls().some(({ signal }) => signal === "SIGINT");
  const VALID = {
    stdout: '{"format_version":"1.0","valid":true,"error_count":0,"warning_count":0,"diagnostics":[]}\n',
  };

  it.each<[string, FakeScript]>([
    ["init", { init: { waitFor: "go", exit: 1 }, validate: VALID }],
    ["validate", { init: {}, validate: { ...VALID, waitFor: "go" } }],
  ])("is waited for when the step is cancelled during %s", async (verb, script) => {
    const { kit, terraform } = deaf(script);
    let isOver = false;
    const ended = kit
      .prove([change("one", ["a", "b"], {})], { verify: "validate" })
      .catch((error: unknown) => error)
      .finally(() => (isOver = true));
    await until(() => verbsOf(terraform).includes(verb));
    kit.cancel(new Failure({ reason: "cancelled", what: "The step was cancelled", remedy: "Again." }));
    await until(() => isTold(terraform));
    expect(isOver).toBe(false);
    terraform.release("go");
    expect(await ended).toMatchObject({ reason: "cancelled" });
    expect([findOrphans(TRACKED), kit.left()]).toEqual([[], []]);
  });

  it.each<[string, FakeScript]>([
    ["init", { init: { waitFor: "go", exit: 1 }, validate: VALID }],
    ["validate", { init: {}, validate: { ...VALID, waitFor: "go" } }],
  ])(
    "is waited for at the end of a step that failed elsewhere during %s; nothing else is started",
    async (verb, script) => {
      const { kit, terraform } = deaf(script);
      const proving = kit.prove([change("one", ["a", "b"], {})], { verify: verb === "init" ? "auto" : "validate" });
      await until(() => verbsOf(terraform).includes(verb));
      let isOver = false;
      const ended = kit.end().finally(() => (isOver = true));
      await until(() => isTold(terraform));
      expect(isOver).toBe(false);
      const before = verbsOf(terraform);
      terraform.release("go");
      await ended;
      expect(findOrphans(TRACKED)).toEqual([]);
      await proving;
      expect(verbsOf(terraform)).toEqual(before);
      expect([findOrphans(TRACKED), kit.left()]).toEqual([[], []]);
    },
  );

  it("is not waited for when it plans: that ends at once, as it would write", async () => {
    const { kit, terraform } = deaf({
      init: {},
      "workspace show": { stdout: "default\n" },
      plan: { waitFor: "never" },
      validate: VALID,
    });
    const proving = kit.prove([change("one", ["a", "b"], {})]);
    await until(() => verbsOf(terraform).includes("plan"));
    await kit.end();
    expect(findOrphans(TRACKED)).toEqual([]);
    await proving;
    expect([isTold(terraform), verbsOf(terraform).includes("validate")]).toEqual([false, false]);
  });
});
