import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { startStateBackend, workspace, type Workspace, type WorkspaceFile } from "@handrail/testkit";
import { type Prover, type ProverOptions, prover } from "./prove-fixture.ts";

const open: Disposable[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one[Symbol.dispose]();
});

function proverOf(files: Record<string, WorkspaceFile>, options?: ProverOptions): Prover {
  const made = prover(files, options);
  open.push(made);
  return made;
}

function folder(files: Record<string, string> = {}): Workspace {
  const made = workspace(files, { git: false });
  open.push(made);
  return made;
}

const thing = (input: string, more = ""): string => `resource "terraform_data" "a" {\n  input = ${input}\n${more}}\n`;

/** A root module whose state lies elsewhere, and that state: applied with the real terraform. */
function applied(main: string): { main: string; state: () => string; elsewhere: Workspace } {
  const elsewhere = folder();
  const path = elsewhere.resolve("terraform.tfstate");
  const whole = `terraform {\n  backend "local" {\n    path = "${path}"\n  }\n}\n${main}`;
  const root = folder({ "main.tf": whole });
  const run = (...args: string[]): void => void execFileSync("terraform", args, { cwd: root.path, stdio: "pipe" });
  run("init", "-input=false");
  run("apply", "-auto-approve", "-input=false");
  return { main: whole, state: () => readFileSync(path, "utf8"), elsewhere };
}

describe("proveProposals", () => {
  it("plans before and after, and tells the difference", async () => {
    const { main, state, elsewhere } = applied(thing('"one"', '  triggers_replace = "x"\n'));
    const before = state();
    const kit = proverOf({ "live/main.tf": main, "same/main.tf": thing('"one"') });
    const proofs = await kit.proveOne({
      "live/main.tf": main.replace('"one"', '"two"').replace('"x"', '"y"'),
      "same/main.tf": `# a comment\n${thing('"one"')}`,
    });
    expect(proofs.get("live")).toEqual({
      root: "live",
      label: "live",
      how: "plan",
      outcome: "changes",
      before: "No changes.",
      after: "1 to replace.",
      changes: [
        {
          address: "terraform_data.a",
          what: "would be replaced: input, triggers_replace",
          isDestructive: true,
        },
      ],
      more: 0,
      message: "",
    });
    expect(proofs.get("same")).toMatchObject({ how: "plan", outcome: "same", before: "1 to add.", after: "1 to add." });
    expect(state()).toBe(before);
    expect(elsewhere.has(".terraform.tfstate.lock.info")).toBe(false);
    expect(kit.checkout.git("status", "--porcelain", "--ignored")).toBe("");
    expect(kit.left()).toEqual([]);
  });
});
