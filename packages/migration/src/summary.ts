/** The step summary of a run or a rollback: the verdict, why, what to do, and what was done to each migration. Pure. */
import { code, details, escapeMarkdown, fence, table } from "@handrail/github";
import { formatDuration } from "@handrail/runner";

/** What became of a migration. */
export type Fate = "applied" | "reverted" | "half" | "not-done" | "planned";

/** What is told. Texts are from anywhere; they are escaped here. */
export type Story = {
  /** Whether the step succeeds. */
  isGood: boolean;
  /** The title after its sign: `Migration: applied 2 migrations`. */
  title: string;
  /** Why, in one line; "" when the title says it. */
  reason: string;
  /** "" when nothing is to be done. */
  remedy: string;
  rows: readonly { id: string; fate: Fate; remark: string }[];
  /** Name and value, in order; values that are "" are left out. */
  facts: readonly (readonly [name: string, value: string])[];
  /** How the schema differs, in words. */
  differences: readonly string[];
  /** The newest of what the last command printed; only shown when it failed. */
  output: string;
  notes: readonly string[];
};

/** Text from anywhere; fingerprints in it can be copied. */
function prose(text: string): string {
  return text
    .split(/(\b[0-9a-f]{12,64}\b)/)
    .map((part, at) => (at % 2 === 1 ? code(part) : escapeMarkdown(part)))
    .join("");
}

const signs: Readonly<Record<Fate, string>> = {
  applied: "✅ applied",
  reverted: "↩️ reverted",
  half: "⚠️ done by half",
  "not-done": "⏸️ not done",
  planned: "▶️ to be done",
};

const MOST_ROWS = 200;
const MOST_LINES = 40;
const MOST_DIFFERENCES = 60;

/**
 * Renders it.
 * @param redact hides what is secret, before the texts are escaped: afterwards nobody would find it
 */
export function renderStory(given: Story, redact: (text: string) => string): string {
  const story = redactStory(given, redact);
  const pieces = [
    `## ${story.isGood ? "✅" : "❌"} ${escapeMarkdown(story.title)}`,
    prose(story.reason),
    story.remedy === "" ? "" : `**What to do:** ${prose(story.remedy)}`,
    renderRows(story.rows),
    renderDifferences(story.differences),
    renderFacts(story.facts),
    story.isGood ? "" : renderOutput(story.output),
    story.notes.map((note) => `- ${prose(note)}`).join("\n"),
  ];
  return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}

function redactStory(story: Story, redact: (text: string) => string): Story {
  return {
    isGood: story.isGood,
    title: redact(story.title),
    reason: redact(story.reason),
    remedy: redact(story.remedy),
    rows: story.rows.map(({ id, fate, remark }) => ({ id: redact(id), fate, remark: redact(remark) })),
    facts: story.facts.map(([name, value]) => [name, redact(value)]),
    differences: story.differences.map(redact),
    output: redact(story.output),
    notes: story.notes.map(redact),
  };
}

function renderRows(rows: Story["rows"]): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, MOST_ROWS).map(({ id, fate, remark }) => [code(id), signs[fate], escapeMarkdown(remark)]);
  const more = rows.length > MOST_ROWS ? `\n\nand ${rows.length - MOST_ROWS} more` : "";
  const hasRemarks = rows.some(({ remark }) => remark !== "");
  const head = ["migration", "", "remark"];
  const width = hasRemarks ? 3 : 2;
  return `${table(
    head.slice(0, width),
    shown.map((row) => row.slice(0, width)),
  )}${more}`;
}

function renderDifferences(differences: readonly string[]): string {
  if (differences.length === 0) return "";
  const shown = differences.slice(0, MOST_DIFFERENCES).map((each) => `- ${escapeMarkdown(each)}`);
  const more = differences.length > MOST_DIFFERENCES ? [`- and ${differences.length - MOST_DIFFERENCES} more`] : [];
  return `How the schema differs from before:\n\n${[...shown, ...more].join("\n")}`;
}

function renderFacts(facts: Story["facts"]): string {
  const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => [escapeMarkdown(name), code(value)]);
  return rows.length === 0 ? "" : table(["", ""], rows);
}

function renderOutput(output: string): string {
  const lines = output.trimEnd().split(/\r?\n/);
  if (lines.length === 1 && lines[0] === "") return "";
  return details("What the last command printed", fence(lines.slice(-MOST_LINES).join("\n")));
}

/** The first digits of a fingerprint: enough to compare by eye, and what accept-schema takes. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 16);
}

/** The facts that every story has. */
export function commonFacts(given: {
  tool: string;
  place: string;
  before: { version: string; fingerprint: string };
  after?: { version: string; fingerprint: string } | undefined;
  recordId?: number | undefined;
  durationMs: number;
}): Story["facts"] {
  const { before, after } = given;
  const arrow = (from: string, to: string | undefined): string =>
    to === undefined || to === from ? from : `${from} → ${to}`;
  return [
    ["tool", given.tool],
    ["database", given.place],
    ["version", arrow(before.version || "none", after === undefined ? undefined : after.version || "none")],
    [
      "schema",
      arrow(
        shortFingerprint(before.fingerprint),
        after === undefined ? undefined : shortFingerprint(after.fingerprint),
      ),
    ],
    ["record", given.recordId === undefined ? "" : `deployment ${given.recordId}`],
    ["took", formatDuration(Math.max(1000, given.durationMs))],
  ];
}
