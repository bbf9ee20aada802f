/** The details of a row of PostgreSQL's catalog: JSON of a nameless row, `{"f1": …, "f2": …}`, or of one value. */
import { kindsByCode } from "./catalog-postgresql-statement.ts";
import type { Row } from "./query.ts";

/** A row of the catalog. */
export type CatalogRow = { kind: string; schema: string; owner: string; name: string; details: Details };

/** Values by their place, which counts from 1. What is not there is "", false or an empty list. */
export class Details {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(json: string) {
    const parsed: unknown = JSON.parse(json);
    this.#values = isRecord(parsed) ? parsed : { f1: parsed };
  }

  text(place: number): string {
    const value = this.#values[`f${place}`];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  isTrue(place: number): boolean {
    return this.#values[`f${place}`] === true;
  }

  texts(place: number): string[] {
    const value = this.#values[`f${place}`];
    return Array.isArray(value) ? value.map(String) : [];
  }
}

/** A row as it came; undefined when it tells of nothing. */
export function readRow({ k, s, o, n, d }: Row): CatalogRow | undefined {
  const text = (value: Row[string] | undefined): string => (value === undefined || value === null ? "" : String(value));
  const kind = kindsByCode[text(k)];
  if (kind === undefined) return undefined;
  return { kind, schema: text(s), owner: text(o), name: text(n), details: new Details(text(d) || "0") };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Joins what is not empty with spaces. */
export function phrase(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** `words`, when `isSo`. */
export function when(isSo: boolean, words: string): string {
  return isSo ? words : "";
}
