/** What has to be hidden wherever a database's address could be printed. */
import type { DatabaseUrl } from "./url.ts";

/** Options whose value is a secret. */
const SECRET_OPTION =
  /^(?:ssl)?(?:password|passwd|pass|pwd|passphrase|secret|token|access_?token|auth_?token|api_?key)$/i;

/**
 * Every form in which the secrets of an address are known to be written: as they stand in it, decoded, and encoded the ways that
 * tools encode; and the whole address, when it says more than `place`. The longest first; nothing empty.
 */
export function secretsOf(url: DatabaseUrl): readonly string[] {
  const forms = new Set<string>();
  const secrets = Object.entries(url.options).flatMap(([name, value]) => (SECRET_OPTION.test(name) ? [value] : []));
  for (const secret of [url.password, ...secrets]) addForms(forms, secret);
  for (const raw of writtenIn(url)) forms.add(raw);
  if (secrets.length > 0 || (url.engine !== "sqlite" && url.text !== url.place)) forms.add(url.text);
  // Python's configuration files and its drivers write a percent sign twice.
  const doubled = [...forms].map((form) => form.replaceAll("%", "%%"));
  for (const form of doubled) forms.add(form);
  forms.delete("");
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** What Go's addresses, Python's `quote` and SQLAlchemy leave as it is. */
const LEFT = [/%(?:24|26|2B|2C|3B|3D)/g, /%2F/g, /%(?:20|2B)/g];

/** RFC 3986, a form field, an address as JavaScript writes it, and what Python, Go and Ruby leave as it is. */
function addForms(forms: Set<string>, secret: string): void {
  const text = secret.toWellFormed();
  const component = encodeURIComponent(text);
  const strict = component.replaceAll(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const field = new URLSearchParams({ "": secret }).toString().slice(1);
  const address = new URL("x://h");
  address.password = text;
  const left = LEFT.flatMap((codes) =>
    [component, strict].map((form) => form.replaceAll(codes, (code) => decodeURIComponent(code))),
  );
  for (const form of [component, strict, field, address.password, encodeURI(text), ...left]) {
    forms.add(form);
    forms.add(form.replaceAll(/%../g, (code) => code.toLowerCase()));
  }
  forms.add(secret);
}

/** The password and the secret options as the address spells them. */
function writtenIn({ engine, text }: DatabaseUrl): string[] {
  const mark = text.indexOf("?");
  const pairs = mark === -1 ? [] : text.slice(mark + 1).split("&");
  const options = pairs.flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return SECRET_OPTION.test(name) ? [value.join("=")] : [];
  });
  if (engine === "sqlite") return options;
  const [, authority = ""] = /:\/\/([^/?]*)/.exec(text) ?? [];
  const who = authority.slice(0, Math.max(authority.lastIndexOf("@"), 0));
  return who.includes(":") ? [who.slice(who.indexOf(":") + 1), ...options] : options;
}
