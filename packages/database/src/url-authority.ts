/** The part of an address that says who and where: `user:password@host:port`. */
import { decode, refuseUrl } from "./url-text.ts";

/** Decoded; "" and undefined where a part is left out. A host that begins with `/` is the path of a socket. */
export type Authority = { user: string; password: string; host: string; port: number | undefined };

/** Parses what stands between `//` and the next `/`. @throws Failure `invalid-input` */
export function parseAuthority(text: string): Authority {
  const at = text.lastIndexOf("@");
  const who = text.slice(0, Math.max(at, 0));
  const colon = who.includes(":") ? who.indexOf(":") : who.length;
  const [host, port] = splitHost(unwrap(text.slice(at + 1)));
  return {
    user: decode(who.slice(0, colon)),
    password: decode(who.slice(colon + 1)),
    host,
    port: port === "" ? undefined : parsePort(port),
  };
}

/** A port as a number. @throws Failure `invalid-input` */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw refuseUrl("its port is no number from 1 to 65535");
}

/** Drivers of Go write `tcp(host:port)`. https://github.com/go-sql-driver/mysql#dsn-data-source-name */
function unwrap(text: string): string {
  return /^tcp\((.*)\)$/.exec(text)?.[1] ?? text;
}

function splitHost(text: string): [host: string, port: string] {
  const [, address, ipPort] = /^\[([\da-fA-F:.]+(?:%[\w.%-]+)?)\](?::(.*))?$/.exec(text) ?? [];
  if (address !== undefined) return [decode(address), ipPort ?? ""];
  const [name = "", port = "", ...more] = text.split(":");
  if (more.length > 0) throw refuseUrl("its host has more than one : (an IPv6 address stands in brackets)");
  const host = decode(name);
  if (host.includes(",")) throw refuseUrl("it names more than one host");
  // A \ or a space cannot be in a name; what looks like one is mostly a part of a password.
  if (!host.startsWith("/") && /[^\p{L}\p{N}._-]/u.test(host)) throw refuseUrl("its host is no name of a host");
  return [host, port];
}
