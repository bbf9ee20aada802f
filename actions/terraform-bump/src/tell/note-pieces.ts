/**
 * Release notes and links, as pieces of the body.
 */
import { code, codeHtml, details, fence, type Piece } from "@handrail/github";
import type { Update } from "../decide/update.ts";
import type { ReleaseNotes } from "./changelog.ts";
import type { UpdateLinks } from "./links.ts";
import { plural } from "./proof-line.ts";
import { shorten } from "./plain-text.ts";
import type { Link } from "./web-address.ts";

/** A line of links; none when there is none. @param isNamed says which dependency it is about, where there are several */
export function linkPieces(update: Update, { pages, guides }: UpdateLinks, isNamed: boolean): Piece[] {
  const parts = pages.map(renderLink);
  if (guides.length > 0)
    parts.push(`Upgrade ${guides.length === 1 ? "guide" : "guides"} ${guides.map(renderLink).join(", ")}`);
  if (parts.length === 0) return [];
  const name = isNamed ? `${code(update.dependency.name)}: ` : "";
  return [
    { importance: guides.length > 0 ? 700 : 620, full: `- ${name}${parts.join(" · ")}\n`, omitted: "line of links" },
  ];
}

function renderLink({ text, url }: Link): string {
  return `[${text}](${url})`;
}

/** The notes between two versions, folded, in a fence that nothing in them can close. */
export function notePieces(update: Update, notes: ReleaseNotes | undefined): Piece[] {
  if (notes === undefined || notes.releases.length === 0) return [];
  const text = notes.releases.map(({ version, publishedAt, text }) => {
    return `${version}${publishedAt === "" ? "" : ` (${publishedAt})`}\n\n${text === "" ? "No notes." : text}`;
  });
  const cut = notes.isCut ? ["the last one is cut"] : [];
  const more = notes.more > 0 ? [`${plural(notes.more, "older release")} left out`] : [];
  const missing = [...cut, ...more].join(", ");
  const rest = missing === "" ? "" : `\n\n[All of it](${notes.url}): ${missing}.`;
  const title = `Release notes of ${codeHtml(shorten(update.dependency.name, 100))} ${codeHtml(update.from)} to ${codeHtml(update.to)}`;
  return [
    { importance: 420, full: `${details(title, fence(text.join("\n\n\n")) + rest)}\n\n`, omitted: "release notes" },
  ];
}
