/**
 * The input token-hosts: which token belongs to which registry host, and the name of the environment variable in which
 * terraform looks for it. Nothing of this is ever written as HCL, so there is nothing that a token could break out of.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials
 */
import { domainToASCII } from "node:url";

/** `variable` is TF_TOKEN_ and the encoded host. */
export type TokenHost = { readonly host: string; readonly variable: string; readonly token: string };

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What an Authorization header takes (RFC 6750, b64token); shorter ones could not be masked. */
const TOKEN = /^[A-Za-z0-9._~+/-]{4,8192}={0,8}$/;

/**
 * Reads `host=token` lines; blank ones do not count. Throws a RangeError for a line of another form, a host with a port
 * or a path (terraform's variables cannot name one), a host that is named twice, a token with other characters.
 */
export function parseTokenHosts(text: string): TokenHost[] {
  const found = new Map<string, TokenHost>();
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    const host = asciiHost(line.slice(0, Math.max(0, equals)).trim());
    const token = line.slice(equals + 1).trim();
    if (!isHost(host) || !TOKEN.test(token)) throw new RangeError("a line is not host=token");
    if (found.has(host)) throw new RangeError("a host is named twice");
    found.set(host, { host, variable: tokenVariable(host), token });
  }
  return [...found.values()];
}

/** Punycode for names beyond ASCII only: domainToASCII drops a path and reads `1` as an address. */
function asciiHost(text: string): string {
  return /^[A-Za-z0-9.-]*$/.test(text)
    ? text.toLowerCase()
    : /[\x00-,/:-@[-`{-\x7f]/.test(text)
      ? ""
      : domainToASCII(text);
}

function isHost(host: string): boolean {
  return host.length <= 253 && host.split(".").every((label) => LABEL.test(label));
}

/** Dots become underscores, hyphens double underscores; names beyond ASCII come as punycode. */
function tokenVariable(host: string): string {
  return `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
}
