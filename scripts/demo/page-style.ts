/**
 * How the demo's page looks and what its buttons do. Nothing is loaded from anywhere.
 */

/** GitHub's look around the comments, light and dark. */
export const pageStyle = `
html { --page: #ffffff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --bar: #f6f8fa; --add: #dafbe1; --add-ink: #116329; --delete: #ffebe9; --delete-ink: #82071e; --change-ink: #953800; --alert: #cf222e; --info: #8250df; --good: #1a7f37; --link: #0969da; }
html[data-theme="dark"] { --page: #0d1117; --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --bar: #151b23; --add: #033a16; --add-ink: #aff5b4; --delete: #67060c; --delete-ink: #ffdcd7; --change-ink: #ffa657; --alert: #f85149; --info: #ab7df8; --good: #3fb950; --link: #4493f8; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 10px 24px; background: var(--bar); border-bottom: 1px solid var(--line); }
.repository { font-weight: 600; }
.tabs { flex: 1; display: flex; gap: 4px; }
button { font: inherit; color: var(--soft); background: none; border: 1px solid transparent; border-radius: 6px; padding: 2px 10px; cursor: pointer; }
button:hover { color: var(--ink); }
#theme { border-color: var(--line); }
button.chosen { color: var(--ink); background: var(--page); border-color: var(--line); font-weight: 600; }
main { max-width: 920px; margin: 0 auto; padding: 24px; }
html[data-chapter] .chapter { display: none; }
html[data-chapter="1"] .chapter[data-chapter="1"], html[data-chapter="2"] .chapter[data-chapter="2"], html[data-chapter="3"] .chapter[data-chapter="3"], html[data-chapter="4"] .chapter[data-chapter="4"], html[data-chapter="5"] .chapter[data-chapter="5"], html[data-chapter="6"] .chapter[data-chapter="6"] { display: block; }
.thread + .thread { margin-top: 40px; padding-top: 24px; border-top: 1px solid var(--line); }
.point { margin: 0 0 8px; color: var(--info); font-weight: 600; }
h1 { font-size: 28px; font-weight: 400; margin: 0; line-height: 1.3; }
.number, .state { color: var(--soft); font-weight: 300; }
.state { margin: 8px 0 0; }
.open, .merged, .closed { display: inline-block; padding: 3px 12px; border-radius: 2em; background: #1f883d; color: #ffffff; font-weight: 500; }
.merged { background: #8250df; }
.closed { background: #cf222e; }
code { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.state code, .happenings code { padding: 2px 6px; border-radius: 6px; background: var(--bar); }
.comment { margin: 16px 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.comment > header { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; padding: 6px 16px; background: var(--bar); border-bottom: 1px solid var(--line); color: var(--soft); }
.comment > header strong { color: var(--ink); }
.moments { margin-left: auto; display: flex; flex-wrap: wrap; gap: 2px; }
.moments button { font-size: 12px; }
.badge { border: 1px solid var(--line); border-radius: 2em; padding: 0 6px; font-size: 12px; }
html[data-theme] .markdown-body { padding: 16px; font-size: 14px; background: none; }
.version:not(.chosen) { display: none; }
html[data-theme] .markdown-body details { margin-bottom: 8px; }
html[data-theme] .markdown-body pre span { display: inline-block; min-width: 100%; }
.diff-add { background: var(--add); color: var(--add-ink); }
.diff-delete { background: var(--delete); color: var(--delete-ink); }
.diff-change { color: var(--change-ink); }
.diff-note { color: var(--soft); }
html[data-theme] .markdown-body blockquote.alert { color: inherit; border-left-color: var(--info); }
html[data-theme] .markdown-body blockquote.alert-caution { border-left-color: var(--alert); }
.alert-title { font-weight: 600; color: var(--info); }
.alert-caution .alert-title { color: var(--alert); }
html[data-theme] .gantt { margin-bottom: 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; }
html[data-theme] .gantt p { margin: 0 0 4px; font-weight: 600; }
html[data-theme] .gantt ul { list-style: none; margin: 0; padding: 0; }
html[data-theme] .gantt li { display: flex; gap: 12px; align-items: center; margin: 0; }
.gantt span { flex: 0 0 220px; color: var(--soft); }
.gantt b { flex: 1; }
.gantt i { display: block; height: 12px; min-width: 3px; border-radius: 3px; background: var(--good); }
.gantt .bar-crit { background: var(--alert); }
.happenings { list-style: none; margin: 0 0 0 16px; padding: 0; border-left: 2px solid var(--line); }
.happenings li { position: relative; padding: 6px 0 6px 24px; color: var(--soft); }
.happenings strong { color: var(--ink); }
.happenings i { position: absolute; left: -12px; width: 22px; height: 22px; border-radius: 50%; text-align: center; font-style: normal; background: var(--bar); box-shadow: 0 0 0 2px var(--page); }
.happenings .good i { background: var(--good); color: var(--page); }
.happenings .bad i { background: var(--alert); color: var(--page); }
.happenings .merge i { background: #8250df; color: #ffffff; }
html[data-theme] .happenings .markdown-body { padding: 8px 0 0; }
html[data-theme] .happenings pre { margin: 0; padding: 8px 12px; }
html[data-picture] .cut { max-height: 640px; -webkit-mask-image: linear-gradient(#000 85%, transparent); mask-image: linear-gradient(#000 85%, transparent); }
html[data-picture] { scrollbar-width: none; }
html[data-picture] .cut { border-bottom: none; border-radius: 6px 6px 0 0; }
`;

/**
 * Tabs and themes; `?chapter=2&version=0&theme=dark` chooses. Without scripts all chapters are below one another. With
 * `?picture` a chapter reads from above to below: the comment as it was reviewed, what happened, what became of it.
 */
export const pageScript = `
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
root.dataset.theme = asked.get("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
document.getElementById("theme").onclick = () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; };
const choose = (all, chosen) => { for (const each of all) each.classList.toggle("chosen", each === chosen); };
const tabs = [...document.querySelectorAll("[data-opens]")];
const open = (tab) => { root.dataset.chapter = tab.dataset.opens; choose(tabs, tab); scrollTo(0, 0); };
for (const tab of tabs) tab.onclick = () => open(tab);
open(tabs.find((tab) => tab.dataset.opens === asked.get("chapter")) ?? tabs[0]);
for (const comment of document.querySelectorAll(".comment")) {
  const moments = [...comment.querySelectorAll("[data-shows]")];
  const bodies = [...comment.querySelectorAll("[data-version]")];
  for (const [index, moment] of moments.entries()) {
    moment.onclick = () => { choose(moments, moment); choose(bodies, bodies[index]); };
    if (String(index) === asked.get("version")) moment.onclick();
  }
  if (asked.has("picture") && moments.length > 1) {
    const record = comment.cloneNode(true);
    comment.parentElement.append(record);
    choose(record.querySelectorAll("[data-shows]"), [...record.querySelectorAll("[data-shows]")].at(-1));
    choose(record.querySelectorAll("[data-version]"), [...record.querySelectorAll("[data-version]")].at(-1));
    moments[0].onclick();
    comment.classList.add("cut");
    root.dataset.picture = "";
  }
}
`;
