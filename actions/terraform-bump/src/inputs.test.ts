/** The inputs as a whole; what each one takes is tested beside its parser. */
import { Failure } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import { readBumpInputs } from "./inputs.ts";

describe("the inputs", () => {
  it.each(["", "dependency", "all", "aws: [hashicorp/aws]"])("take the grouping %j", async (group) => {
    expect(await readBumpInputs({ INPUT_GROUP: group })).toMatchObject({ group, verify: "auto" });
  });

  it.each(["ignore", "allow"])("name what is wrong with %s alone", async (name) => {
    const reading = readBumpInputs({ [`INPUT_${name.toUpperCase()}`]: "hashicorp/aws >= six" });
    await expect(reading).rejects.toThrow(`${name} was given "hashicorp/aws >= six"`);
  });

  it("are judged at once, groups in YAML among them", async () => {
    const reading = readBumpInputs({ INPUT_GROUP: "aws: []", INPUT_VERIFY: "never", INPUT_IGNORE: "> 1" });
    const message = expect.stringMatching(
      /^3 inputs cannot be used: .*group was given .*group "aws" is empty.*; ignore was given .*; verify was given "never"/,
    );
    await expect(reading).rejects.toThrow(Failure);
    await expect(reading).rejects.toMatchObject({ reason: "invalid-input", what: message });
  });
});
