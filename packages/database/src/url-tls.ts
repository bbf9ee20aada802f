/** What an address says about TLS, in the words of the drivers of PostgreSQL and MySQL. */
import { refuseUrl } from "./url-text.ts";

/**
 * `prefer`: encrypted when the server can, as the clients of both databases do when nothing is said. `require`: encrypted, whoever
 * the server is. `verify-ca`: its certificate has to be good. `verify-full`: and be of that host.
 */
export type TlsMode = "disable" | "prefer" | "require" | "verify-ca" | "verify-full";

/** Mode, and the files that the address names (`ca`: whom to believe; `cert` and `key`: our own), as they are written. */
export type Tls = { mode: TlsMode; ca?: string; cert?: string; key?: string };

/**
 * By lower-case value. https://www.postgresql.org/docs/current/libpq-ssl.html,
 * https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode, and what the drivers of Go, Java, Node
 * and Prisma say.
 */
const modes: ReadonlyMap<string, TlsMode> = new Map([
  ["disable", "disable"],
  ["disabled", "disable"],
  ["false", "disable"],
  ["0", "disable"],
  ["allow", "prefer"],
  ["prefer", "prefer"],
  ["preferred", "prefer"],
  ["require", "require"],
  ["required", "require"],
  ["no-verify", "require"],
  ["skip-verify", "require"],
  ["accept_invalid_certs", "require"],
  ["1", "require"],
  ["verify-ca", "verify-ca"],
  ["verify_ca", "verify-ca"],
  ["verify-full", "verify-full"],
  ["verify_identity", "verify-full"],
  ["strict", "verify-full"],
]);
/** The first of them that an address has decides. `true` is as strict as the driver means it that the name comes from. */
const names: readonly (readonly [name: string, whenTrue: TlsMode])[] = [
  ["sslmode", "require"],
  ["ssl-mode", "require"],
  ["ssl_mode", "require"],
  ["sslMode", "require"],
  ["sslaccept", "require"],
  ["tls", "verify-full"],
  ["ssl", "require"],
  ["useSSL", "require"],
];

/** What follows the `?` of an address, and its host. */
type Address = { options: Readonly<Record<string, string>>; host: string };

/** What the address says; `prefer` when it says nothing. @throws Failure `invalid-input` for a value that is not known */
export function tlsOf({ options, host }: Address): Tls {
  // Nobody listens in on a socket of the machine; libpq ignores sslmode there, too.
  if (host.startsWith("/")) return { mode: "disable" };
  const files = {
    ...first(options, "ca", ["sslrootcert", "ssl-ca", "ssl_ca", "sslca"]),
    ...first(options, "cert", ["sslcert", "ssl-cert", "ssl_cert"]),
    ...first(options, "key", ["sslkey", "ssl-key", "ssl_key"]),
  };
  const [name, whenTrue] = names.find(([each]) => options[each] !== undefined) ?? [];
  if (name === undefined || whenTrue === undefined) return { mode: "prefer", ...files };
  const value = (options[name] ?? "").toLowerCase();
  const mode = value === "true" || value === "" ? whenTrue : (modes.get(value) ?? modeOfObject(value));
  if (mode === undefined) throw refuseUrl(`its option ${name} has a value that is not known`);
  // With a certificate to believe, libpq and MySQL's client check it, whatever "require" says.
  return { mode: mode === "require" && files.ca !== undefined ? "verify-ca" : mode, ...files };
}

/** Drivers of Node take an object: `ssl={"rejectUnauthorized":true}`. */
function modeOfObject(value: string): TlsMode | undefined {
  const [, isStrict] = /^\{\s*"rejectunauthorized"\s*:\s*(true|false)\s*\}$/.exec(value) ?? [];
  if (isStrict === undefined) return undefined;
  return isStrict === "true" ? "verify-full" : "require";
}

function first(
  options: Address["options"],
  key: "ca" | "cert" | "key",
  spellings: readonly string[],
): Partial<Pick<Tls, "ca" | "cert" | "key">> {
  const value = spellings.map((each) => options[each]).find((each) => each !== undefined && each !== "");
  return value === undefined ? {} : { [key]: value };
}
