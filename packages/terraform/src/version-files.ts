/**
 * The files in which people write down the version of terraform or OpenTofu: their names, their order, what they say.
 * Text in, a request with its place out. Looking for them on a disk is not done here, and neither is required_version.
 */
import { Failure, type Location } from "@handrail/runner";
import { ConstraintError } from "./constraint-error.ts";
import { parseRequest, parseToolRequest, type VersionRequest } from "./version-request.ts";

export type Product = "terraform" | "opentofu";

/** What a file, or an input, asks for. `text` is the value as written. */
export type VersionWish = { readonly request: VersionRequest; readonly text: string; readonly location: Location };

/** A parser of TOML that throws an Error with a `line` on bad syntax; handed in, so that it is loaded only when needed. */
export type TomlParser = (text: string) => unknown;

type Written = { text: string; line?: number | undefined; parse: (text: string) => VersionRequest };
type Kind = {
  name: string;
  products: readonly Product[];
  find(text: string, product: Product, toml: TomlParser): Written | undefined;
};

const BOTH: readonly Product[] = ["terraform", "opentofu"];

/** In one directory the first of them counts. */
const KINDS: readonly Kind[] = [
  { name: ".terraform-version", products: ["terraform"], find: findBare },
  { name: ".opentofu-version", products: ["opentofu"], find: findBare },
  { name: ".tool-versions", products: BOTH, find: findTool },
  { name: "mise.toml", products: BOTH, find: findMise },
  { name: ".mise.toml", products: BOTH, find: findMise },
  { name: ".tfswitchrc", products: ["terraform"], find: findBare },
  { name: ".tfswitch.toml", products: BOTH, find: findSwitch },
];

/** The names of a product's version files, the most important first. */
export function versionFileNames(product: Product): readonly string[] {
  return KINDS.filter(({ products }) => products.includes(product)).map(({ name }) => name);
}

/** Does reading this version file need a TOML parser? */
export function isTomlFile(name: string): boolean {
  return name.endsWith(".toml");
}

/**
 * Reads a version file; `file` is its path relative to the workspace. Undefined when it says nothing about the product
 * (a .tool-versions file for node). Throws a Failure "invalid-input" with file and line when it cannot be read.
 */
export function parseVersionFile(
  file: string,
  text: string,
  product: Product,
  toml: TomlParser,
): VersionWish | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const kind = KINDS.find((candidate) => candidate.name === name && candidate.products.includes(product));
  try {
    const written = kind?.find(text.replace(/^\uFEFF/, ""), product, toml);
    if (written === undefined) return undefined;
    const location = written.line === undefined ? { file } : { file, line: written.line };
    return { request: readRequest(written, location), text: written.text, location };
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(error, { file });
  }
}

function readRequest(written: Written, location: Location): VersionRequest {
  try {
    return written.parse(written.text);
  } catch (error) {
    throw fileFailure(error, location);
  }
}

/** A parser's error as a Failure with its place; TOML errors bring their line along. */
function fileFailure(error: unknown, location: Location): Failure {
  const line = typeof error === "object" && error !== null && "line" in error ? Number(error.line) : Number.NaN;
  const place = Number.isSafeInteger(line) ? { ...location, line } : location;
  const message = error instanceof Error ? error.message.split("\n", 1)[0] : "it cannot be read";
  return new Failure({
    reason: "invalid-input",
    what: `${place.file}${place.line === undefined ? "" : `:${place.line}`}: ${message}`,
    remedy:
      error instanceof ConstraintError
        ? error.remedy
        : "Correct the file, or name the version in the input terraform-version.",
    location: place,
    cause: error,
  });
}

/** .terraform-version and its kin: one line with a value; empty lines and lines that begin with # do not count. */
function findBare(text: string): Written | undefined {
  const found = contentLines(text);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second === undefined) return { ...first, parse: parseRequest };
  throw Object.assign(new Error("more than one version is named, only one can be installed"), { line: second.line });
}

/** .tool-versions: `terraform 1.5.7 1.4.0 # comment`; the first version is the one that is used. */
function findTool(text: string, product: Product): Written | undefined {
  for (const { text: content, line } of contentLines(text)) {
    const [tool, version] = content
      .split("#", 1)
      .join("")
      .trim()
      .split(/[ \t]+/);
    if (tool === product && version !== undefined) return { text: version, line, parse: parseToolRequest };
  }
  return undefined;
}

function contentLines(text: string): { text: string; line: number }[] {
  const lines = text.split(/\r\n|[\r\n]/).map((content, index) => ({ text: content.trim(), line: index + 1 }));
  return lines.filter((line) => line.text !== "" && !line.text.startsWith("#"));
}

/** mise.toml: `[tools]` with a text, a table with `version`, or a list of these, of which the first is used. */
function findMise(text: string, product: Product, toml: TomlParser): Written | undefined {
  const tools = entry(toml(text), "tools");
  if (typeof tools !== "object" || tools === null) return undefined;
  // A backend may stand before the name: `"aqua:hashicorp/terraform"`, https://mise.jdx.dev/dev-tools/backends/
  const names = product === "terraform" ? ["terraform", "hashicorp/terraform"] : ["opentofu", "opentofu/opentofu"];
  const key = Object.keys(tools).find((candidate) => names.includes(candidate.slice(candidate.lastIndexOf(":") + 1)));
  if (key === undefined) return undefined;
  const value = entry(tools, key);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const version = typeof first === "object" ? entry(first, "version") : first;
  return tomlVersion(version, lineOfKey(text, key), parseToolRequest);
}

/** .tfswitch.toml: `version`, and since version 1.3 of tfswitch `product`. */
function findSwitch(text: string, product: Product, toml: TomlParser): Written | undefined {
  const document = toml(text);
  const version = entry(document, "version");
  const named = entry(document, "product") ?? "terraform";
  if (version === undefined || named !== product) return undefined;
  return tomlVersion(version, lineOfKey(text, "version"), parseRequest);
}

function tomlVersion(value: unknown, line: number | undefined, parse: Written["parse"]): Written {
  if (typeof value === "string") return { text: value, line, parse };
  throw Object.assign(new Error("the version is not a text in quotes (the number 1.10 is the same as 1.1)"), { line });
}

/** An own property, also where a document brings a `__proto__` of its own. */
function entry(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** The line where a key is written. TOML parsers do not tell; a key that is written in another way has no line. */
function lineOfKey(text: string, key: string): number | undefined {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => {
    const before = line.split("=", 1).join("").trim().replaceAll(/["']/g, "");
    return before === key || before === `tools.${key}` || before === `[tools.${key}]`;
  });
  return index === -1 ? undefined : index + 1;
}
