/** Writes a step's outputs: declared ones only, redacted, none too large for GitHub. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputDeclarations, OutputValue } from "../outputs.ts";
import { appendCommand, renderPair } from "./file-commands.ts";

/** What writing outputs needs from its step. */
export type OutputSettings = {
  /** The runner's file; undefined when run by hand. */
  path: string | undefined;
  declared: OutputDeclarations;
  redact: (text: string) => string;
  temporaryDirectory: (name: string) => string;
  /** For outputs that cannot be written: told instead. */
  print: (text: string) => void;
};

export type OutputWriter = (name: string, value: OutputValue, options?: { verbatim?: boolean }) => void;

/** The largest value that is written inline, in bytes of UTF-8. */
const MAX_VALUE = 65_536;

/** All outputs together, in bytes as GitHub estimates them: two for each UTF-16 unit. Its own limit is 1 MiB for a job. */
const MAX_TOTAL = 524_288;

/** A JSON-like value with every text in it redacted, keys and numbers too. Structure and order stay. */
function redactDeep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") return redact(String(value)) === String(value) ? value : redact(String(value));
  if (Array.isArray(value)) return value.map((one) => redactDeep(one, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redact(key), redactDeep(one, redact)]));
}

/** The text of an output. A number or a boolean by itself is a count or a flag of ours, whatever secrets look like. */
function renderValue(value: OutputValue, redact: (text: string) => string): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const safe = redactDeep(value, redact);
  return typeof safe === "string" ? safe : JSON.stringify(safe);
}

/** A writer of outputs. Throws a Failure for a value that the runner's file cannot hold. */
export function createOutputs(settings: OutputSettings): OutputWriter {
  let total = 0;
  let directory: string | undefined;
  const toFile = (name: string, text: string): string => {
    directory ??= settings.temporaryDirectory("outputs");
    const path = join(directory, `${name}.json`);
    writeFileSync(path, text, { mode: 0o600 });
    return JSON.stringify({ file: path });
  };
  return (name, value, options) => {
    if (!Object.hasOwn(settings.declared, name)) {
      settings.print(`The output ${name} is not declared in action.yml and was not written.`);
      return;
    }
    const text = renderValue(value, options?.verbatim === true ? String : settings.redact);
    const isLarge = Buffer.byteLength(text) > MAX_VALUE || total + 2 * text.length > MAX_TOTAL;
    const written = isLarge ? toFile(name, text) : text;
    total += 2 * written.length;
    if (!appendCommand(settings.path, renderPair(name, written))) settings.print(`${name}=${written}`);
  };
}
