/**
 * Resource addresses as users write them in `targets` and `replace`: is a text one at all? Judged by its form only;
 * whether the resource exists is terraform's to say.
 */
import { scanHcl, type Token } from "./hcl-scan.ts";

/**
 * What is wrong with a resource or module address (`module.a["k"].aws_x.y[0]`), to complete "it …"; undefined when it
 * has the form of one. Names joined by dots, each with at most one key, no white space, nothing evaluated.
 */
export function addressProblem(address: string): string | undefined {
  if (address === "") return "is empty";
  const tokens = scanHcl(address);
  if (tokens.some(({ kind }) => kind === "space" || kind === "newline")) return "contains white space";
  const text = (token: Token | undefined): string => (token === undefined ? "" : address.slice(token.start, token.end));
  let at = 0;
  for (let names = 0; ; names += 1) {
    if (tokens[at]?.kind !== "identifier")
      return names === 0 ? "does not begin with a name" : "has no name after a dot";
    at += 1;
    if (text(tokens[at]) === "[") {
      const length = keyLength(tokens, at + 1);
      if (length === 0 || text(tokens[at + 1 + length]) !== "]")
        return 'has a key that is neither a number nor a "text"';
      at += length + 2;
    }
    if (at === tokens.length) return names === 0 ? "is a single name" : undefined;
    if (text(tokens[at]) !== ".") return `has an unexpected ${JSON.stringify(text(tokens[at]))} in it`;
    at += 1;
  }
}

/** How many tokens an index key has: a whole number one, a quoted literal two or three; 0 for anything else. */
function keyLength(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === "number") return 1;
  if (tokens[at]?.kind !== "quote-open") return 0;
  if (tokens[at + 1]?.kind === "quote-close") return 2;
  return tokens[at + 1]?.kind === "literal" && tokens[at + 2]?.kind === "quote-close" ? 3 : 0;
}
