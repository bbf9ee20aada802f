/**
 * The generated parts of the READMEs: tables between `<!-- inputs -->` and `<!-- /inputs -->` (outputs, actions alike)
 * come from the action.yml files. It renders and compares; docs.ts writes.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { format } from "oxfmt";
import { parse } from "yaml";
import { listActions } from "./bundle.ts";
import { listFiles } from "./checkout-copy.ts";

type Field = { description?: string; default?: unknown; required?: boolean };
export type ActionYml = {
  name?: string;
  description?: string;
  inputs?: Record<string, Field>;
  outputs?: Record<string, Field>;
  runs?: Record<string, unknown>;
};

/** Reads the action.yml of an action. */
export function readActionYml(root: string, action: string): ActionYml {
  const file = join("actions", action, "action.yml");
  try {
    const value = parse(readFileSync(join(root, file), "utf8")) as ActionYml | null;
    if (typeof value !== "object" || value === null) throw new Error("it is empty");
    return value;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function cell(text: string | undefined): string {
  return (text ?? "")
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");
}

function renderRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Renders a markdown table; cells are markdown already. */
export function renderTable(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => "---"), ...rows].map(renderRow).join("\n");
}

function renderDefault({ default: value, required }: Field): string {
  if (required === true) return "required";
  const shown = typeof value === "string" ? value.trim() : JSON.stringify(value ?? "");
  return shown === "" || shown === '""' ? "" : `\`${cell(shown)}\``;
}

/** Renders the table of inputs, in the order of action.yml. */
export function renderInputs(action: ActionYml): string {
  const rows = Object.entries(action.inputs ?? {}).map(([name, field]) => [
    `\`${name}\``,
    renderDefault(field),
    cell(field.description),
  ]);
  return rows.length === 0 ? "None." : renderTable(["input", "default", "meaning"], rows);
}

/** Renders the table of outputs, in the order of action.yml. */
export function renderOutputs(action: ActionYml): string {
  const rows = Object.entries(action.outputs ?? {}).map(([name, field]) => [`\`${name}\``, cell(field.description)]);
  return rows.length === 0 ? "None." : renderTable(["output", "meaning"], rows);
}

function renderActions(root: string, actions: readonly string[]): string {
  const complete = actions.filter((action) => existsSync(join(root, "actions", action, "action.yml")));
  const rows = complete.map((action) => {
    return [`[${action}](actions/${action}/README.md)`, cell(readActionYml(root, action).description)];
  });
  return renderTable(["action", "what it does"], rows);
}

/** Replaces what stands between a pair of markers; undefined when the text does not have the pair exactly once. */
export function splice(text: string, name: string, content: string): string | undefined {
  const [before, rest, ...more] = text.split(`<!-- ${name} -->`);
  const [old, after, ...others] = (rest ?? "").split(`<!-- /${name} -->`);
  if (before === undefined || old === undefined || after === undefined || more.length + others.length > 0)
    return undefined;
  return `${before}<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->${after}`;
}

/** Formats markdown as `npm run format` does, so that generated files are stable under it. */
export async function formatMarkdown(root: string, text: string): Promise<string> {
  const { printWidth } = JSON.parse(readFileSync(join(root, ".oxfmtrc.json"), "utf8")) as { printWidth: number };
  return (await format("README.md", text, { printWidth })).code;
}

export type Generated = { path: string; current: string; text: string; problem?: string };

/** Every README with a generated part, or those of the named actions, as it is and as it should be. */
export async function generateReadmes(
  root: string,
  named: readonly string[] = listActions(root),
): Promise<Generated[]> {
  const actions = named.filter((action) => existsSync(join(root, "actions", action, "action.yml")));
  const files: { path: string; parts: [string, string][] }[] = actions.map((action) => {
    const yml = readActionYml(root, action);
    const parts: [string, string][] = [
      ["inputs", renderInputs(yml)],
      ["outputs", renderOutputs(yml)],
    ];
    return { path: `actions/${action}/README.md`, parts };
  });
  const readme = existsSync(join(root, "README.md")) ? readFileSync(join(root, "README.md"), "utf8") : "";
  if (readme.includes("<!-- actions -->"))
    files.push({ path: "README.md", parts: [["actions", renderActions(root, listActions(root))]] });
  const generated: Generated[] = [];
  for (const { path, parts } of files) {
    const current = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
    let text = current;
    let problem: string | undefined;
    for (const [name, content] of parts) {
      const spliced = splice(text, name, content);
      if (spliced === undefined) problem = `needs <!-- ${name} --> and <!-- /${name} --> once, in this order`;
      text = spliced ?? text;
    }
    generated.push({
      path,
      current,
      text: await formatMarkdown(root, text),
      ...(problem !== undefined && { problem }),
    });
  }
  return generated;
}

/** Lists the relative links in markdown files that lead nowhere. */
export function findDeadLinks(root: string): string[] {
  const files = listFiles(root).filter((file) => file.endsWith(".md") && !/\/(dist|fixtures)\//.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8").replaceAll(/```[\s\S]*?\n *```|`[^`\n]*`/g, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.split("#")[0] ?? "");
    const local = targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
    return local
      .map((target) => posix.join(posix.dirname(file), decodeURIComponent(target)))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file}: links to ${target}, which does not exist`);
  });
}

/** Lists what is out of date in the generated documentation, and the dead links in all of it. */
export async function checkDocs(root: string): Promise<string[]> {
  const outdated = (await generateReadmes(root)).flatMap(({ path, current, text, problem }) => {
    if (problem !== undefined) return [`${path}: ${problem}`];
    return current === text ? [] : [`${path} is not what action.yml says: run \`npm run docs\``];
  });
  return [...outdated, ...findDeadLinks(root)];
}
