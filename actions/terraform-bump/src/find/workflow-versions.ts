/**
 * Versions in workflows: what setup actions and our own actions are given, variables that they take it from, containers.
 */
import type { Product } from "@handrail/terraform";
import { parseTerraformImage } from "./container-image.ts";
import { noteTag, productOfVariable } from "./dockerfile-versions.ts";
import type { Notes } from "./sighting.ts";
import type { Reading } from "./version-text.ts";
import { readWorkflow, type Call, type Workflow, type YamlValue } from "./workflow-tree.ts";

const place = "workflow";
/** An input that names a version; `product`: the input that says of what, or what it is always of. */
type VersionInput = { uses: RegExp; input: string; reading: Reading; product: Product | "input" };

const INPUTS: readonly VersionInput[] = [
  { uses: /^hashicorp\/setup-terraform@/i, input: "terraform_version", reading: "exact", product: "terraform" },
  { uses: /^opentofu\/setup-opentofu@/i, input: "tofu_version", reading: "exact", product: "opentofu" },
  {
    uses: /^handrail\/handrail\/(?:actions|\.github\/workflows)\/[^@]+@/i,
    input: "terraform-version",
    reading: "request",
    product: "input",
  },
];
const EXPRESSION = /^\$\{\{\s*(env|inputs)\.([A-Za-z_][\w-]*)\s*\}\}$/;

/** Could there be anything of interest in the text? Setup actions count without a version, too: they tell the product. */
export function mayNameVersion(text: string): boolean {
  return /terraform[-_]version|tofu_version|\btf_version\b|hashicorp\/terraform:|opentofu\/opentofu:|\/setup-(?:terraform|opentofu)@/i.test(
    text,
  );
}

/** Notes the versions of a workflow, or of a composite action. Throws a Flaw. */
export function noteWorkflow(notes: Notes): void {
  const workflow = readWorkflow(notes.text);
  for (const call of workflow.calls) noteCall(notes, workflow, call);
  for (const environment of workflow.environments) {
    for (const [name, value] of environment) {
      const product = productOfVariable(name, notes.text);
      // What is handed on was named elsewhere.
      if (product !== undefined && !EXPRESSION.test(String(value.value))) note(notes, product, "exact", value);
    }
  }
  for (const image of workflow.containers) noteImage(notes, image, 0);
}

function noteCall(notes: Notes, workflow: Workflow, call: Call): void {
  const uses = String(call.uses.value);
  if (uses.startsWith("docker://")) return noteImage(notes, call.uses, "docker://".length);
  const known = INPUTS.find((candidate) => candidate.uses.test(uses));
  const value = known === undefined ? undefined : call.inputs.get(known.input);
  if (known === undefined || value === undefined || value.value === "" || value.value === null) return;
  const product = known.product === "input" ? productOf(call) : known.product;
  for (const named of sourcesOf(workflow, call, value)) {
    if (named.value !== "" && named.value !== null) note(notes, product, known.reading, named);
  }
}

function productOf(call: Call): Product {
  return call.inputs.get("product")?.value === "opentofu" ? "opentofu" : "terraform";
}

/** Where a value comes from: itself, the variable that it is taken from, or the defaults of an input. */
function sourcesOf(workflow: Workflow, call: Call, value: YamlValue): readonly YamlValue[] {
  const [, context, name = ""] = EXPRESSION.exec(String(value.value)) ?? [];
  if (context === undefined) return [value];
  if (context === "inputs") return workflow.defaults.get(name) ?? [value];
  const environment = call.environments.find((candidate) => candidate.has(name));
  const named = environment?.get(name);
  return named === undefined ? [value] : [named];
}

function note(notes: Notes, product: Product, reading: Reading, value: YamlValue): void {
  const subject = { is: "terraform", product } as const;
  if (value.content !== undefined) return void notes.version(subject, place, reading, value.content);
  const why =
    typeof value.value === "number"
      ? "it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes"
      : "it is not a text on one line, written without escapes";
  notes.doubt({ subject, place }, value, why);
}

function noteImage(notes: Notes, value: YamlValue, skip: number): void {
  if (value.content === undefined) return;
  const start = value.content.start + skip;
  const image = parseTerraformImage(notes.text.slice(start, value.content.end));
  if (image !== undefined) noteTag(notes, place, start, image);
}
