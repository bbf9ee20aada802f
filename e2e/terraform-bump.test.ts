/** The bundle, started as the runner starts it. */
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runAction } from "@handrail/testkit";

const action = join(import.meta.dirname, "..", "actions", "terraform-bump");

describe("terraform-bump", () => {
  it("greets", async () => {
    using ended = await runAction({ action, inputs: { greeted: "you" } });
    expect(ended).toMatchObject({ exitCode: 0, outputs: { result: "greeted" } });
    expect(ended.log).toContain("Hello, you!");
  });

  it("fails when nobody is named, and says what to do", async () => {
    using ended = await runAction({ action, inputs: { greeted: "" } });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "nobody-there" } });
    expect(ended.annotations[0]?.message).toContain("Name somebody in");
  });
});
