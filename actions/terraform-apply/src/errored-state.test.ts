/** A state that could not be saved: where it goes, who can read it, and when the backend has it. */
import { describe, expect, it } from "@jest/globals";
import { decryptState } from "@handrail/terraform";
import { describeKeptState, isRecovered, keepErroredState } from "./errored-state.ts";
import { stage } from "./step-fixture.ts";

const sealKey = "0123456789abcdefghijklmn";
const path = "/checkout/infra/errored.tfstate";
const state = JSON.stringify({ version: 4, serial: 8, lineage: "6d8b", resources: [], outputs: { a: "secret" } });

function given(environment: Record<string, string>, content = state): ReturnType<typeof stage> {
  return stage({ environment, files: { [path]: content }, terraform: { erroredState: () => path } });
}

describe("keepErroredState", () => {
  it("finds nothing when there is nothing", () => {
    expect(keepErroredState(stage().step, "6d8b")).toBeUndefined();
    expect(keepErroredState(stage({ terraform: { erroredState: () => path } }).step, "6d8b")).toBeUndefined();
  });

  it("H066: encrypts the state with the seal key before it leaves the root module", () => {
    const { step, files, effects } = given({ "INPUT_SEAL-KEY": sealKey });
    const kept = keepErroredState(step, "6d8b");
    expect(kept).toEqual({ path: "/out/errored.tfstate.sealed", isSealed: true, identity: "6d8b 8" });
    const sealed = files.get("/out/errored.tfstate.sealed");
    expect(Buffer.from(sealed ?? "").toString("latin1")).not.toContain("secret");
    expect(Buffer.from(decryptState(Buffer.from(sealed ?? ""), sealKey)).toString()).toBe(state);
    expect([...files.keys()]).toEqual(["/out/errored.tfstate.sealed"]);
    expect(effects).toEqual([`write /out/errored.tfstate.sealed`, `remove ${path}`]);
    expect(kept === undefined ? "" : describeKeptState(kept)).toMatch(/encrypted with seal-key.*terraform state push/);
  });

  it("H066: without a key keeps it in clear outside of the root module, and says so", () => {
    const { step, files } = given({});
    const kept = keepErroredState(step, "6d8b");
    expect([...files.keys()]).toEqual(["/private/errored.tfstate"]);
    expect(kept === undefined ? "" : describeKeptState(kept)).toMatch(/in clear and readable by this user only/);
  });

  it("keeps what terraform could write into its own output only", () => {
    const { step, files } = stage();
    const kept = keepErroredState({ ...step, readStateDump: () => state }, "6d8b");
    expect([...files.keys()]).toEqual(["/private/errored.tfstate"]);
    expect(kept?.identity).toBe("6d8b 8");
  });

  it("waits for any state where there was none: what is pushed there gets a new lineage", () => {
    const kept = keepErroredState(given({}).step, "");
    expect(isRecovered(kept?.identity ?? "", undefined)).toBe(false);
    expect(isRecovered(kept?.identity ?? "", { lineage: "another", serial: 1 })).toBe(true);
  });

  it.each(["", "{", "[]", '{"version":4}'])("names a state that is %j by its bytes", (content) => {
    const kept = keepErroredState(given({}, content).step, "6d8b");
    expect(kept?.identity).toMatch(/^[0-9a-f]{16} 0$/);
  });
});

describe("isRecovered", () => {
  it.each<[string, { lineage: string | undefined; serial: number } | undefined, boolean]>([
    ["no state", undefined, false],
    ["an older state", { lineage: "6d8b", serial: 7 }, false],
    ["the state", { lineage: "6d8b", serial: 8 }, true],
    ["a newer state", { lineage: "6d8b", serial: 9 }, true],
    ["another state", { lineage: "other", serial: 9 }, false],
    ["a state without lineage", { lineage: undefined, serial: 9 }, false],
  ])("H114: with %s in the backend: %s", (_, live, expected) => {
    expect(isRecovered("6d8b 8", live)).toBe(expected);
  });
});
