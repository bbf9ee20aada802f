/** The file of an SQLite address. Tools disagree on how many slashes an absolute path has: here more than one is one. */
import { decode, refuseUrl } from "./url-text.ts";

/**
 * The path in what follows the scheme: `relative.db`, `//relative.db`, `/absolute.db`, `///absolute.db` and `////absolute.db`.
 * @throws Failure `invalid-input` for a database in memory, which ends with the process that made it
 */
export function parseSqliteName(address: string, options: Readonly<Record<string, string>>): string {
  const path = decode(address.replace(/^\/\/localhost(?=\/)/, "//"))
    .replace(/^\/\/(?!\/)/, "")
    .replace(/^\/+/, "/");
  if (path.endsWith(":memory:") || options["mode"] === "memory") {
    throw refuseUrl("a database in memory is gone when the tool ends");
  }
  if (path === "" || path.endsWith("/")) throw refuseUrl("it names no file");
  if (/\p{Cc}/u.test(path)) throw refuseUrl("it has control characters");
  return path;
}
