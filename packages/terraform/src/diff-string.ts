/**
 * The diff of strings: in quotes, line by line, or by the JSON or YAML that is in them. Strings are redacted already.
 */
import { parseEmbeddedJson, parseEmbeddedYaml, type Embedded } from "./diff-embedded.ts";
import type { DiffNode } from "./diff-node.ts";
import { count, quote, quotePair, textLine } from "./diff-scalar.ts";
import { diffText, endWord, isLineEnds, isText, linesOf, textDiffLines, textNote } from "./diff-text.ts";
import { remark, type DiffWriter, type Place } from "./diff-writer.ts";

export type StringNode = Extract<DiffNode, { type: "string" }>;

/** How many strings inside strings are looked into. */
const DEEPEST = 4;
/** YAML is compared by meaning when that takes at most this part of the lines that the text takes. */
const CLEARER = 0.8;

/** Writes a string as it is. */
export function writeString(
  writer: DiffWriter,
  node: StringNode,
  sign: "+" | "-" | " ",
  place: Place,
  frame?: "~",
): void {
  const embedded = place.strings < DEEPEST ? parseEmbeddedJson(node.text) : undefined;
  if (embedded !== undefined && !isEmpty(embedded)) {
    writer.whole(writer.builder.build(embedded.value), sign, inString(place, embedded), frame);
  } else if (isText(node.text)) {
    const word = endWord(node.text);
    writer.line(frame ?? sign, place.depth, `${place.label}<<-${word}${remark(place)}`);
    for (const line of linesOf(node.text)) writer.line(sign, place.depth + 1, textLine(line));
    writer.line(frame === undefined ? sign : " ", place.depth, `${word}${place.tail}`);
  } else writer.line(frame ?? sign, place.depth, `${place.label}${quote(node.text)}${place.tail}${remark(place)}`);
}

/** Writes what changes between two strings. */
export function writeStringChange(writer: DiffWriter, before: StringNode, after: StringNode, place: Place): void {
  if (before.text === after.text) {
    const text = `${place.label}${quote(after.text)}${place.tail}`;
    writer.line("~", place.depth, `${text}${remark(place, "the sensitive part changes")}`);
    return;
  }
  const mayLook = place.strings < DEEPEST;
  const [old, now] = mayLook ? [parseEmbeddedJson(before.text), parseEmbeddedJson(after.text)] : [];
  if (old !== undefined && now !== undefined) writeEmbedded(writer, old, now, place);
  else if (old !== undefined || now !== undefined) {
    writer.whole(before, "-", { ...place, forced: undefined });
    writer.whole(after, "+", place);
  } else if (isText(before.text) || isText(after.text)) writeText(writer, before.text, after.text, place, mayLook);
  else writeQuoted(writer, before.text, after.text, place);
}

function writeQuoted(writer: DiffWriter, before: string, after: string, place: Place): void {
  const shown = quotePair(before, after);
  const end = `${place.tail}${remark(place, textNote(before, after))}`;
  if (shown.isOneLine) writer.line("~", place.depth, `${place.label}${shown.before} -> ${shown.after}${end}`);
  else {
    writer.line("-", place.depth, `${place.label}${shown.before}${place.tail}`);
    writer.line("+", place.depth, `${place.label}${shown.after}${end}`);
  }
}

function writeText(writer: DiffWriter, before: string, after: string, place: Place, mayLook: boolean): void {
  if (isLineEnds(before, after)) {
    const text = `${place.label}(${count(linesOf(after).length, "line")})${place.tail}`;
    writer.line("~", place.depth, `${text}${remark(place, textNote(before, after))}`);
    return;
  }
  const lines = diffText(before, after);
  const mayCompare = mayLook && hasSameHead(before, after);
  const [old, now] = mayCompare ? [parseEmbeddedYaml(before), parseEmbeddedYaml(after)] : [];
  let note = textNote(before, after);
  if (old !== undefined && now !== undefined) {
    const fork = writer.fork();
    writeEmbedded(fork, old, now, place);
    if (isSame(writer, old, now)) note ??= "same YAML content, only comments or formatting change";
    else if (fork.lines.length <= lines.length * CLEARER) {
      writer.line("#", place.depth, "(compared as YAML: formatting or comments change too)");
      for (const line of fork.lines) writer.line(line.sign, line.depth, line.text);
      return;
    }
  }
  const word = endWord(before, after);
  writer.line("~", place.depth, `${place.label}<<-${word}${remark(place, note)}`);
  for (const line of textDiffLines(lines, place.depth + 1)) writer.line(line.sign, line.depth, line.text);
  writer.line(" ", place.depth, `${word}${place.tail}`);
}

/** A first line such as `#cloud-config` or `#!/bin/sh` decides what the rest is. */
function hasSameHead(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => linesOf(text)[0] ?? "");
  return old === now || ![old, now].some((line) => /^#\S/.test(line ?? ""));
}

function writeEmbedded(writer: DiffWriter, old: Embedded, now: Embedded, place: Place): void {
  const [before, after] = [writer.builder.build(old.value), writer.builder.build(now.value)];
  if (before.id !== after.id) writer.change(before, after, inString(place, now));
  else {
    const text = `${place.label}${now.syntax}encode(${Array.isArray(now.value) ? "[…]" : "{…}"})${place.tail}`;
    writer.line(
      "~",
      place.depth,
      `${text}${remark(place, `same ${now.syntax.toUpperCase()}, only its formatting changes`)}`,
    );
  }
}

function isSame(writer: DiffWriter, old: Embedded, now: Embedded): boolean {
  return writer.builder.build(old.value).id === writer.builder.build(now.value).id;
}

function isEmpty({ value }: Embedded): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Inside a string no path forces anything; the string as a whole still may. */
function inString(place: Place, { syntax }: Embedded): Place {
  const forced = place.forced?.isForced === true ? { isForced: true, below: new Map() } : undefined;
  return {
    ...place,
    forced,
    label: `${place.label}${syntax}encode(`,
    tail: `)${place.tail}`,
    strings: place.strings + 1,
  };
}
