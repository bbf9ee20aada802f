/** Reads GraphQL documents: as much of the language as clients of GitHub's API use. No schema, no execution. */

/** A value as written; variables are replaced when the selection is executed. */
export type GraphqlValue =
  | { kind: "literal"; value: unknown }
  | { kind: "variable"; name: string }
  | { kind: "list"; items: GraphqlValue[] }
  | { kind: "object"; fields: Map<string, GraphqlValue> };

/** A field, or fragment, with what is selected below it. */
export type GraphqlSelection =
  | {
      kind: "field";
      alias: string;
      name: string;
      args: Map<string, GraphqlValue>;
      selections: GraphqlSelection[];
      isSkipped: GraphqlValue[];
    }
  | { kind: "inline"; on: string | undefined; selections: GraphqlSelection[] }
  | { kind: "spread"; name: string };

/** A document's operation and its fragments. */
export type GraphqlDocument = {
  operation: "query" | "mutation";
  /** Default values of variables. */
  defaults: Map<string, GraphqlValue>;
  selections: GraphqlSelection[];
  fragments: Map<string, { on: string; selections: GraphqlSelection[] }>;
};

/** Parses a document with one operation. Throws Error with GitHub's wording for syntax errors. */
export function parseGraphql(source: string): GraphqlDocument {
  const cursor = createCursor(tokenize(source));
  const document: GraphqlDocument = { operation: "query", defaults: new Map(), selections: [], fragments: new Map() };
  while (cursor.peek() !== undefined) {
    if (cursor.accept("fragment")) {
      const name = cursor.next();
      cursor.expect("on");
      const on = cursor.next();
      document.fragments.set(name, { on, selections: readSelections(cursor) });
      continue;
    }
    if (cursor.peek() !== "{") {
      const operation = cursor.next();
      if (operation !== "query" && operation !== "mutation") throw syntaxError(operation);
      document.operation = operation;
      if (cursor.peek() !== "(" && cursor.peek() !== "{") cursor.next();
      if (cursor.accept("(")) readVariables(cursor, document.defaults);
    }
    document.selections = readSelections(cursor);
  }
  return document;
}

type Cursor = {
  peek(): string | undefined;
  next(): string;
  accept(token: string): boolean;
  expect(token: string): void;
};

function createCursor(tokens: readonly string[]): Cursor {
  let at = 0;
  const cursor: Cursor = {
    peek: () => tokens[at],
    next: () => {
      const token = tokens[at++];
      if (token === undefined) throw new Error("Unexpected end of document");
      return token;
    },
    accept: (token) => {
      if (tokens[at] !== token) return false;
      at += 1;
      return true;
    },
    expect: (token) => {
      const found = cursor.next();
      if (found !== token) throw syntaxError(found);
    },
  };
  return cursor;
}

function tokenize(source: string): string[] {
  const pattern =
    /\s+|,|#[^\n]*|("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\.\.\.|[A-Za-z_][A-Za-z0-9_]*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}()[\]:!=$@|&])/gy;
  const tokens: string[] = [];
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(source);
    if (found === null) throw syntaxError(source.charAt(at));
    if (found[1] !== undefined) tokens.push(found[1]);
  }
  return tokens;
}

function syntaxError(token: string): Error {
  return new Error(`Parse error on ${JSON.stringify(token)}`);
}

function readVariables(cursor: Cursor, defaults: Map<string, GraphqlValue>): void {
  while (!cursor.accept(")")) {
    cursor.expect("$");
    const name = cursor.next();
    cursor.expect(":");
    while (["[", "]", "!"].includes(cursor.peek() ?? "") || /^[A-Za-z_]/u.test(cursor.peek() ?? "")) cursor.next();
    if (cursor.accept("=")) defaults.set(name, readValue(cursor));
  }
}

function readSelections(cursor: Cursor): GraphqlSelection[] {
  const selections: GraphqlSelection[] = [];
  cursor.expect("{");
  while (!cursor.accept("}")) selections.push(readSelection(cursor));
  return selections;
}

function readSelection(cursor: Cursor): GraphqlSelection {
  if (cursor.accept("...")) {
    if (cursor.peek() === "{") return { kind: "inline", on: undefined, selections: readSelections(cursor) };
    const name = cursor.next();
    if (name !== "on") return { kind: "spread", name };
    return { kind: "inline", on: cursor.next(), selections: readSelections(cursor) };
  }
  const first = cursor.next();
  const name = cursor.accept(":") ? cursor.next() : first;
  const args = new Map<string, GraphqlValue>();
  if (cursor.accept("(")) readArguments(cursor, args);
  const isSkipped = readDirectives(cursor);
  return {
    kind: "field",
    alias: first,
    name,
    args,
    isSkipped,
    selections: cursor.peek() === "{" ? readSelections(cursor) : [],
  };
}

function readArguments(cursor: Cursor, args: Map<string, GraphqlValue>): void {
  while (!cursor.accept(")")) {
    const name = cursor.next();
    cursor.expect(":");
    args.set(name, readValue(cursor));
  }
}

/** `@skip(if:)` conditions; other directives are read over. */
function readDirectives(cursor: Cursor): GraphqlValue[] {
  const conditions: GraphqlValue[] = [];
  while (cursor.accept("@")) {
    const name = cursor.next();
    const args = new Map<string, GraphqlValue>();
    if (cursor.accept("(")) readArguments(cursor, args);
    const condition = args.get("if");
    if (name === "skip" && condition !== undefined) conditions.push(condition);
  }
  return conditions;
}

function readValue(cursor: Cursor): GraphqlValue {
  const token = cursor.next();
  if (token === "$") return { kind: "variable", name: cursor.next() };
  if (token === "[") {
    const items: GraphqlValue[] = [];
    while (!cursor.accept("]")) items.push(readValue(cursor));
    return { kind: "list", items };
  }
  if (token === "{") {
    const fields = new Map<string, GraphqlValue>();
    while (!cursor.accept("}")) {
      const name = cursor.next();
      cursor.expect(":");
      fields.set(name, readValue(cursor));
    }
    return { kind: "object", fields };
  }
  return { kind: "literal", value: readLiteral(token) };
}

function readLiteral(token: string): unknown {
  if (token.startsWith('"""')) return token.slice(3, -3);
  if (token.startsWith('"') || /^-?\d/u.test(token)) return JSON.parse(token);
  if (token === "true" || token === "false") return token === "true";
  return token === "null" ? null : token;
}
