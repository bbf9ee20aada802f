/**
 * The version of a module: an argument beside a registry's address, the ref in a git address.
 */
import type { Value } from "./configuration-tree.ts";
import type { Place, Span } from "./mention.ts";
import { parseModuleSource, type ModuleSource } from "./module-source.ts";
import type { Notes, Subject } from "./sighting.ts";
import { judgeRef } from "./version-text.ts";

/** Notes the version that a module block names. */
export function noteModule(notes: Notes, source: Value | undefined, version: Value | undefined): void {
  const isLocal = source?.kind === "text" && parseModuleSource(source.value).is === "local";
  notes.facts.isPartial ||= !isLocal;
  if (source?.kind !== "text") {
    const unclear = version ?? source;
    if (unclear !== undefined) notes.doubt({ place: "module version" }, unclear, "its source is not a plain text");
    return;
  }
  const parsed = parseModuleSource(source.value);
  if (parsed.is === "local") notes.facts.calls.push(source.value);
  if (parsed.is === "git") noteGitSource(notes, "module source", source, parsed);
  if (parsed.is === "unknown") noteUnknown(notes, "module source", source, parsed.why);
  if (version === undefined) return;
  const subject = parsed.is === "registry" ? registrySubject(parsed) : undefined;
  if (subject === undefined) {
    notes.doubt({ place: "module version" }, version, "terraform takes a version only for modules of a registry");
  } else if (version.kind === "text") {
    notes.version(subject, "module version", "module", version.content, version.value);
  } else notes.doubt({ subject, place: "module version" }, version, "it is not a plain text in quotes");
}

/** What a registry's address is the address of. */
export function registrySubject(source: ModuleSource & { is: "registry" }): Subject {
  return { ...source, is: "registry-module" };
}

/** Notes the ref of a git address; one without a ref means the newest commit, and names no version. */
export function noteGitSource(
  notes: Notes,
  place: Place,
  source: Value & { kind: "text" },
  parsed: ModuleSource & { is: "git" },
): void {
  if (parsed.ref === undefined) return;
  const subject: Subject = { is: "git-module", name: parsed.name, url: parsed.url };
  const { content, value } = source;
  if (value !== notes.text.slice(content.start, content.end)) {
    notes.doubt({ subject, place }, content, "it is written with escape sequences: write the characters themselves");
    return;
  }
  const span: Span = { start: content.start + parsed.ref.start, end: content.start + parsed.ref.end };
  const judged = parsed.hasManyRefs
    ? { why: "it has more than one ref" }
    : judgeRef(notes.text.slice(span.start, span.end));
  if ("why" in judged) notes.doubt({ subject, place }, span, judged.why);
  else notes.see(subject, place, judged.syntax, span);
}

/** A source without a list of releases is worth a word only when it seems to name a version. */
export function noteUnknown(notes: Notes, place: Place, source: Value & { kind: "text" }, why: string): void {
  if (/[0-9]\.[0-9]|[?&](?:ref|tag|digest|rev|version)=/.test(source.value))
    notes.doubt({ place }, source.content, why);
}
