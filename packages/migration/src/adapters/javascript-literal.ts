/** Reads texts that a configuration in JavaScript or JSON says plainly. */
import { inputFailure } from "@handrail/runner";

/** What is looked for: `key`, in an object that is the value of `inside` when that is told; `name` is the input that can say it instead. */
export type Wanted = { inside?: string; key: string; name: string };

const TEXT = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const JOINED = String.raw`(?:path\s*\.\s*)?(?:resolve|join)\(\s*(?:__dirname\s*,\s*)?((?:(?:${TEXT})\s*,?\s*)+)\)`;

/**
 * The one text that a configuration gives to a key: `"db/migrations"`, `path.join(__dirname, "db", "migrations")`; "" when the key is
 * not there.
 * @throws Failure `invalid-input` when it is given several texts, or something that only running it could tell
 */
export function onlyLiteral(text: string, { inside, key, name }: Wanted): string {
  const code = text.replaceAll(/\/\*[^]*?\*\/|(?<![:"'\w])\/\/[^\n]*/g, " ");
  const quoted = (word: string): string => `["']?(?<![\\w$])${word}["']?\\s*:\\s*`;
  const begin = inside === undefined ? "" : `${quoted(inside)}\\{[^{}]*?`;
  const values = Array.from(code.matchAll(new RegExp(`${begin}${quoted(key)}(?:(${TEXT})|${JOINED}|)`, "g")), toText);
  if (values.length === 0) return "";
  const [first, ...others] = new Set(values);
  if (others.length === 0 && first !== undefined) return first;
  throw inputFailure([
    {
      name,
      given: "",
      accepts: "what the tool's configuration says",
      why: `the configuration does not say ${key} plainly`,
    },
  ]);
}

function toText([, whole, parts]: RegExpExecArray): string | undefined {
  if (whole === undefined && parts === undefined) return undefined;
  const texts = Array.from((whole ?? parts ?? "").matchAll(new RegExp(TEXT, "g")), ([text]) => text.slice(1, -1));
  return texts.join("/").replace(/^\.\//, "");
}
