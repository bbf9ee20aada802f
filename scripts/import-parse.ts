/**
 * Reads the imports of one TypeScript file, and the impure globals it names, from its syntax tree: static imports,
 * `export … from`, `import()` as expression and as type. It knows nothing of the rules.
 */
import { parseSync } from "oxc-parser";
import { impureGlobals, impureMembers } from "./import-rules.ts";

export type Import = { specifier: string; line: number; isType: boolean; names: string[] };
export type ParsedFile = { imports: Import[]; globals: { name: string; line: number }[] };

type Node = { type: string; start: number } & Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function text(value: unknown): string | undefined {
  return isNode(value) && typeof value["value"] === "string" ? value["value"] : undefined;
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && typeof value["name"] === "string" ? value["name"] : undefined;
}

function importedNames(node: Node): string[] {
  const specifiers = Array.isArray(node["specifiers"]) ? node["specifiers"].filter(isNode) : [];
  return specifiers.flatMap((specifier) => nameOf(specifier["imported"]) ?? nameOf(specifier["local"]) ?? []);
}

const importTypes = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
]);

/** The import that a node makes. `import { type A }` loads the module all the same: only `import type` does not. */
function readImport(node: Node): Omit<Import, "line"> | undefined {
  if (node.type === "TSImportType") {
    return { specifier: text(node["source"]) ?? "(computed)", isType: true, names: [] };
  }
  if (node.type === "TSImportEqualsDeclaration") return { specifier: "(import =)", isType: false, names: [] };
  if (!importTypes.has(node.type)) return undefined;
  const specifier = text(node["source"]);
  if (specifier === undefined) {
    return node.type === "ImportExpression" ? { specifier: "(computed)", isType: false, names: [] } : undefined;
  }
  const isType = node["importKind"] === "type" || node["exportKind"] === "type";
  return { specifier, isType, names: importedNames(node) };
}

/** The impure global a node names, if it does: `fetch`, `Date.now`, `new Date()`. */
function readGlobal(node: Node): string | undefined {
  if (node.type === "Identifier" && impureGlobals.has(nameOf(node) ?? "")) return nameOf(node);
  if (node.type === "MemberExpression") {
    const member = `${nameOf(node["object"])}.${nameOf(node["property"])}`;
    if (impureMembers.has(member)) return member;
    const isGlobalThis = nameOf(node["object"]) === "globalThis";
    return isGlobalThis ? `globalThis.${nameOf(node["property"])}` : undefined;
  }
  const isDate = nameOf(node["callee"]) === "Date";
  const isBare = Array.isArray(node["arguments"]) && node["arguments"].length === 0;
  if (isDate && (node.type === "CallExpression" || isBare))
    return `${node.type === "CallExpression" ? "" : "new "}Date()`;
  return undefined;
}

/** Is this child a name that stands for no variable: a property, a key, a label? */
function isPlainName(parent: Node, key: string): boolean {
  if (parent["computed"] === true) return false;
  if (parent.type === "MemberExpression") return key === "property";
  if (key === "key") return true;
  return /^(Import|Export)\w*Specifier$|^TS(QualifiedName|PropertySignature|MethodSignature)$/.test(parent.type);
}

const bindingTypes = new Set([
  "VariableDeclarator",
  "FunctionDeclaration",
  "ImportSpecifier",
  "ImportDefaultSpecifier",
]);

/** Reads a file; throws when it is not TypeScript. */
export function parseFile(name: string, source: string): ParsedFile {
  const { program, errors } = parseSync(name, source);
  if (errors[0] !== undefined) throw new Error(`${name}: ${errors[0].message}`);
  const found: { node: Node; global?: string; import?: Omit<Import, "line"> }[] = [];
  const declared = new Set<string>();
  const visit = (node: Node): void => {
    const [made, global] = [readImport(node), readGlobal(node)];
    if (made !== undefined) found.push({ node, import: made });
    if (global !== undefined) found.push({ node, global });
    if (bindingTypes.has(node.type)) declared.add(nameOf(node["id"]) ?? nameOf(node["local"]) ?? "");
    for (const parameter of Array.isArray(node["params"]) ? node["params"] : []) declared.add(nameOf(parameter) ?? "");
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child) && !(child.type === "Identifier" && isPlainName(node, key))) visit(child);
      }
    }
  };
  visit(program as unknown as Node);
  const lineOf = (node: Node): number => source.slice(0, node.start).split("\n").length;
  return {
    imports: found.flatMap(({ node, import: made }) => (made === undefined ? [] : { ...made, line: lineOf(node) })),
    globals: found.flatMap(({ node, global }) =>
      global === undefined || declared.has(global) ? [] : { name: global, line: lineOf(node) },
    ),
  };
}
