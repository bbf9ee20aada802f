/**
 * The step's summary: what went wrong, the pull requests with their proof, and why everything else was not updated. What
 * does not fit GitHub's limit is left out by importance and counted.
 */
import { SUMMARY_LIMIT_BYTES, code, details, fit, measureBytes, table, type Piece } from "@handrail/github";
import type { Held } from "../decide/update.ts";
import type { PullRequestResult } from "../pulls/desired.ts";
import { heldLine, moveOf, whyOf } from "./held-pieces.ts";
import { heldReasons, heldWords } from "./held-words.ts";
import { fileLink, type TellContext } from "./place.ts";
import { messageOf, whereOf } from "./proof-pieces.ts";
import { effectOf, stateOf, summariseStory, type Story, type ToldProposal } from "./story.ts";
import { describeDependency } from "./title.ts";

/** What the rest of the step may add. */
const ROOM_FOR_OTHERS = 65_536;

/** How many updates of a group one row names. */
const MOST_NAMED = 5;

const signs = { updated: "⬆️", "up-to-date": "✅", failed: "❌" } as const;

/** Renders the summary within GitHub's limit. */
export function renderSummary(story: Story): string {
  const { context, result, held } = story;
  const pieces: Piece[] = [
    {
      importance: 1000,
      full: `### ${signs[result]} terraform-bump: ${summariseStory(story)}\n\n`,
      omitted: "headline",
    },
    ...failurePieces(story),
    ...brokenPieces(story),
    ...pullPieces(story),
    ...whyNotPieces(
      held.filter(({ isFailure }) => isFailure !== true),
      context,
    ),
    { importance: 1000, full: footer(context), omitted: "footer" },
  ];
  return `${fit(pieces, SUMMARY_LIMIT_BYTES - ROOM_FOR_OTHERS, measureBytes).text.trimEnd()}\n`;
}

/** What went wrong here. */
function failurePieces({ held, context }: Story): Piece[] {
  const failures = held.filter(({ isFailure }) => isFailure === true);
  const lines = failures.map((item) => `- ❌ ${heldLine(item, context)}\n`);
  return listPieces("What went wrong", lines, 950, "failure");
}

/** The roots that a bump breaks: nothing went wrong here. */
function brokenPieces({ told, context }: Story): Piece[] {
  const lines = told.flatMap((one) =>
    (one.proof?.roots ?? [])
      .filter(({ outcome }) => outcome === "fails")
      .map((root) => {
        return `- ❌ ${code(root.label)} fails with ${namesOf(one)}${whereOf(root, context)}: ${messageOf(root)}\n`;
      }),
  );
  return listPieces("What newer versions break", lines, 900, "root that fails");
}

function listPieces(title: string, lines: readonly string[], importance: number, omitted: string): Piece[] {
  if (lines.length === 0) return [];
  return [
    { importance: 1000, full: `#### ${title}\n\n`, omitted: "heading" },
    ...lines.map((full): Piece => ({ importance, full, omitted })),
    { importance: 1000, full: "\n", omitted: "line" },
  ];
}

function pullPieces({ told, closed, isDryRun }: Story): Piece[] {
  const rows = [
    ...told.map((one) => {
      const { sign, text } = effectOf(one);
      return [pullLink(one.pull), namesOf(one), stateOf(one, isDryRun), `${sign} ${text}`.trim()];
    }),
    ...closed.map((pull) => [pullLink(pull), code(pull.branch), pull.state, ""]),
  ];
  if (rows.length === 0) return [];
  const [head = "", line = "", ...lines] = table(["pull request", "brings", "state", "what it does"], rows).split("\n");
  return [
    { importance: 1000, full: `#### Pull requests\n\n${head}\n${line}\n`, omitted: "heading" },
    ...lines.map((row): Piece => ({ importance: 800, full: `${row}\n`, omitted: "pull request" })),
    { importance: 1000, full: "\n", omitted: "line" },
  ];
}

function pullLink(pull: PullRequestResult | undefined): string {
  const url = pull === undefined ? null : URL.parse(pull.url);
  if (pull === undefined || url === null || !/^https?:$/.test(url.protocol))
    return pull === undefined ? "" : `${pull.number}`;
  // `#12` is what GitHub makes of it anyway; escaped, so that it is a link to this one only.
  return `[&#35;${pull.number}](${url.href.replaceAll(/[()<>\s]/g, encodeURIComponent)})`;
}

function namesOf({ proposal }: ToldProposal): string {
  const names = proposal.updates
    .slice(0, MOST_NAMED)
    .map((update) => `${code(describeDependency(update))} ${code(update.to)}`);
  const more = proposal.updates.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Every non-update, by its reason. */
function whyNotPieces(held: readonly Held[], context: TellContext): Piece[] {
  if (held.length === 0) return [];
  return [
    { importance: 1000, full: "#### Why not\n\n", omitted: "heading" },
    ...heldReasons.flatMap((reason) =>
      groupPieces(
        heldWords[reason],
        held.filter((item) => item.reason === reason),
        context,
      ),
    ),
  ];
}

function groupPieces(words: string, items: readonly Held[], context: TellContext): Piece[] {
  if (items.length === 0) return [];
  const rows = items.map((item) => [
    `${code(item.dependency)}${moveOf(item)}`,
    item.file === undefined ? "" : fileLink(context, item.file, item.line),
    whyOf(item),
  ]);
  const [head = "", line = "", ...lines] = table(["dependency", "where", "why"], rows).split("\n");
  const [start = "", end = ""] = details(`${words} (${items.length})`, "\n", items.length <= 5).split("\n\n\n\n");
  return [
    { importance: 1000, full: `${start}\n\n${head}\n${line}\n`, omitted: "heading" },
    ...lines.map((row): Piece => ({ importance: 500, full: `${row}\n`, omitted: "held update" })),
    { importance: 1000, full: `${end}\n\n`, omitted: "line" },
  ];
}

function footer({ runUrl, baseBranch, sha }: TellContext): string {
  const run = runUrl === "" ? "" : `[run](${runUrl}) · `;
  return `<sub>${run}base ${code(baseBranch)} at ${code(sha.slice(0, 7))}</sub>\n`;
}
