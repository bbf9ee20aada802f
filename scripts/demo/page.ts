/**
 * Renders the demo's pull request page: the comment as GitHub would show it, with GitHub's own stylesheet, in light and
 * dark. Pure: markdown and CSS in, one HTML file out that needs nothing else.
 */
import MarkdownIt from "markdown-it";

/** What the page shows. `comment` and `summary` are markdown as the action wrote them. */
export type PullRequestPage = {
  repository: string;
  number: number;
  title: string;
  description: string;
  author: string;
  branch: string;
  base: string;
  commit: string;
  comments: { author: string; body: string }[];
};

const alertIcons: Readonly<Record<string, string>> = {
  NOTE: "ℹ️",
  TIP: "💡",
  IMPORTANT: "💬",
  WARNING: "⚠️",
  CAUTION: "🛑",
};

/** Renders one comment's markdown to HTML as GitHub does: tables, alerts, coloured diffs, folded details. */
export function renderMarkdown(markdown: string): string {
  const renderer = new MarkdownIt({ html: true, linkify: true, breaks: true });
  renderer.renderer.rules["fence"] = (tokens, index) => {
    const token = tokens[index];
    const text = token?.content ?? "";
    const escape = renderer.utils.escapeHtml;
    if (token?.info.trim() !== "diff") return `<pre><code>${escape(text)}</code></pre>\n`;
    const lines = text.replace(/\n$/, "").split("\n");
    return `<pre><code>${lines.map((line) => colourLine(line, escape(line))).join("\n")}</code></pre>\n`;
  };
  return renderAlerts(renderer.render(markdown));
}

function colourLine(line: string, escaped: string): string {
  const names: Readonly<Record<string, string>> = { "+": "add", "-": "delete", "!": "change", "#": "note" };
  const name = names[line[0] ?? ""];
  return name === undefined ? escaped : `<span class="diff-${name}">${escaped}</span>`;
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

/** Renders the whole page. `styles` is GitHub's markdown stylesheet for light and for dark. */
export function renderPage(page: PullRequestPage, styles: { light: string; dark: string }): string {
  const { escapeHtml } = new MarkdownIt().utils;
  const comments = page.comments.map(
    ({ author, body }) => `
      <article class="comment">
        <header><strong>${escapeHtml(author)}</strong>${author.endsWith("[bot]") ? ' <span class="badge">bot</span>' : ""} commented</header>
        <div class="markdown-body">${renderMarkdown(body)}</div>
      </article>`,
  );
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · Pull request #${page.number} · ${escapeHtml(page.repository)}</title>
<style>
html[data-theme="light"] { ${styles.light} }
html[data-theme="dark"] { ${styles.dark} }
${pageStyle}
</style>
</head>
<body>
<nav><span>${escapeHtml(page.repository)}</span><button type="button" id="theme">light / dark</button></nav>
<main>
  <h1>${escapeHtml(page.title)} <span class="number">#${page.number}</span></h1>
  <p class="state"><span class="open">Open</span> <strong>${escapeHtml(page.author)}</strong> wants to merge
    <code>${escapeHtml(page.commit.slice(0, 7))}</code> into <code>${escapeHtml(page.base)}</code> from <code>${escapeHtml(page.branch)}</code></p>
  <article class="comment">
    <header><strong>${escapeHtml(page.author)}</strong> commented</header>
    <div class="markdown-body">${renderMarkdown(page.description)}</div>
  </article>${comments.join("")}
</main>
<script>
const root = document.documentElement;
const asked = new URLSearchParams(location.search).get("theme");
root.dataset.theme = asked ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
document.getElementById("theme").onclick = () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; };
</script>
</body>
</html>
`;
}

const pageStyle = `
html { --page: #ffffff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --bar: #f6f8fa; --add: #dafbe1; --add-ink: #116329; --delete: #ffebe9; --delete-ink: #82071e; --change-ink: #953800; --alert: #cf222e; --info: #8250df; }
html[data-theme="dark"] { --page: #0d1117; --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --bar: #151b23; --add: #033a16; --add-ink: #aff5b4; --delete: #67060c; --delete-ink: #ffdcd7; --change-ink: #ffa657; --alert: #f85149; --info: #ab7df8; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
nav { display: flex; justify-content: space-between; padding: 12px 24px; background: var(--bar); border-bottom: 1px solid var(--line); font-weight: 600; }
nav button { font: inherit; font-weight: 400; color: var(--soft); background: none; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
main { max-width: 920px; margin: 0 auto; padding: 24px; }
h1 { font-size: 28px; font-weight: 400; margin: 0; }
.number, .state { color: var(--soft); font-weight: 300; }
.open { display: inline-block; padding: 3px 12px; border-radius: 2em; background: #1f883d; color: #ffffff; font-weight: 500; }
.state code { padding: 2px 6px; border-radius: 6px; background: var(--bar); font-size: 12px; }
.comment { margin: 16px 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.comment > header { padding: 8px 16px; background: var(--bar); border-bottom: 1px solid var(--line); color: var(--soft); }
.comment > header strong { color: var(--ink); }
.badge { border: 1px solid var(--line); border-radius: 2em; padding: 0 6px; font-size: 12px; }
.markdown-body { padding: 16px; font-size: 14px; }
.markdown-body details { margin-bottom: 8px; }
.markdown-body pre span { display: inline-block; min-width: 100%; }
.diff-add { background: var(--add); color: var(--add-ink); }
.diff-delete { background: var(--delete); color: var(--delete-ink); }
.diff-change { color: var(--change-ink); }
.diff-note { color: var(--soft); }
.markdown-body blockquote.alert { color: inherit; border-left-color: var(--info); }
.markdown-body blockquote.alert-caution { border-left-color: var(--alert); }
.alert-title { font-weight: 600; color: var(--info); }
.alert-caution .alert-title { color: var(--alert); }
`;
