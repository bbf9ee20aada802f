/**
 * `npm run check -- workflows`: every workflow, example, README snippet and action.yml against GitHub's own schema
 * (with the inputs of our actions and of the workflows that others call), our rules (workflow-rules.ts), and one commit
 * per action everywhere.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listActions } from "./bundle.ts";
import { readActionYml } from "./readme.ts";
import { checkWorkflowText } from "./workflow-rules.ts";
import { findWorkflows, type WorkflowText } from "./workflow-text.ts";

// Loaded here and not by a static import, so that check.ts can register the hooks of json-modules.ts before.
const { validate } = await import("@actions/languageservice");
const { TextDocument } = await import("vscode-languageserver-textdocument");
type Metadata = {
  name: string;
  description: string;
  inputs: Record<string, { description: string; required: boolean }>;
};

function readMetadata(root: string, path: string): Metadata | undefined {
  const action = path.replace("actions/", "");
  if (!listActions(root).includes(action)) return undefined;
  const yml = readActionYml(root, action);
  const inputs = Object.entries(yml.inputs ?? {}).map(([name, field]) => {
    return [name, { description: field.description ?? "", required: field.required === true }] as const;
  });
  return { name: yml.name ?? "", description: yml.description ?? "", inputs: Object.fromEntries(inputs) };
}

/** What the language service knows about actions: ours in full, others only by name. */
function metadataProvider(root: string): {
  fetchActionMetadata(action: { owner: string; name: string; path?: string }): Promise<Metadata | undefined>;
} {
  return {
    fetchActionMetadata({ owner, name, path = "" }) {
      const isOurs = owner === "handrail" && name === "handrail";
      const other = { name, description: "", inputs: undefined as never };
      return Promise.resolve(isOurs ? readMetadata(root, path) : other);
    },
  };
}

/** A workflow that a job calls: ours by a local path or by its full name, at whatever commit. */
function fileProvider(root: string): {
  getFileContent(ref: FileReference): Promise<{ name: string; content: string }>;
} {
  return {
    getFileContent(ref) {
      const isOurs = !("owner" in ref) || (ref.owner === "handrail" && ref.repository === "handrail");
      const file = join(root, ref.path);
      if (!isOurs || !existsSync(file)) return Promise.reject(new Error(`There is no workflow ${ref.path}`));
      return Promise.resolve({ name: ref.path, content: readFileSync(file, "utf8") });
    },
  };
}

type FileReference = { path: string; owner?: string; repository?: string };

let count = 0;

async function validateText(root: string, name: string, text: string): Promise<{ line: number; message: string }[]> {
  // A local path means the same action, also where workflows of ours check us out; only by its full name is its
  // action.yml asked for.
  const named = text.replaceAll(/(uses: *)\.\/(?:\.handrail\/)?(actions\/[\w-]+)/g, "$1handrail/handrail/$2@local");
  // The service keeps what it parsed by the file's address, whatever the text: no two texts share one.
  const document = TextDocument.create(`file:///${count++}/${name}`, "yaml", 1, named);
  const diagnostics = await validate(document, {
    actionsMetadataProvider: metadataProvider(root),
    fileProvider: fileProvider(root),
  });
  return diagnostics.map(({ range, message }) => {
    return { line: range.start.line, message: typeof message === "string" ? message : message.value };
  });
}

/** Whose commit it is: all actions and workflows of one repository of ours have the same. */
function pinnedAs(name: string): string {
  return name.startsWith("handrail/handrail/") ? "handrail/handrail" : name;
}

/** Lists the actions that are named by more than one commit or release in the checkout. */
export function compareCommits(workflows: readonly WorkflowText[]): string[] {
  const seen = new Map<string, { pin: string; path: string }>();
  const problems: string[] = [];
  for (const { path, text } of workflows) {
    for (const [, name = "", pin = ""] of text.matchAll(/uses: *([\w.-]+\/[\w./-]+)@([0-9a-f]{40} *#.*)/g)) {
      const first = seen.get(pinnedAs(name));
      if (first === undefined) seen.set(pinnedAs(name), { pin: pin.trimEnd(), path });
      else if (first.pin !== pin.trimEnd())
        problems.push(`${path}: ${name} is at another commit than in ${first.path}`);
    }
  }
  return problems;
}

/** Lists everything wrong with the workflows of the checkout, by file and line. */
export async function checkWorkflows(root: string): Promise<string[]> {
  const workflows = findWorkflows(root);
  const problems: string[] = [];
  for (const { path, text, line, wrapped, isWhole } of workflows) {
    const found = [
      ...(await validateText(root, ".github/workflows/workflow.yml", text)),
      ...checkWorkflowText(text, isWhole, path.startsWith("examples/")),
    ];
    for (const problem of found) {
      problems.push(`${path}:${Math.max(problem.line - wrapped, 0) + line + 1}: ${problem.message}`);
    }
  }
  for (const action of listActions(root)) {
    const path = `actions/${action}/action.yml`;
    if (!existsSync(join(root, path))) continue; // `contracts` says so
    const found = await validateText(root, "action.yml", readFileSync(join(root, path), "utf8"));
    problems.push(...found.map(({ line, message }) => `${path}:${line + 1}: ${message}`));
  }
  return [...problems, ...compareCommits(workflows)];
}
