/** Finds what to start: an action's folder with its action.yml, or a script alone. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { parse } from "yaml";

/** An action as the runner sees it. */
export type ActionManifest = {
  /** The folder of action.yml, or of the script. */
  directory: string;
  main: string;
  post: string | undefined;
  /** The condition of the post step; `always()` when it is not given. */
  postIf: string;
  /** Inputs and their defaults as written, expressions included. */
  inputs: Map<string, string>;
};

type Yaml = {
  inputs?: Record<string, { default?: unknown } | null>;
  runs?: { using?: string; main?: string; post?: string; "post-if"?: string };
};

/**
 * Reads an action from its folder (or its action.yml). The path of a script is an action too: with the action.yml
 * above it when there is one, whose main it then replaces.
 */
export function readManifest(action: string, entry: "bundle" | "source" = "bundle"): ActionManifest {
  const path = resolve(action);
  const isScript = statSync(path).isFile() && !/\.ya?ml$/u.test(path);
  const directory = isScript ? findAction(dirname(path)) : statSync(path).isFile() ? dirname(path) : path;
  const file = directory === undefined ? undefined : join(directory, "action.yml");
  if (file === undefined || !existsSync(file)) {
    if (!isScript) throw new Error(`There is no action.yml in ${action}`);
    return { directory: dirname(path), main: path, post: undefined, postIf: "always()", inputs: new Map() };
  }
  const yaml = parse(readFileSync(file, "utf8")) as Yaml;
  const { main, post } = yaml.runs ?? {};
  if (main === undefined) throw new Error(`${file} is not a JavaScript action: runs.main is missing`);
  const home = dirname(file);
  const script = (name: string): string => (isScript ? path : join(home, entry === "source" ? "src/main.ts" : name));
  return {
    directory: home,
    main: script(main),
    post: post === undefined ? undefined : script(post),
    postIf: yaml.runs?.["post-if"] ?? "always()",
    inputs: new Map(Object.entries(yaml.inputs ?? {}).map(([name, each]) => [name, defaultText(each?.default)])),
  };
}

/** The script's folder or the one above (`dist/`, `src/`) that holds an action.yml. */
function findAction(from: string): string | undefined {
  return [from, dirname(from)].find((each) => existsSync(join(each, "action.yml")));
}

function defaultText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
