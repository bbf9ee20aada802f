/**
 * Versions in Dockerfiles: build arguments, environment variables, and images that hold terraform.
 */
import type { Product } from "@handrail/terraform";
import { parseTerraformImage } from "./container-image.ts";
import { readInstructions, type Instruction } from "./dockerfile-instructions.ts";
import type { Span } from "./mention.ts";
import type { Notes } from "./sighting.ts";

const place = "Dockerfile";
const ASSIGNMENT = /(?<=^|\s)([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s"'\\]*)(?=\s|$)/g;
const OLD_ENV = /^(\s+)([A-Za-z_]\w*)([ \t]+)(\S+)\s*$/;
const FROM = /^((?:\s+--\S+)*\s+)(\S+)/;
const COPY_FROM = /^((?:\s+--\S+)*?\s+--from=)(\S+)/;
const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/;

/** The product that a variable of this name is about, in a file or workflow with this text; undefined when it is another thing. */
export function productOfVariable(name: string, text: string): Product | undefined {
  switch (name.toUpperCase()) {
    case "TERRAFORM_VERSION":
      return "terraform";
    case "TOFU_VERSION":
    case "OPENTOFU_VERSION":
      return "opentofu";
    // TensorFlow is called so, too: the file has to say which one it is about.
    case "TF_VERSION":
      return /terraform/i.test(text) ? "terraform" : /tofu/i.test(text) ? "opentofu" : undefined;
    default:
      return undefined;
  }
}

/** Notes the versions of a Dockerfile. */
export function noteDockerfile(notes: Notes): void {
  const instructions = readInstructions(notes.text);
  const defaults = new Map<string, Span>();
  for (const instruction of instructions) {
    if (instruction.keyword !== "ARG" && instruction.keyword !== "ENV") continue;
    for (const [name, value] of assignments(instruction)) {
      if (instruction.keyword === "ARG") defaults.set(name, value);
      const product = productOfVariable(name, notes.text);
      if (product !== undefined && value.end > value.start) noteVariable(notes, product, value);
    }
  }
  for (const instruction of instructions) {
    const image = imageOf(instruction);
    if (image !== undefined) noteImage(notes, image, defaults);
  }
}

function noteVariable(notes: Notes, product: Product, value: Span): void {
  notes.version({ is: "terraform", product }, place, "exact", value);
}

/** `NAME=value` as often as it is there, and `ENV NAME value`; the value without its quotes. */
function assignments({ keyword, start, text }: Instruction): [name: string, value: Span][] {
  const old = keyword === "ENV" ? OLD_ENV.exec(text) : null;
  if (old !== null && !(old[4] ?? "").includes("=")) {
    const [, before = "", name = "", space = "", value = ""] = old;
    const at = start + before.length + name.length + space.length;
    return [[name, { start: at, end: at + value.length }]];
  }
  return [...text.matchAll(ASSIGNMENT)].map(([whole, name = "", value = ""], index, all) => {
    const end = start + (all[index]?.index ?? 0) + whole.length;
    const quotes = /^["']/.test(value) ? 1 : 0;
    return [name, { start: end - value.length + quotes, end: end - quotes }];
  });
}

/** The image that an instruction takes. */
function imageOf({ keyword, start, text }: Instruction): Span | undefined {
  const pattern = keyword === "FROM" ? FROM : keyword === "COPY" || keyword === "ADD" ? COPY_FROM : undefined;
  const [, before = "", image = ""] = pattern?.exec(text) ?? [];
  const at = start + before.length;
  return image === "" ? undefined : { start: at, end: at + image.length };
}

function noteImage(notes: Notes, span: Span, defaults: ReadonlyMap<string, Span>): void {
  const image = parseTerraformImage(notes.text.slice(span.start, span.end));
  if (image === undefined) return;
  const tag = { start: span.start + image.tag.start, end: span.start + image.tag.end };
  const [, braced, bare] = VARIABLE.exec(notes.text.slice(tag.start, tag.end)) ?? [];
  const value = defaults.get(braced ?? bare ?? "");
  if (value !== undefined && !image.hasDigest) return noteVariable(notes, image.product, value);
  noteTag(notes, place, span.start, image);
}

/** Notes the tag of an image whose name begins at the offset. */
export function noteTag(
  notes: Notes,
  where: "Dockerfile" | "workflow",
  start: number,
  { product, tag, version, hasDigest }: NonNullable<ReturnType<typeof parseTerraformImage>>,
): void {
  const subject = { is: "terraform", product } as const;
  const span = version ?? tag;
  const place = { start: start + span.start, end: start + span.end };
  if (!hasDigest) notes.version(subject, where, "exact", place);
  else notes.doubt({ subject, place: where }, place, "the image is pinned by its digest, which names one release");
}
