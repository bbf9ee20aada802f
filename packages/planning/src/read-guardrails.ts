/**
 * Reads the guardrails of the checkout. The YAML parser is loaded only when there is a file to parse.
 */
import { Failure } from "@handrail/runner";
import type { Guardrail } from "./handrail-file.ts";
import type { PlanStep } from "./step.ts";

const defaultConfig = ".github/handrail.yml";

/** @throws Failure `invalid-input` when the file is wrong, or named and not there */
export async function readGuardrails({ inputs, target, deps }: PlanStep): Promise<Guardrail[]> {
  const text = deps.files.readText(`${target.workspacePath}/${inputs.config}`);
  if (text !== undefined) {
    const { parseHandrailFile } = await import("./handrail-file.ts");
    return parseHandrailFile(text, inputs.config).guardrails;
  }
  if (inputs.config === defaultConfig) return [];
  throw new Failure({
    reason: "invalid-input",
    what: `There is no file ${inputs.config}, which \`config\` names`,
    remedy: "Correct `config`, or check the repository out before this step.",
  });
}
