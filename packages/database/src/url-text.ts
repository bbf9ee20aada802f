/** What addresses of all databases have in common as texts: percent-encoding, options, and how one is refused. */
import { inputFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";

const ACCEPTED =
  "postgresql://user:password@host:5432/database, mysql://user:password@host:3306/database or sqlite:path/to/file, with @ : / ? # % in user and password percent-encoded";

/** The failure of an address. `why` says what is wrong, and never repeats anything of it. */
export function refuseUrl(why: string): Failure {
  return inputFailure([{ name: "database-url", accepts: ACCEPTED, why }]);
}

/** Decodes a part. `+` is a plus. @throws Failure `invalid-input` */
export function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    if (!decoded.includes("\0")) return decoded;
  } catch {
    // The same as below.
  }
  throw refuseUrl("it has a % that begins no character: a % is written as %25");
}

/** Parts what follows `?` from the rest and decodes it; of options that come twice the last one counts. @throws Failure `invalid-input` */
export function splitOptions(text: string): [address: string, options: Readonly<Record<string, string>>] {
  const mark = text.indexOf("?");
  if (mark === -1) return [text, {}];
  const pairs = text
    .slice(mark + 1)
    .split("&")
    .filter((pair) => pair !== "");
  const options = pairs.map((pair): [string, string] => {
    const equals = pair.includes("=") ? pair.indexOf("=") : pair.length;
    const name = decode(pair.slice(0, equals));
    // Anything else is what stands behind a ? of a password.
    if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw refuseUrl("it has an option behind its ? whose name cannot be one");
    return [name, decode(pair.slice(equals + 1))];
  });
  return [text.slice(0, mark), Object.fromEntries(options)];
}
