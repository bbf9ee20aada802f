/**
 * Cuts markdown to a number of bytes so that what is left still reads: at the end of a line, with open code fences and
 * folded details closed. Knows nothing of where the text goes.
 */

/** What is open behind a line. */
type Open = { fence: string; details: number };

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** The state behind one more line, by the rules of CommonMark 4.5 for fences. */
function nextOpen(open: Open, line: string): Open {
  const [, mark = "", info = ""] = FENCE.exec(line) ?? [];
  if (open.fence !== "") {
    const closes = mark.startsWith(open.fence) && info.trim() === "";
    return closes ? { ...open, fence: "" } : open;
  }
  if (mark !== "" && !(mark.startsWith("`") && info.includes("`"))) return { ...open, fence: mark };
  const opened = line.split("<details").length - 1;
  const closed = line.split("</details>").length - 1;
  return opened + closed === 0 ? open : { ...open, details: Math.max(0, open.details + opened - closed) };
}

const END = "</details>\n";

/** What closes everything that is open. */
function closers({ fence, details }: Open): string {
  return `${fence === "" ? "" : `${fence}\n`}${details === 0 ? "" : `\n${END.repeat(details)}`}`;
}

/** The length of that in bytes, without making it: it is asked for each line. */
function closersSize({ fence, details }: Open): number {
  return (fence === "" ? 0 : fence.length + 1) + (details === 0 ? 0 : 1 + END.length * details);
}

/**
 * The beginning of a markdown text whose UTF-8 form, with what is needed to close it, takes at most `limit` bytes, and the
 * number of lines left out. The whole text when it fits.
 */
export function cutMarkdown(markdown: string, limit: number): { text: string; omittedLines: number } {
  if (Buffer.byteLength(markdown) <= limit) return { text: markdown, omittedLines: 0 };
  const lines = markdown.split("\n");
  // What is behind the last line end is no line.
  if (lines.at(-1) === "") lines.pop();
  let open: Open = { fence: "", details: 0 };
  let bytes = 0;
  let kept = 0;
  for (const line of lines) {
    const next = nextOpen(open, line);
    bytes += Buffer.byteLength(line) + 1;
    if (bytes + closersSize(next) > limit) break;
    open = next;
    kept += 1;
  }
  const text = kept === 0 ? "" : `${lines.slice(0, kept).join("\n")}\n${closers(open)}`;
  return { text, omittedLines: lines.length - kept };
}
