/**
 * A new action passes everything, untouched. It is made in a copy of the checkout, because this checkout's lock file and
 * compiler settings would change with it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";
import { addAction, addToLock } from "./new-action.ts";
import { runTool } from "./tool.ts";

const root = join(import.meta.dirname, "..");
const name = "sample-greet";
let copy: CheckoutCopy;
let files: string[];

beforeAll(async () => {
  copy = copyCheckout(root);
  files = await addAction(copy.root, name);
});
afterAll(() => copy.remove());

/** Runs a program in the copy and returns what it printed; throws it when the program fails. */
async function run(command: string, ...args: string[]): Promise<string> {
  const { exitCode, output } = await runTool(command, args, { cwd: copy.root });
  if (exitCode !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${exitCode}:\n${output}`);
  return output;
}

describe("a new action", () => {
  it("compiles, is bundled, and passes the checks and its own tests", async () => {
    expect(await run(process.execPath, "--conditions=source", "scripts/build.ts", name)).toContain(`${name}: `);
    await run("oxlint", "--type-aware", ...files.filter((file) => file.endsWith(".ts")));
    await run("oxfmt", "--check", ...files);
    // Only what concerns the new action: the rest of the checkout is judged by `npm run check`.
    const check = ["--conditions=source", "scripts/check.ts", "imports", "contracts", "docs", "workflows", "words"];
    const { output } = await runTool(process.execPath, check, { cwd: copy.root });
    expect(output.split("\n").filter((line) => line.includes(name))).toEqual([]);
    const jest = [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      "node_modules/jest/bin/jest.js",
    ];
    expect(await run(process.execPath, ...jest, name)).toMatch(/Tests: +5 passed, 5 total/);
  });

  it("is in the lock file as npm itself would write it", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Parameters<typeof addToLock>[0];
    const action = "terraform-setup";
    const {
      [`actions/${action}`]: _folder,
      [`node_modules/@handrail/action-${action}`]: link,
      ...rest
    } = lock.packages;
    const added = addToLock({ ...lock, packages: rest }, action);
    expect(Object.keys(added.packages)).toEqual(Object.keys(lock.packages));
    expect(added.packages[`node_modules/@handrail/action-${action}`]).toEqual(link);
  });

  it.each(["sample", "Sample-greet", "sample_greet", "../sample-greet", ""])("is not called %j", async (wrong) => {
    await expect(addAction(copy.root, wrong)).rejects.toThrow("an action is called <system>-<verb>");
  });

  it("overwrites nothing", async () => {
    await expect(addAction(copy.root, "terraform-plan")).rejects.toThrow("actions/terraform-plan exists already");
  });
});
