/** Reads texts that a configuration in JavaScript or JSON says plainly. */
import { inputFailure } from "@handrail/runner";

/** What is looked for: `key`, in an object that is the value of `inside` when that is told; `name` is the input that can say it instead. */
export type Wanted = { inside?: string; key: string; name: string };

const TEXT = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const HERE = String.raw`(?:__dirname|import\.meta\.dirname)`;
const JOINED = String.raw`(?:path\s*\.\s*)?(?:resolve|join)\(\s*(?:${HERE}\s*,\s*)?((?:(?:${TEXT})\s*,?\s*)+)\)`;
/** `__dirname + "/migrations"`. */
const ADDED = String.raw`${HERE}\s*\+\s*(${TEXT})`;
/** The same as a template. */
const FILLED = String.raw`\x60\$\{\s*${HERE}\s*\}([^\x60$\\]*)\x60`;

/**
 * The one text that a configuration gives to a key: `"db/migrations"`, `path.join(__dirname, "db", "migrations")`, `__dirname +
 * "/db/migrations"`, also as a template; "" when the key is not there.
 * @throws Failure `invalid-input` when it is given several texts, or something that only running it could tell
 */
export function onlyLiteral(text: string, { inside, key, name }: Wanted): string {
  const code = text.replaceAll(/\/\*[^]*?\*\/|(?<![:"'\w])\/\/[^\n]*/g, " ");
  const quoted = (word: string): string => `["']?(?<![\\w$])${word}["']?\\s*:\\s*`;
  const begin = inside === undefined ? "" : `${quoted(inside)}\\{[^{}]*?`;
  const values = Array.from(
    code.matchAll(
      new RegExp(`${begin}${quoted(key)}(?:(?:(${TEXT})|${JOINED}|${ADDED}|${FILLED})(?!\\s*[+.?[&|])|)`, "g"),
    ),
    toText,
  );
  if (values.length === 0 && !isHidden(code, inside, key)) return "";
  const [first, ...others] = new Set(values);
  if (others.length === 0 && first !== undefined) return first;
  throw inputFailure([
    {
      name,
      given: "",
      accepts: `what the configuration of the tool has as ${key}, as it is when the tool runs`,
      why: `the configuration gives ${key} several values, or one that only running it could tell`,
    },
  ]);
}

function toText([, whole, parts, added, filled]: RegExpExecArray): string | undefined {
  // Both are from the project's own directory, where a path begins with a slash.
  if (filled !== undefined) return filled.replace(/^\//, "");
  if (added !== undefined) return added.slice(1, -1).replace(/^\//, "");
  if (whole === undefined && parts === undefined) return undefined;
  const texts = Array.from((whole ?? parts ?? "").matchAll(new RegExp(TEXT, "g")), ([text]) => text.slice(1, -1));
  return texts.join("/").replace(/^\.\//, "");
}

/** Whether only running it could tell that it is not there: `{ ...shared }`, `{ directory }`, `migrations: shared`, `migrations,`. */
function isHidden(code: string, inside: string | undefined, key: string): boolean {
  if (inside === undefined) return false;
  const named = `(?<![\\w$.])["']?${inside}["']?\\s*`;
  if (new RegExp(`${named}(?:[,}]|:\\s*[^{\\s])`).test(code)) return true;
  const bodies = Array.from(code.matchAll(new RegExp(`${named}:\\s*\\{([^{}]*)`, "g")), ([, body = ""]) => body);
  const shorthand = new RegExp(`(?:^|[,{\\s])${key}\\s*(?:,|$)`);
  return bodies.some((body) => body.includes("...") || shorthand.test(body));
}
