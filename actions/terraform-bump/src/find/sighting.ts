/**
 * What is seen in one file, before it is known what the other files say: which product a directory is for, and which
 * provider a local name means.
 */
import type { Place, Span, Syntax } from "./mention.ts";
import { judgeVersion, type Reading } from "./version-text.ts";
import type { Product } from "@handrail/terraform";

/** Where a provider is registered; without `host` the default one of the product. Lower case. */
export type ProviderAddress = { host?: string; namespace: string; type: string };

/** What a version is a version of, as far as one file can tell. */
export type Subject =
  /** Without `product`: the one that the directory is for. */
  | { is: "terraform"; product?: Product }
  | ({ is: "provider" } & ProviderAddress)
  /** What the directory's required_providers call by this name. */
  | { is: "local-provider"; local: string }
  | { is: "registry-module"; host?: string; namespace: string; name: string; system: string }
  | { is: "git-module" | "tflint-plugin"; name: string; url: string };

/** A version that can be edited. */
export type Sighting = { subject: Subject; place: Place; syntax: Syntax; span: Span; text: string; line: number };

/** A version that cannot. */
export type Doubt = { subject?: Subject; place: Place; text: string; line: number; why: string };

/** What a file of configuration tells about its directory. */
export type ModuleFacts = {
  /** Sources of local modules, as written. */
  calls: string[];
  /** Something asks for providers that cannot be read here: a module from elsewhere, or a constraint that is no plain text. */
  isPartial: boolean;
  hasBackend: boolean;
  /** What required_providers say: "builtin" and "unclear" are no addresses. */
  locals: Map<string, ProviderAddress | "builtin" | "unclear">;
  asked: { subject: Subject; constraint: string }[];
};

const LONGEST = 120;

/** The notes that are taken while a file is read. */
export class Notes {
  readonly text: string;
  readonly sightings: Sighting[] = [];
  readonly doubts: Doubt[] = [];
  readonly facts: ModuleFacts = { calls: [], isPartial: false, hasBackend: false, locals: new Map(), asked: [] };
  readonly #seen = new Set<number>();
  #lineEnds: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Nothing was noted. */
  get isEmpty(): boolean {
    return this.sightings.length === 0 && this.doubts.length === 0;
  }

  /**
   * Notes a version that is written between the offsets, or why it cannot be edited. `value` is what the text means;
   * it is another text where escapes are used. True when it can be edited.
   */
  version(subject: Subject, place: Place, reading: Reading, span: Span, value?: string): boolean {
    const text = this.text.slice(span.start, span.end);
    if (value !== undefined && value !== text) {
      this.doubt({ subject, place }, span, "it is written with escape sequences: write the characters themselves");
      return false;
    }
    const judged = judgeVersion(text, reading);
    if ("why" in judged) {
      this.doubt({ subject, place }, span, judged.why);
      return false;
    }
    this.see(subject, place, judged.syntax, { start: span.start + judged.skip, end: span.end });
    return true;
  }

  see(subject: Subject, place: Place, syntax: Syntax, span: Span): void {
    // Two steps can read one variable: it is one place all the same.
    if (this.#seen.has(span.start)) return;
    this.#seen.add(span.start);
    const text = this.text.slice(span.start, span.end);
    this.sightings.push({ subject, place, syntax, span, text, line: this.#line(span.start) });
  }

  doubt(what: { subject?: Subject | undefined; place: Place }, span: Span, why: string): void {
    if (this.#seen.has(span.start)) return;
    this.#seen.add(span.start);
    const { subject, place } = what;
    const written = this.text.slice(span.start, Math.min(span.end, span.start + LONGEST)).trim();
    const [first = ""] = written.split(/\r?\n/, 1);
    const text = first === written && span.end - span.start <= LONGEST ? first : `${first}…`;
    const doubt = { place, text, line: this.#line(span.start), why };
    this.doubts.push(subject === undefined ? doubt : { ...doubt, subject });
  }

  /** The line of an offset, from 1: the line ends are looked up once, however many versions a file has. */
  #line(offset: number): number {
    if (this.#lineEnds === undefined) {
      this.#lineEnds = [];
      for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) this.#lineEnds.push(at);
    }
    let low = 0;
    let high = this.#lineEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lineEnds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}
