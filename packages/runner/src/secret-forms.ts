/**
 * The forms in which a secret can stand in a text: as it is, base64, JSON-escaped, URL-encoded, line by line.
 * Pure text to text; finding them is in secret-index.ts.
 */

/** A secret needs this many characters: shorter ones would destroy the text around them. */
export const MIN_SECRET = 4;

/** A line of a secret that may be hidden on its own: 4 visible characters and one of them a letter or a digit. */
function isTellingLine(line: string): boolean {
  return line.replaceAll(/\s+/g, "").length >= MIN_SECRET && /[\p{L}\p{N}]/u.test(line);
}

/** The base64 characters that depend on the secret alone, when `offset` other bytes stand before it. */
function base64Core(bytes: Uint8Array, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
  const first = Math.ceil((offset * 8) / 6);
  const end = Math.floor((padded.length * 8) / 6);
  return padded.toString("base64").slice(first, end);
}

function addBase64(forms: Set<string>, secret: string): void {
  const bytes = Buffer.from(secret, "utf8");
  for (const offset of [0, 1, 2]) {
    const standard = base64Core(bytes, offset);
    forms.add(standard);
    if (/[+/]/.test(standard)) forms.add(standard.replaceAll("+", "-").replaceAll("/", "_"));
  }
}

const jsonEscape = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Go's encoder, and with it terraform's, writes these as \u escapes by default (encoding/json, HTMLEscape). */
const goEscape = (json: string): string =>
  json.replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

function addJson(forms: Set<string>, secret: string): void {
  const once = jsonEscape(secret);
  const byGo = goEscape(once);
  for (const form of new Set([once, byGo])) {
    forms.add(form);
    forms.add(jsonEscape(form));
  }
}

/** As encodeURIComponent, as a form field, and as Go do it; with hexadecimal digits in capitals and in small letters. */
function addUrl(forms: Set<string>, wellFormed: string): void {
  if (!/[^A-Za-z0-9\-_.]/.test(wellFormed)) return;
  const component = encodeURIComponent(wellFormed);
  const variants = new Set([component]);
  if (/[!'()*~]/.test(component)) {
    const strict = component.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    variants.add(strict).add(strict.replaceAll("%2A", "*").replaceAll("~", "%7E"));
  }
  for (const variant of variants) {
    for (const spaced of [variant, variant.replaceAll("%20", "+")]) {
      forms.add(spaced);
      if (/%(?:.[A-F]|[A-F])/.test(spaced)) forms.add(spaced.replaceAll(/%../g, (code) => code.toLowerCase()));
    }
  }
}

/** As text, as an attribute in double quotes, as the runner and most escapers do it. */
function addXml(forms: Set<string>, secret: string): void {
  const asText = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const asAttribute = asText.replaceAll('"', "&quot;");
  for (const form of [asText, asAttribute, asAttribute.replaceAll("'", "&#39;")]) forms.add(form);
}

function addForms(forms: Set<string>, secret: string): void {
  forms.add(secret);
  const trimmed = secret.trim();
  forms.add(trimmed);
  const wellFormed = trimmed.toWellFormed();
  forms.add(wellFormed);
  addBase64(forms, wellFormed);
  addJson(forms, trimmed);
  addUrl(forms, wellFormed);
  addXml(forms, trimmed);
}

/** Every form of a secret, at least MIN_SECRET long; empty when it is too short, or white space only, to be found by its value. */
export function secretForms(secret: string): Set<string> {
  const forms = new Set<string>();
  if (secret.trim().length < MIN_SECRET) return forms;
  addForms(forms, secret);
  if (/[\r\n]/.test(secret)) {
    for (const line of secret.split(/[\r\n]+/)) if (isTellingLine(line)) addForms(forms, line);
  }
  for (const form of forms) if (form.length < MIN_SECRET) forms.delete(form);
  return forms;
}
