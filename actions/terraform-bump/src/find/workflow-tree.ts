/**
 * Workflows and actions as the few shapes that versions are looked for in: the calls of actions and reusable workflows
 * with what they are given, environments, containers. Offsets come from the YAML parser. It knows no version.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document, type Node } from "yaml";
import { Flaw, lineAt } from "./flaw.ts";
import type { Span } from "./mention.ts";

/** A scalar. `content` is where its text stands, without quotes; absent where it is written in another way. */
export type YamlValue = Span & { value: unknown; content?: Span };
export type YamlEntries = ReadonlyMap<string, YamlValue>;

/** `uses` with its `with`. `environments` are those around it, the nearest first. */
export type Call = { uses: YamlValue; inputs: YamlEntries; environments: readonly YamlEntries[] };

/** `defaults`: of its own inputs, where one name can have several, for a call and for a dispatch. */
export type Workflow = {
  calls: Call[];
  environments: YamlEntries[];
  containers: YamlValue[];
  defaults: Map<string, YamlValue[]>;
};

type Reader = { text: string; document: Document.Parsed; anchors?: Map<string, Node>; found: Workflow };

/** Nobody writes a longer one by hand. */
const LONGEST = 512 * 1024;

/** Reads a workflow, or the action.yml of a composite action. Throws a Flaw. */
export function readWorkflow(text: string): Workflow {
  if (text.length > LONGEST) throw new Flaw("it is longer than a workflow can be", 1);
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw new Flaw("it is not YAML", lineAt(text, error.pos[0]));
  const found: Workflow = { calls: [], environments: [], containers: [], defaults: new Map() };
  const reader: Reader = { text, document, found };
  const root = document.contents;
  const environment = readEnvironment(reader, root);
  for (const job of childrenOf(reader, child(reader, root, "jobs"))) readJob(reader, job, environment);
  readSteps(reader, child(reader, child(reader, root, "runs"), "steps"), []);
  const triggers = child(reader, root, "on");
  for (const owner of [root, child(reader, triggers, "workflow_call"), child(reader, triggers, "workflow_dispatch")]) {
    readDefaults(reader, child(reader, owner, "inputs"));
  }
  return found;
}

function readJob(reader: Reader, job: Node, outer: YamlEntries): void {
  const environments = [readEnvironment(reader, job), outer];
  const container = child(reader, job, "container");
  const image = isScalar(container) ? container : child(reader, container, "image");
  if (isScalar(image)) reader.found.containers.push(valueOf(reader, image));
  readCall(reader, job, environments);
  readSteps(reader, child(reader, job, "steps"), environments);
}

function readSteps(reader: Reader, steps: Node | undefined, outer: readonly YamlEntries[]): void {
  for (const step of childrenOf(reader, steps)) readCall(reader, step, [readEnvironment(reader, step), ...outer]);
}

function readCall(reader: Reader, node: Node, environments: readonly YamlEntries[]): void {
  const uses = child(reader, node, "uses");
  if (!isScalar(uses)) return;
  const inputs = entriesOf(reader, child(reader, node, "with"));
  reader.found.calls.push({ uses: valueOf(reader, uses), inputs, environments });
}

function readEnvironment(reader: Reader, owner: Node | null): YamlEntries {
  const environment = entriesOf(reader, child(reader, owner, "env"));
  if (environment.size > 0) reader.found.environments.push(environment);
  return environment;
}

function readDefaults(reader: Reader, inputs: Node | undefined): void {
  for (const [name, input] of membersOf(reader, inputs)) {
    const value = child(reader, input, "default");
    if (!isScalar(value)) continue;
    const known = reader.found.defaults.get(name) ?? [];
    known.push(valueOf(reader, value));
    reader.found.defaults.set(name, known);
  }
}

/** A node, or what an alias stands for. */
function resolve(reader: Reader, node: unknown): Node | undefined {
  if (!isAlias(node)) return isNode(node) ? node : undefined;
  if (reader.anchors === undefined) {
    const anchors = new Map<string, Node>();
    visit(reader.document, {
      Value: (_, value) => {
        if (value.anchor !== undefined) anchors.set(value.anchor, value);
      },
    });
    reader.anchors = anchors;
  }
  return reader.anchors.get(node.source);
}

function membersOf(reader: Reader, node: unknown): [name: string, value: Node][] {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair): [string, Node][] => {
    const value = resolve(reader, pair.value);
    return isScalar(pair.key) && value !== undefined ? [[String(pair.key.value), value]] : [];
  });
}

function child(reader: Reader, node: unknown, name: string): Node | undefined {
  return membersOf(reader, node).find(([key]) => key === name)?.[1];
}

/** The values of a map, or the items of a list. */
function childrenOf(reader: Reader, node: unknown): Node[] {
  if (isSeq(node)) return node.items.map((item) => resolve(reader, item)).filter((item) => item !== undefined);
  return membersOf(reader, node).map(([, value]) => value);
}

function entriesOf(reader: Reader, node: unknown): YamlEntries {
  const entries = new Map<string, YamlValue>();
  for (const [name, value] of membersOf(reader, node)) entries.set(name, valueOf(reader, value));
  return entries;
}

function valueOf({ text }: Reader, node: Node): YamlValue {
  const [start, end] = node.range ?? [0, 0, 0];
  if (!isScalar(node)) return { start, end, value: undefined };
  const { type, value } = node;
  const quotes = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE" ? 1 : 0;
  const content = { start: start + quotes, end: end - quotes };
  const isPlain = typeof value === "string" && text.slice(content.start, content.end) === value;
  return isPlain && type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED"
    ? { start, end, value, content }
    : { start, end, value };
}
