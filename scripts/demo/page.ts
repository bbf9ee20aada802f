/**
 * Renders the demo's page: each pull request with its timeline, and the one comment as it was at every moment, or the step
 * summary, where there is one. One HTML file that needs nothing else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { escapeHtml, renderDiff, renderMarkdown } from "./markdown.ts";
import { pageScript, pageStyle } from "./page-style.ts";
import type { Happening, Thread } from "./pull-request.ts";
import type { Stage } from "./stage.ts";

/** What a chapter is called, its point, and which version of the comment is open at first, where there are so many. */
type Chapter = { name: string; point: string; opens: number; threads: readonly Thread[] };

const headings = [
  { name: "Reviewed, applied", point: "What was reviewed is what applies, in one click." },
  { name: "Sneaked in", point: "What sneaks in after the review starts nothing." },
  { name: "Half-way", point: "An apply that failed half-way goes on, without a new pull request." },
  { name: "Bumped", point: "A newer version comes with what it does to the infrastructure." },
  { name: "Rolled back", point: "A rollout that is rolled back is red at once, and says why." },
  { name: "Taken back", point: "A deployment is taken back, its migrations too, by anyone on the team." },
];

/** Writes demo/index.html, with the pull requests of each chapter. */
export function writePage({ github }: Stage, told: readonly (readonly Thread[])[]): { file: string; html: string } {
  const css = (name: string): string =>
    readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/${name}.css`), "utf8");
  const chapters = told.map((threads, index) => ({ name: "", point: "", opens: 1, ...headings[index], threads }));
  const { owner, repo } = github.repository;
  const html = renderPage(`${owner}/${repo}`, chapters, {
    light: css("github-markdown-light"),
    dark: css("github-markdown-dark"),
  }).replaceAll(github.url, "https://github.com");
  const file = join(import.meta.dirname, "../../demo/index.html");
  writeFileSync(file, html);
  return { file, html };
}

function renderPage(repository: string, chapters: readonly Chapter[], styles: { light: string; dark: string }): string {
  const tabs = chapters.map(
    ({ name }, index) =>
      `<button type="button" data-opens="${index + 1}"><b>${index + 1}</b> ${escapeHtml(name)}</button>`,
  );
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Handrail: pull requests of ${escapeHtml(repository)}</title>
<style>
html[data-theme="light"] { ${styles.light} }
html[data-theme="dark"] { ${styles.dark} }
${pageStyle}
</style>
</head>
<body>
<nav><span class="repository">${escapeHtml(repository)}</span><span class="tabs">${tabs.join("")}</span><button type="button" id="theme">light / dark</button></nav>
<main>${chapters.map(renderChapter).join("")}
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}

function renderChapter({ point, opens, threads }: Chapter, index: number): string {
  return `
<section class="chapter" data-chapter="${index + 1}">
  <p class="point">${escapeHtml(point)}</p>
  ${threads.map((thread) => renderThread(thread, opens)).join("")}
</section>`;
}

function renderThread(thread: Thread, opens: number): string {
  const { number, title, description, author, branch, happenings } = thread;
  return `<div class="thread">
  <h1>${escapeHtml(title)} <span class="number">#${number}</span></h1>
  <p class="state">${renderState(thread)} <code>${escapeHtml(branch)}</code> into <code>main</code></p>
  <article class="comment">
    <header>${renderAuthor(author)} commented</header>
    <div class="markdown-body">${renderMarkdown(description)}</div>
  </article>
  ${renderComment(thread, opens)}
  <ul class="happenings">${happenings.map(renderHappening).join("")}</ul>
</div>`;
}

function renderState({ author, mergedBy, closedBy }: Thread): string {
  const strong = (who: string): string => `<strong>${escapeHtml(who)}</strong>`;
  if (mergedBy !== undefined) return `<span class="merged">Merged</span> ${strong(mergedBy)} merged`;
  if (closedBy === undefined) return `<span class="open">Open</span> ${strong(author)} wants to merge`;
  return `<span class="closed">Closed</span> ${renderAuthor(author)} wanted to merge`;
}

function renderAuthor(login: string): string {
  const name = login.replace(/\[bot\]$/, "");
  return `<strong>${escapeHtml(name)}</strong>${name === login ? "" : ' <span class="badge">bot</span>'}`;
}

/** The one comment, with a tab for each moment; or the summary of a step, which no comment repeats. */
function renderComment({ versions, isSummary = false }: Thread, latest: number): string {
  const [first] = versions;
  if (first === undefined) return "";
  const opens = Math.min(latest, versions.length - 1);
  const tabs = versions.map(
    ({ when }, index) =>
      `<button type="button" data-shows="${index}"${index === opens ? ' class="chosen"' : ""}>${escapeHtml(when)}</button>`,
  );
  const bodies = versions.map(
    ({ body }, index) =>
      `<div class="markdown-body version${index === opens ? " chosen" : ""}" data-version="${index}">${renderMarkdown(body)}</div>`,
  );
  const edited = versions.length > 1 ? " · edited" : "";
  const authors = [...new Set(versions.map(({ author }) => author))].map(renderAuthor);
  const said = isSummary
    ? `Step summary of ${authors.join(" and ")}`
    : `${renderAuthor(first.author)} commented${edited}`;
  return `<article class="comment">
    <header>${said}<span class="moments">${tabs.join("")}</span></header>
    ${bodies.join("\n    ")}
  </article>`;
}

const marks = { good: "✓", bad: "✕", merge: "⇝", plain: "•" };

function renderHappening({ who, what, code, diff, tone = "plain" }: Happening): string {
  const commit = code === undefined ? "" : ` <code>${escapeHtml(code)}</code>`;
  const shown = diff === undefined ? "" : `<div class="markdown-body">${renderDiff(diff)}</div>`;
  return `<li class="${tone}"><i>${marks[tone]}</i><strong>${escapeHtml(who)}</strong> ${escapeHtml(what)}${commit}${shown}</li>`;
}
