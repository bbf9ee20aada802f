/**
 * Collects what is not brought up to date: one line a dependency, reason and line of versions, however many places it
 * is about. It decides nothing.
 */
import { compareCodeUnits } from "@handrail/runner";
import { compareVersions, renderVersion, tryVersion, type Version } from "@handrail/terraform";
import type { Dependency, Findings, Unclear } from "../find/mention.ts";
import { dependencyKey } from "./dependency.ts";
import { isNewer, isSame } from "./line.ts";
import type { Held, HeldReason } from "./update.ts";

/** A place in a file; `line` from 1, absent in lock files. */
export type Where = { file: string; line?: number };

/** `why` is a sentence without its full stop; `line` is the line of versions. */
export type HeldNote = {
  dependency: Dependency;
  reason: HeldReason;
  from?: Version | undefined;
  to?: Version | undefined;
  line?: string;
  why: string;
  places: readonly Where[];
  isFailure?: boolean;
};

export type HeldList = {
  add: (note: HeldNote) => void;
  addUnclear: (unclear: readonly Unclear[]) => void;
  addUnreadable: (unreadable: Findings["unreadable"]) => void;
  /** Sorted by dependency, version and reason. */
  list: () => Held[];
};

type Entry = {
  held: Omit<Held, "why">;
  whys: Set<string>;
  from: Version | undefined;
  to: Version | undefined;
  places: Map<string, Where>;
};

export function createHeldList(): HeldList {
  const entries = new Map<string, Entry>();
  const files: Held[] = [];
  const add = (note: HeldNote): void => {
    const key = [dependencyKey(note.dependency), note.reason, note.line ?? ""].join("\n");
    const entry = entries.get(key) ?? newEntry(note);
    entries.set(key, entry);
    if (note.from !== undefined && (entry.from === undefined || isNewer(entry.from, note.from))) entry.from = note.from;
    if (note.to !== undefined && (entry.to === undefined || isNewer(note.to, entry.to))) {
      entry.to = note.to;
      entry.whys.clear();
    }
    if (note.to === entry.to || (note.to !== undefined && entry.to !== undefined && isSame(note.to, entry.to)))
      entry.whys.add(note.why);
    for (const place of note.places) entry.places.set(`${place.file}:${place.line ?? 0}`, place);
  };
  return {
    add,
    addUnclear: (unclear) => {
      for (const { dependency, file, line, text, why } of unclear) {
        const told = `${JSON.stringify(text)}: ${why}`;
        if (dependency !== undefined)
          add({ dependency, reason: "constraint-unclear", why: told, places: [{ file, line }] });
        else files.push(fileHeld("constraint-unclear", { file, line }, told));
      }
    },
    addUnreadable: (unreadable) => {
      for (const { file, line, why } of unreadable) {
        const place = line === undefined ? { file } : { file, line };
        files.push({ ...fileHeld("unreadable-file", place, why), isFailure: true });
      }
    },
    list: () => [...[...entries.values()].map(toHeld), ...files].toSorted(compareHeld),
  };
}

function newEntry({ dependency, reason, from, to, why, isFailure }: HeldNote): Entry {
  const held = { dependency: dependency.name, kind: dependency.kind, from: "", to: "", reason };
  const whys = new Set([why]);
  return { held: isFailure === true ? { ...held, isFailure } : held, whys, from, to, places: new Map() };
}

/** How many different reasons of one kind are told. */
const MOST_WHYS = 3;

function toHeld({ held, whys, from, to, places }: Entry): Held {
  const told = [...whys].slice(0, MOST_WHYS).join("; ");
  const more = whys.size > MOST_WHYS ? `; and ${whys.size - MOST_WHYS} more` : "";
  const count = places.size > 1 ? ` (${places.size} places)` : "";
  const [first] = [...places.values()].toSorted(compareWhere);
  return {
    ...held,
    from: from === undefined ? "" : renderVersion(from),
    to: to === undefined ? "" : renderVersion(to),
    why: sentence(`${told}${more}${count}`),
    ...first,
  };
}

function fileHeld(reason: HeldReason, place: Where, why: string): Held {
  return { dependency: place.file, kind: "file", from: "", to: "", reason, why: sentence(why), ...place };
}

/** With one full stop, and a capital letter where it begins with a plain word: names stay as they are. */
function sentence(text: string): string {
  const start = /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0);
  return `${start}${text.slice(1).replace(/\.$/, "")}.`;
}

function compareWhere(a: Where, b: Where): number {
  return compareCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0);
}

/** The order of the list. */
export function compareHeld(a: Held, b: Held): number {
  return (
    compareCodeUnits(a.dependency, b.dependency) ||
    compareCodeUnits(a.kind, b.kind) ||
    compareVersionTexts(a.to, b.to) ||
    compareCodeUnits(a.reason, b.reason) ||
    (a.line ?? 0) - (b.line ?? 0)
  );
}

function compareVersionTexts(a: string, b: string): number {
  const [left, right] = [tryVersion(a), tryVersion(b)];
  return left === undefined || right === undefined ? compareCodeUnits(a, b) : compareVersions(left, right);
}
