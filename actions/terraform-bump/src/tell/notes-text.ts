/**
 * Makes release notes harmless and short. What comes out is quoted in a fence, where markdown means nothing; but people
 * squash with the pull request's text as the commit message, and there mentions and `Closes #1` mean something again, and
 * mails show the source. So they are broken in the text itself, and images and html are taken out.
 */

/** Nobody's notes of one release are read further. */
const MOST_READ = 60_000;

/** Elements that release notes are written with. Others stay: `TF_TOKEN_<host>` is not html, and a fence makes nothing of it. */
const ELEMENT =
  "a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|meta|ol|p|picture|pre|q|s|samp|script|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video";
const TAG = new RegExp(`</?(?:${ELEMENT})(?=[\\s/>])[^<>]{0,2000}>`, "gi");
const TAG_START = new RegExp(`<(?=/?(?:${ELEMENT})(?![\\w-])|!)`, "gi");

/** Controls, format characters, separators: each would be shown as an escape, and some hide what stands beside them. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Release notes as text for a fence: LF line ends, no trailing white space, at most one empty line in a row. */
export function cleanNotes(text: string): string {
  const lines = text.slice(0, MOST_READ).toWellFormed().replaceAll(/\r\n?/g, "\n");
  const read = withoutComments(lines.replaceAll(INVISIBLE, ""));
  const plain = read
    .replaceAll(/!\[([^[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)/g, "$1")
    .replaceAll(/\[([^[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)/g, "$1")
    .replaceAll(TAG, "")
    .replaceAll(TAG_START, "< ");
  return tidy(breakReferences(plain)).trim();
}

/** A pattern for comments would be quadratic where many begin and none ends. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
    const end = text.indexOf("-->", start + 4);
    parts.push(text.slice(at, start));
    at = end < 0 ? text.length : end + 3;
    if (end < 0) break;
  }
  return parts.join("") + text.slice(at);
}

/** Addresses of issues become what they are called; then a space stands behind every sign that GitHub looks for. */
function breakReferences(text: string): string {
  return text
    .replaceAll(
      /https?:\/\/[\w.:-]{1,200}\/([\w.-]{1,100})\/([\w.-]{1,100})\/(?:issues|pulls?|discussions)\/(\d+)/gi,
      "$1/$2#$3",
    )
    .replaceAll(/[@#](?=[\p{L}\p{N}_-])/gu, "$& ")
    .replaceAll(/\bGH-(?=\d)/gi, "$& ");
}

function tidy(text: string): string {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const kept = line.trimEnd().replaceAll(/`{4,}/g, "```");
    if (kept !== "" || lines.at(-1) !== "") lines.push(kept);
  }
  return lines.join("\n");
}

/** The beginning of a text within so many bytes of UTF-8, at the end of a line where there is one; whole characters. */
export function cutNotes(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const bytes = Buffer.from(text).subarray(0, Math.max(0, mostBytes));
  // What the cut left of a character is dropped.
  const kept = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
  const end = kept.lastIndexOf("\n");
  return (end > kept.length / 2 ? kept.slice(0, end) : kept).trimEnd();
}
