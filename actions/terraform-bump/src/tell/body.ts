/**
 * The body of a pull request: what it does to the infrastructure first, then what moves, what to know, and how to use it.
 * What does not fit is left out by importance and counted. All text from outside goes through the markdown functions of
 * @handrail/github.
 */
import { COMMENT_LIMIT, code, fit, type Piece } from "@handrail/github";
import type { Held, Proposal, Update } from "../decide/update.ts";
import type { Proof } from "../prove/proof.ts";
import type { ReleaseNotes } from "./changelog.ts";
import { heldPieces, leftPieces } from "./held-pieces.ts";
import type { UpdateLinks } from "./links.ts";
import { movePieces } from "./move-pieces.ts";
import { linkPieces, notePieces } from "./note-pieces.ts";
import type { TellContext } from "./place.ts";
import { describeProof } from "./proof-line.ts";
import { lossPieces, rootPieces } from "./proof-pieces.ts";
import { riskPieces } from "./risk-pieces.ts";
import type { Risk } from "./risk.ts";
import { sentence } from "./sentence.ts";

/** Room for the marker that publishing puts in front, in characters. */
const MARKER_ROOM = 2_000;

/** What is known about one update besides what it changes. */
export type Background = { notes?: ReleaseNotes | undefined; links: UpdateLinks; risks: readonly Risk[] };

/** Everything that a body tells. */
export type BodyInput = {
  proposal: Proposal;
  /** Undefined when nothing was tried: then `whyNot` says why, in a sentence. */
  proof: Proof | undefined;
  whyNot?: string;
  /** What is held and concerns this pull request. */
  held: readonly Held[];
  /** Files that had to be left out because the token may not write workflows. */
  left: readonly string[];
  /** By updateKey. */
  background: ReadonlyMap<string, Background>;
  context: TellContext;
  /** Whether workflows start by themselves on what this token opens. */
  canRunWorkflows: "yes" | "after-approval";
};

/** Names an update in BodyInput.background. */
export function updateKey({ dependency: { kind, name }, from, to }: Update): string {
  return JSON.stringify([kind, name, from, to]);
}

/** Renders the body, with room for a marker in front of it. */
export function renderBody(input: BodyInput): string {
  const { proof, context, left, held, proposal } = input;
  const pieces: Piece[] = [
    { importance: 1000, full: `${headline(input)}\n\n`, omitted: "headline" },
    ...lossPieces(proof),
    ...leftPieces(left, context),
    ...rootPieces(proof, context),
    ...movePieces(proposal, left, context),
    ...section(
      "What to know",
      riskPieces(
        proposal.updates.map((update) => ({ update, risks: input.background.get(updateKey(update))?.risks ?? [] })),
        context,
      ),
    ),
    ...section(
      "More about it",
      proposal.updates.flatMap((update) => linksOf(update, input)),
    ),
    ...proposal.updates.flatMap((update) => notePieces(update, input.background.get(updateKey(update))?.notes)),
    ...heldPieces(held, context),
    { importance: 1000, full: usage(input), omitted: "usage" },
    { importance: 1000, full: footer(input), omitted: "footer" },
  ];
  return `${fit(pieces, COMMENT_LIMIT - MARKER_ROOM).text.trimEnd()}\n`;
}

function headline({ proof, whyNot, context }: BodyInput): string {
  const { sign, text } = describeProof(proof);
  return `${sign} **${text}.** ${explain(proof, whyNot, context)}`;
}

/** What the line stands on. */
function explain(proof: Proof | undefined, whyNot: string | undefined, context: TellContext): string {
  const roots = proof?.roots ?? [];
  if (proof === undefined) {
    return sentence(whyNot ?? "Nothing was planned or validated: the input verify says none.");
  }
  if (roots.length === 0) return "What it changes belongs to no root module, so there is nothing to plan.";
  if (roots.every(({ how, outcome }) => how === "none" || outcome === "unverified")) {
    return "No root module could be tried; why, stands below.";
  }
  const isPlanned = roots.some(({ how }) => how === "plan");
  const [verb, compared] = isPlanned ? ["Planned", "the plans are compared"] : ["Validated", "nothing was planned"];
  return `${verb} without and with this bump on ${code(context.baseBranch)} at ${code(context.sha.slice(0, 7))}; ${compared}.`;
}

/** A heading before pieces, and a line after them; nothing without pieces. */
function section(title: string, pieces: Piece[]): Piece[] {
  if (pieces.length === 0) return [];
  const heading: Piece = { importance: 1000, full: `#### ${title}\n\n`, omitted: "heading" };
  return [heading, ...pieces, { importance: 1000, full: "\n", omitted: "line" }];
}

function linksOf(update: Update, { background, proposal }: BodyInput): Piece[] {
  const links = background.get(updateKey(update))?.links;
  return links === undefined ? [] : linkPieces(update, links, proposal.updates.length > 1);
}

function usage({ canRunWorkflows, proposal }: BodyInput): string {
  const what = proposal.updates.length === 1 ? "this version" : "these versions";
  const lines = [
    `- **Merge** it to take ${what}. **Close** it to skip ${what}: only a newer one opens another.`,
    "- **Commit** to its branch when something has to be adapted. Until somebody else does, the branch is kept up to date; afterwards nobody overwrites it.",
  ];
  if (canRunWorkflows === "after-approval") {
    lines.push(
      "- **Approve** its workflows with the button below: GitHub waits for that click because `github.token` opened it. With the token of a GitHub App they start by themselves.",
    );
  }
  return `#### How to use it\n\n${lines.join("\n")}\n\n`;
}

function footer({ context, proposal }: BodyInput): string {
  const { runUrl, baseBranch, sha } = context;
  const parts = [
    runUrl === "" ? "" : `[run](${runUrl})`,
    `base ${code(baseBranch)} at ${code(sha.slice(0, 7))}`,
    `key ${code(proposal.key)}`,
  ];
  return `<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>\n`;
}
