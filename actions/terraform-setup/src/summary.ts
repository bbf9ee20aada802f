/**
 * The step summary of a setup: what later steps get, and why. Pure rendering.
 */
import { code, table } from "@handrail/github";
import type { Product } from "@handrail/terraform";
import type { ProvidedProgram } from "@handrail/terraform/install";

const WORDS: Readonly<Record<ProvidedProgram["result"], string>> = {
  installed: "downloaded; signature and checksum verified",
  cached: "from the tool cache, verified again",
  present: "was on PATH already; not installed by this step",
};

/** Markdown for a reviewer who does not open the log. `hosts` are those that later steps have a token for. */
export function renderSummary(setup: ProvidedProgram, product: Product, hosts: readonly string[]): string {
  const name = product === "terraform" ? "Terraform" : "OpenTofu";
  const rows = [
    ["Version", code(setup.version)],
    ["Asked for by", code(setup.source)],
    ["Where it comes from", WORDS[setup.result]],
    ["Program", code(setup.program)],
  ];
  if (hosts.length > 0) rows.push(["Tokens for", hosts.map(code).join(", ")]);
  return `### ${name} ${code(setup.version)}\n\n${table(["", ""], rows)}\n`;
}
