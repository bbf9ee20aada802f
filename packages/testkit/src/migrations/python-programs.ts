/** Programs that this machine may have, found without starting one. */
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program, absolute: where distributions put it, else on PATH; undefined: not here. */
export function findProgram(name: string): string | undefined {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => isProgram(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Python that a program written in it runs with: the one that has what it needs. */
export function pythonOf(program: string): string | undefined {
  const [, python] = /^#!\s*(\S+)/.exec(readFileSync(program, "latin1").slice(0, 200)) ?? [];
  return python;
}

/** An address as SQLAlchemy and dj-database-url take it. */
export function pythonUrl(url: string, file: string): string {
  return /^(?:sqlite|file)/.test(url) ? `sqlite:///${file}` : url;
}

/** A text as a literal of Python: JSON's are, but for what stands beyond the basic plane. */
export function pythonText(text: string): string {
  return JSON.stringify(text);
}

/** Six digits in the order of the ranks, which can have two decimals. */
export function numberOf(rank: number): string {
  return String(Math.round(rank * 100)).padStart(6, "0");
}
