/**
 * Renders the markdown of comments and summaries to HTML about as GitHub does: tables, alerts, coloured diffs, gantts, folded
 * details, short commits.
 */
import MarkdownIt from "markdown-it";
import { renderGantt } from "./gantt.ts";

const alertIcons: Readonly<Record<string, string>> = {
  NOTE: "ℹ️",
  TIP: "💡",
  IMPORTANT: "💬",
  WARNING: "⚠️",
  CAUTION: "🛑",
};

/** Text for HTML. */
export const escapeHtml: (text: string) => string = new MarkdownIt().utils.escapeHtml;

/** Renders markdown. */
export function renderMarkdown(markdown: string): string {
  const renderer = new MarkdownIt({ html: true, linkify: true, breaks: true });
  renderer.renderer.rules["fence"] = (tokens, index) => {
    const token = tokens[index];
    const text = token?.content ?? "";
    const language = token?.info.trim();
    if (language === "diff") return renderDiff(text);
    const picture = language === "mermaid" ? renderGantt(text, escapeHtml) : undefined;
    return picture ?? `<pre><code>${escapeHtml(text)}</code></pre>\n`;
  };
  const text = renderer.renderer.rules["text"];
  renderer.renderer.rules["text"] = (...given) => {
    const plain = text?.(...given) ?? "";
    return plain.replaceAll(/\b([0-9a-f]{7})[0-9a-f]{33}\b/g, '<a href="#"><code>$1</code></a>');
  };
  return renderAlerts(renderer.render(markdown));
}

/** Renders a diff with GitHub's colours. */
export function renderDiff(text: string): string {
  const lines = text.replace(/\n$/, "").split("\n");
  return `<pre><code>${lines.map(colourLine).join("\n")}</code></pre>\n`;
}

function colourLine(line: string): string {
  const names: Readonly<Record<string, string>> = { "+": "add", "-": "delete", "!": "change", "#": "note" };
  const name = names[line[0] ?? ""];
  return name === undefined ? escapeHtml(line) : `<span class="diff-${name}">${escapeHtml(line)}</span>`;
}

function renderAlerts(html: string): string {
  return html.replaceAll(
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\s*/g,
    (_, kind: string) => {
      const title = kind[0] + kind.slice(1).toLowerCase();
      return `<blockquote class="alert alert-${kind.toLowerCase()}"><p class="alert-title">${alertIcons[kind] ?? ""} ${title}</p><p>`;
    },
  );
}
