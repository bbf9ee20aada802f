/**
 * Draws the Mermaid gantts of step summaries as bars of HTML: GitHub draws them, this page loads nothing that could. It
 * understands what deploy-wait writes and no more; anything else stays text.
 */

type Bar = { section: string; name: string; tone: string; from: number; to: number };

const line = /^(?<name>.+?) :(?<tone>done|crit|active), (?<from>\d+), (?<to>\d+)$/u;

/** The picture as HTML; undefined for what is no gantt. `escape` makes text fit for HTML. */
export function renderGantt(mermaid: string, escape: (text: string) => string): string | undefined {
  const lines = mermaid.split("\n").map((each) => each.trim());
  if (lines[0] !== "gantt") return undefined;
  const bars: Bar[] = [];
  let section = "";
  for (const each of lines) {
    if (each.startsWith("section ")) section = each.slice("section ".length);
    const { name, tone, from, to } = line.exec(each)?.groups ?? {};
    if (name !== undefined && tone !== undefined)
      bars.push({ section, name, tone, from: Number(from), to: Number(to) });
  }
  if (bars.length === 0) return undefined;
  const first = Math.min(...bars.map(({ from }) => from));
  const whole = Math.max(...bars.map(({ to }) => to)) - first;
  const percent = (ms: number): string => `${((100 * ms) / whole).toFixed(2)}%`;
  const rows = bars.map(({ name, tone, from, to }) => {
    const place = `margin-left: ${percent(from - first)}; width: ${percent(to - from)}`;
    return `<li><span>${escape(name)}</span><b><i class="bar-${tone}" style="${place}"></i></b></li>`;
  });
  return `<div class="gantt"><p>${escape(section)}</p><ul>${rows.join("")}</ul></div>\n`;
}
