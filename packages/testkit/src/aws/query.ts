/**
 * The query protocol of AWS: parameters with dots in, XML out (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).
 * Maps and flattened lists are not written: our services' answers have none.
 */

/** Parses a form: `Names.member.1=a&Filter.Failed=true` is `{Names: ["a"], Filter: {Failed: "true"}}`. Values stay text. */
export function parseQuery(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    let place = root;
    const parts = key.split(".");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      const next = place[part];
      const inner: Record<string, unknown> = typeof next === "object" && next !== null ? { ...next } : {};
      place[part] = inner;
      place = inner;
    }
    place[last] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, withLists(value)]));
}

function withLists(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === "member" && typeof only[1] === "object" && only[1] !== null) {
    return Object.entries(only[1])
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, item]) => withLists(item));
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, withLists(item)]));
}

/** The answer to an operation, with its wrappers. */
export function answerXml(operation: string, namespace: string, output: Readonly<Record<string, unknown>>): string {
  const result = toXml(`${operation}Result`, output);
  return `<${operation}Response xmlns="${namespace}">${result}<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${operation}Response>`;
}

/** An error as the query protocol writes it. */
export function errorXml(
  namespace: string,
  error: { name: string; message: string; type: "Sender" | "Receiver" },
): string {
  const inner = toXml("Error", { Type: error.type, Code: error.name, Message: error.message });
  return `<ErrorResponse xmlns="${namespace}">${inner}<RequestId>00000000-0000-4000-8000-000000000000</RequestId></ErrorResponse>`;
}

/** A value as an element; nothing for what is absent. */
function toXml(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toXml("member", item)).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, item]) => toXml(name, item))
      .join("");
  return escape(String(value));
}

/** Escapes what XML reserves, and what it cannot hold as it is. */
function escape(text: string): string {
  return text.replaceAll(/[<>&"\r\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (character) => {
    const named = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" }[character];
    return named ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
  });
}
