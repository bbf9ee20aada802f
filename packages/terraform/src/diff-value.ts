/**
 * Writes values and changes of values, whatever their type; the parts for strings, lists and objects are files of their
 * own and come back here for what is nested.
 */
import type { DiffLine } from "./diff-line.ts";
import { reorderNote, writeListChange, type ListNode } from "./diff-list.ts";
import type { DiffNode, NodeBuilder } from "./diff-node.ts";
import { writeAllMembers, writeObjectChange } from "./diff-object.ts";
import { count, quote, SENSITIVE, UNKNOWN } from "./diff-scalar.ts";
import { writeString, writeStringChange } from "./diff-string.ts";
import { isText } from "./diff-text.ts";
import { remark, type DiffWriter, type Place } from "./diff-writer.ts";

/** Values nested deeper than this are not shown. */
const DEEPEST = 20;
/** A list of numbers and short strings is written on one line up to this length. */
const ONE_LINE = 72;
/** The most lines of an old value that are shown where the new one is not known. */
const LONGEST_OLD = 12;

/** Collects the lines for values made by one builder. */
export class ValueWriter implements DiffWriter {
  readonly lines: DiffLine[] = [];
  readonly builder: NodeBuilder;
  constructor(builder: NodeBuilder) {
    this.builder = builder;
  }

  fork(): ValueWriter {
    return new ValueWriter(this.builder);
  }

  line(sign: DiffLine["sign"], depth: number, text: string): void {
    this.lines.push({ sign, depth, text });
  }

  whole(node: DiffNode, sign: "+" | "-" | " ", place: Place, frame?: "~"): void {
    const inline = inlineText(node);
    if (inline !== undefined) this.#inline(frame ?? sign, place, inline);
    else if (node.type === "string") writeString(this, node, sign, place, frame);
    else if (place.depth > DEEPEST) this.#inline(frame ?? sign, place, "…", "nested too deep to be shown");
    else this.#container(node, sign, place, frame);
  }

  change(before: DiffNode, after: DiffNode, place: Place): void {
    if (before.type === "null") this.whole(after, "+", place);
    else if (after.type === "null") this.whole(before, "-", { ...place, tail: ` -> null${place.tail}` });
    else if (after.type === "unknown") this.#unknown(before, place);
    else if (before.type === "secret" || after.type === "secret") this.#secret(before, after, place);
    else if (before.type === "string" && after.type === "string") writeStringChange(this, before, after, place);
    else if (place.depth > DEEPEST) this.#inline("~", place, "…", "changes, nested too deep to be shown");
    else if (before.type === "object" && after.type === "object") writeObjectChange(this, before, after, place);
    else if (before.type === "list" && after.type === "list") this.#list(before, after, place);
    else this.#other(before, after, place);
  }

  /** The old value matters little when the new one is not known: a long one is left out. */
  #unknown(before: DiffNode, place: Place): void {
    const fork = this.fork();
    fork.whole(before, "-", { ...place, tail: ` -> ${UNKNOWN}${place.tail}` }, "~");
    if (fork.lines.length <= LONGEST_OLD) for (const line of fork.lines) this.lines.push(line);
    else {
      const note = `${count(fork.lines.length, "line")} of the old value hidden`;
      this.#inline(
        "~",
        place,
        `${before.type === "list" ? "[…]" : before.type === "object" ? "{…}" : "…"} -> ${UNKNOWN}`,
        note,
      );
    }
  }

  /** A change of the type, or of a number. */
  #other(before: DiffNode, after: DiffNode, place: Place): void {
    const [old, now] = [shortText(before), shortText(after)];
    if (old !== undefined && now !== undefined) this.#inline("~", place, `${old} -> ${now}`);
    else {
      this.whole(before, "-", { ...place, forced: undefined });
      this.whole(after, "+", place);
    }
  }

  #list(before: ListNode, after: ListNode, place: Place): void {
    const text = `${inlineText(before)} -> ${inlineText(after)}`;
    const isShort = inlineText(before) !== undefined && inlineText(after) !== undefined && text.length <= ONE_LINE;
    if (isShort && place.forced === undefined) this.#inline("~", place, text, reorderNote(before, after));
    else writeListChange(this, before, after, place);
  }

  #secret(before: DiffNode, after: DiffNode, place: Place): void {
    const [was, is] = [before, after].map((node) => node.type === "secret" && node.isFlagged);
    const note = was === is ? undefined : is === true ? "becomes sensitive" : "no longer sensitive";
    const state = before.id === after.id ? "unchanged" : "changed";
    this.#inline("~", place, SENSITIVE.replace(")", `, ${state})`), note);
  }

  #container(node: DiffNode, sign: "+" | "-" | " ", place: Place, frame: "~" | undefined): void {
    const closing = frame === undefined ? sign : " ";
    const inner = { ...place, depth: place.depth + 1 };
    if (node.type === "list") {
      const only = node.items.length === 1 ? node.items[0] : undefined;
      if (only?.type === "object") {
        this.whole(only, sign, { ...place, label: `${place.label}[`, tail: `]${place.tail}` }, frame);
        return;
      }
      this.line(frame ?? sign, place.depth, `${place.label}[${remark(place)}`);
      for (const item of node.items) this.whole(item, sign, { ...inner, label: "", tail: ",", forced: undefined });
      this.line(closing, place.depth, `]${place.tail}`);
    } else if (node.type === "object") {
      this.line(frame ?? sign, place.depth, `${place.label}{${remark(place)}`);
      writeAllMembers(this, node, sign, inner);
      this.line(closing, place.depth, `}${place.tail}`);
    }
  }

  #inline(sign: DiffLine["sign"], place: Place, text: string, note?: string): void {
    this.line(sign, place.depth, `${place.label}${text}${place.tail}${remark(place, note)}`);
  }
}

/** The same, and short strings too. */
function shortText(node: DiffNode): string | undefined {
  return node.type === "string" && node.text.length <= ONE_LINE && !isText(node.text)
    ? quote(node.text)
    : inlineText(node);
}

/** A value that is written without lines of its own; undefined for strings, and what has something inside. */
function inlineText(node: DiffNode): string | undefined {
  if (node.type === "null") return "null";
  if (node.type === "unknown") return UNKNOWN;
  if (node.type === "secret") return SENSITIVE;
  if (node.type === "plain") return node.text;
  if (node.type === "object") return node.entries.size === 0 ? "{}" : undefined;
  if (node.type === "list") return inlineList(node.items);
  return undefined;
}

function inlineList(items: readonly DiffNode[]): string | undefined {
  let text = "[";
  for (const [index, item] of items.entries()) {
    const isShort = item.type === "string" && /^[\w ./:*@-]*$/.test(item.text) && item.text.length <= ONE_LINE;
    const shown = isShort
      ? `"${item.text}"`
      : item.type === "list" || item.type === "string"
        ? undefined
        : inlineText(item);
    if (shown === undefined || text.length + shown.length > ONE_LINE) return undefined;
    text += `${index > 0 ? ", " : ""}${shown}`;
  }
  return `${text}]`;
}
