/** The step summary: the verdict, why, the picture of the stages, and where to read on. Pure. */
import { code, details, escapeMarkdown, fence, table } from "@handrail/github";
import { formatDuration } from "@handrail/runner";
import { isGood } from "../wait/verdict.ts";
import type { Link } from "../wait/verdict.ts";
import { renderGantt } from "./gantt.ts";
import { cutLine } from "../line.ts";
import { reasonOf, remedyOf, resultOfStory } from "./story.ts";
import type { ItemStory, Story } from "./story.ts";
import { words } from "./words.ts";

const MOST_ROWS = 100;

/** The summary as markdown. */
export function renderSummary(story: Story): string {
  const result = resultOfStory(story);
  const bad = story.items.filter(({ verdict }) => !isGood(verdict.result));
  const pieces = [
    `## ${words[result].sign} ${titleOf(story)}`,
    // Where causes are listed the reason would only say them again.
    bad.length === 1 && story.items.length === 1 ? "" : escapeMarkdown(reasonOf(story)),
    isGood(result) ? "" : `**What to do:** ${renderRemedy(remedyOf(story))}`,
    story.items.length > 1 || bad.length === 0 ? renderItems(story.items) : "",
    renderGantt(
      story.items.map(({ course, verdict }) => ({
        name: course.item.label,
        stages: course.stages,
        result: verdict.result,
      })),
      story.beganAt,
    ),
    ...bad.slice(0, 10).map(renderCauses),
    story.aftermath?.markdown ?? "",
    renderNotes(story),
    renderLinks(story.items.flatMap(({ diagnosis }) => diagnosis.links ?? [])),
  ];
  return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}

/** Our own words stay as they are; a remedy that quotes others does not. */
function renderRemedy(text: string): string {
  return Object.values(words).some(({ remedy }) => remedy === text) ? text : escapeMarkdown(text);
}

function titleOf(story: Story): string {
  const [first] = story.items;
  const what =
    story.items.length === 1 && first !== undefined ? first.course.item.label : `${story.items.length} deployments`;
  return `${escapeMarkdown(what)} ${words[resultOfStory(story)].did} (${formatDuration(story.durationMs)})`;
}

function renderItems(items: readonly ItemStory[]): string {
  const sorted = items.toSorted((a, b) => Number(isGood(a.verdict.result)) - Number(isGood(b.verdict.result)));
  const rows = sorted.slice(0, MOST_ROWS).map(({ course, verdict, diagnosis }) => {
    const facts = Object.entries({ ...diagnosis.facts, ...course.facts, ...diagnosis.facts }).map(
      ([name, value]) => `${name} ${code(String(value))}`,
    );
    return [
      `${words[verdict.result].sign} ${code(course.item.label)}`,
      verdict.result,
      formatDuration(course.endedMs ?? 0),
      escapeMarkdown(cutLine(course.progress, 160)),
      facts.slice(0, 6).join("<br>"),
    ];
  });
  const rest = sorted.length > MOST_ROWS ? `\n\n${sorted.length - MOST_ROWS} more are left out here.` : "";
  return `${table(["what", "result", "after", "where it stood", "facts"], rows)}${rest}`;
}

function renderCauses({ course, verdict, diagnosis }: ItemStory): string {
  const causes = [verdict.cause, ...diagnosis.causes].filter((cause) => cause !== "");
  const listed = causes.slice(0, 12).map((cause) => `- ${code(cutLine(cause, 500))}`);
  const log = diagnosis.logLines ?? [];
  const lines =
    log.length === 0
      ? ""
      : `\n\n${details(log.length === 1 ? "The last line of the log" : `The last ${log.length} lines of the log`, fence(log.join("\n")))}`;
  return `**Why ${code(course.item.label)} ${words[verdict.result].did}**\n\n${listed.join("\n")}${lines}`;
}

function renderNotes({ notes, items }: Story): string {
  const warnings = items.flatMap(({ course, diagnosis }) => [
    ...course.warnings,
    ...(diagnosis.missingPermissions ?? []).map(
      (name) => `${name} is not allowed: the cause may be told in less detail`,
    ),
  ]);
  const all = [...new Set([...notes, ...warnings])];
  if (all.length === 0) return "";
  return ["**Notes**", "", ...all.slice(0, 30).map((note) => `- ${escapeMarkdown(cutLine(note, 500))}`)].join("\n");
}

function renderLinks(links: readonly Link[]): string {
  const seen = new Map(links.map((link) => [link.url, link]));
  const listed = [...seen.values()].flatMap(({ title, url }) => {
    const parsed = URL.parse(url);
    if (parsed === null || (parsed.protocol !== "https:" && parsed.protocol !== "http:")) return [];
    return [`- [${escapeMarkdown(title)}](<${parsed.href.replaceAll(/[<>]/g, encodeURIComponent)}>)`];
  });
  return listed.slice(0, 20).join("\n");
}
