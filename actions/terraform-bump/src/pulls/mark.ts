/**
 * The marks by which a pull request and a commit of ours are known again: a marker at the start of the body, trailers at
 * the end of the message. They identify and prove nothing: who wrote them is asked elsewhere. Pure.
 */
import { parseMarker, renderMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import { nameOf } from "./content.ts";
import type { Content } from "./content.ts";

/** What the marker of a pull request says. */
export type Mark = {
  /** As nameOf has it. */
  key: string;
  content: Content;
  /** The commit that we left the branch at. */
  head: string;
  /** Workflow files had to be left out. */
  isPartial: boolean;
  /** It was closed by us. */
  isClosed: boolean;
  /** Its text tells less than a whole proof: a later run may know more. */
  isUnproven?: boolean;
};

/** What the trailers of a commit of ours say; `content` is wordOf what it holds. */
export type Trailers = { key: string; content: string };

const ACTION = "terraform-bump";
const KEY = "Handrail-Bump";
const CONTENT = "Handrail-Content";

/** The body of a pull request: the marker, then the text. */
export function markBody(mark: Mark, text: string): string {
  const { key, content, head, isPartial, isClosed, isUnproven = false } = mark;
  const flags = { partial: isPartial, closed: isClosed, unproven: isUnproven };
  const data = { ...content, head, ...Object.fromEntries(Object.entries(flags).filter(([, isSet]) => isSet)) };
  return `${renderMarker({ action: ACTION, key, data })}\n${text}`;
}

/** The marker at the start of a body; undefined when there is none that says everything. */
export function readMark(body: string): Mark | undefined {
  const marker = ours(body);
  if (marker === undefined) return undefined;
  const text = (name: string): string => {
    const value = Object.hasOwn(marker.data, name) ? marker.data[name] : undefined;
    return typeof value === "string" ? value : "";
  };
  const mark: Mark = {
    key: marker.key,
    content: { target: text("target"), ground: text("ground"), files: text("files") },
    head: text("head"),
    isPartial: marker.data["partial"] === true,
    isClosed: marker.data["closed"] === true,
    ...(marker.data["unproven"] === true ? { isUnproven: true } : {}),
  };
  const isWhole = mark.key !== "" && mark.head !== "" && Object.values(mark.content).every((each) => each !== "");
  return isWhole ? mark : undefined;
}

/** The body without the marker. */
export function textOf(body: string): string {
  return ours(body) === undefined ? body : body.slice(body.indexOf("-->") + 3).replace(/^\r?\n/, "");
}

function ours(body: string): Marker | undefined {
  const marker = parseMarker(body);
  return marker?.action === ACTION ? marker : undefined;
}

/** A commit's message with our trailers. */
export function signMessage(message: string, { key, content }: Trailers): string {
  return `${message.trimEnd()}\n\n${KEY}: ${nameOf(key)}\n${CONTENT}: ${content}\n`;
}

/** The trailers in the last paragraph of a message; undefined when they are not ours. */
export function readTrailers(message: string): Trailers | undefined {
  const last = message.replaceAll("\r\n", "\n").trimEnd().split("\n\n").at(-1) ?? "";
  const lines = new Map<string, string>();
  for (const line of last.split("\n")) {
    const at = line.indexOf(": ");
    if (at > 0) lines.set(line.slice(0, at), line.slice(at + 2).trim());
  }
  const [key = "", content = ""] = [lines.get(KEY), lines.get(CONTENT)];
  return key === "" ? undefined : { key, content };
}
