import { askGitHub } from "@handrail/planning";
import { parseOutline, renderOutline } from "@handrail/terraform";
import { describe, expect, it } from "@jest/globals";
import { decideApply } from "./decide.ts";
import { takeFreshPlan } from "./plan-course.ts";
import { stage } from "./step-fixture.ts";
import type { Candidate } from "./step.ts";

/** A plan of one resource, whose configuration is these files. */
async function candidateOf(texts: Readonly<Record<string, string>>, sealKey: string): Promise<Candidate> {
  const files = Object.entries(texts).map(([path, text]) => {
    return { path, isModuleFile: true, bytes: new TextEncoder().encode(text) };
  });
  const configuration = () => Promise.resolve({ files, modules: [], isTracked: true });
  const environment = { "INPUT_SEAL-KEY": sealKey };
  const { step } = stage({ plans: [["a.one"]], environment, terraform: { configuration } });
  const asked = askGitHub({ ...step, pullRequest: undefined });
  return takeFreshPlan(step, { rules: [], asked, outputs: [], notes: [] });
}

describe("readCandidate", () => {
  it.each(["", "0123456789abcdef0123456789abcdef"])(
    "lets a refusal name the file that changed (key %j)",
    async (key) => {
      const main = 'resource "a" "one" {}\n';
      const provisioner = (command: string): string => `resource "b" "two" {\n  command = "${command}"\n}\n`;
      const reviewed = await candidateOf({ "main.tf": main, "modules/service/main.tf": provisioner("true") }, key);
      const now = await candidateOf(
        { "main.tf": `# ${main}${main}`, "modules/service/main.tf": provisioner("id") },
        key,
      );
      const outline = parseOutline(renderOutline(reviewed.outline, 16_000));
      if (outline === undefined) throw new Error("the outline cannot be read again");
      const decision = decideApply({ reviewed: { fingerprint: reviewed.fingerprint, isBegun: true, outline }, now });
      expect(decision).toMatchObject({
        kind: "changed",
        difference: { parts: ["the configuration: modules/service/main.tf"], changes: [] },
      });
    },
  );
});
