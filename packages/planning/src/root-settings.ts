/**
 * With which settings a root module is planned, by the `roots` of `.github/handrail.yml`. Pure; the YAML parser is loaded
 * only when there is a text to parse.
 */
import { posix } from "node:path";
import { matchesGlob } from "@handrail/runner";
import type { RootSettings } from "./handrail-file.ts";
import { defaultLabel } from "./target.ts";

export type { RootSettings } from "./handrail-file.ts";

/** One root module with one set of settings. */
export type RootTarget = {
  /** Relative to the repository, `.` for its root. */
  directory: string;
  /** As comments name it. Unique among the targets of one directory. */
  label: string;
  /** "" when nothing names one. */
  workspace: string;
  /** Relative to the root module. */
  varFiles: readonly string[];
  backendConfigFiles: readonly string[];
};

/** The roots of the file's text. Throws like `parseHandrailFile`. */
export async function readRootSettings(text: string, path: string): Promise<RootSettings[]> {
  const { parseHandrailFile } = await import("./handrail-file.ts");
  return parseHandrailFile(text, path).roots;
}

/**
 * The targets of a root module: one for each entry that matches it, in the order of the file, and one without settings when
 * none does. Entries that say the same are one.
 * @param workspace the one that is meant where no entry names one, as TF_WORKSPACE says; "" when nothing does
 */
export function targetsOf(roots: readonly RootSettings[], directory: string, workspace: string = ""): RootTarget[] {
  const matching = roots.filter(({ path }) => matchesPath(path, directory)).map((each) => ({ workspace, ...each }));
  const distinct = new Map(matching.map((settings) => [identity(settings), settings]));
  const found = distinct.size === 0 ? [{ path: directory, workspace, ...NOTHING }] : [...distinct.values()];
  const targets = found.map((settings) => ({ ...targetOf(settings, directory), settings }));
  return targets.map(({ settings, ...target }) => {
    const isAlone = targets.filter(({ label }) => label === target.label).length === 1;
    return isAlone ? target : { ...target, label: `${target.label} [${distinction(settings, directory)}]` };
  });
}

const NOTHING = { varFiles: [], backendConfigFiles: [], wave: 1 };

function identity({ workspace = "", varFiles, backendConfigFiles }: RootSettings): string {
  return JSON.stringify([workspace, varFiles, backendConfigFiles]);
}

function targetOf({ workspace = "", varFiles, backendConfigFiles }: RootSettings, directory: string): RootTarget {
  return { directory, label: defaultLabel(directory, workspace), workspace, varFiles, backendConfigFiles };
}

/** What tells it from another one with the same label. */
function distinction({ environment, varFiles, backendConfigFiles }: RootSettings, directory: string): string {
  const files = [...backendConfigFiles, ...varFiles].join(", ");
  if (files !== "") return files;
  return environment?.replaceAll("{basename}", posix.basename(directory)) ?? "no files";
}

/**
 * Whether a directory matches a glob: `*` and `?` stay within one folder's name, `**` stands for any number of folders.
 * Both are relative to the repository, `.` for its root.
 */
export function matchesPath(glob: string, directory: string): boolean {
  const patterns = partsOf(glob);
  let reached = new Set([0]);
  for (const part of partsOf(directory)) {
    const next = new Set<number>();
    for (const at of withSkipped(patterns, reached)) {
      const pattern = patterns[at];
      if (pattern === "**") next.add(at);
      else if (pattern !== undefined && matchesGlob(pattern, part)) next.add(at + 1);
    }
    reached = next;
  }
  return withSkipped(patterns, reached).has(patterns.length);
}

/** The places in the pattern, and those behind a `**` that stands for no folder. */
function withSkipped(patterns: readonly string[], places: ReadonlySet<number>): Set<number> {
  const all = new Set(places);
  // A set that grows while it is walked is walked to its new end.
  for (const at of all) if (patterns[at] === "**") all.add(at + 1);
  return all;
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
