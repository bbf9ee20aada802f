/**
 * The pieces that a file is made of, to hold two versions of a file against each other: an edit may make a piece longer, but
 * it must not make two of one, or one of another kind.
 */
import { scanHcl } from "@handrail/terraform";
import { Lexer } from "yaml";
import { readInstructions } from "./dockerfile-instructions.ts";
import type { FileKind } from "./file-kind.ts";
import { scanJson } from "./json-tree.ts";
import type { Span } from "./mention.ts";
import { readTomlLeaves } from "./toml-texts.ts";
import { linesOf } from "./version-file-lines.ts";

/** A piece; `kind` tells it from pieces of another kind. */
export type Piece = Span & { kind: string };

/** How to take a file of each kind apart; it must be one that can be read. */
const READERS: Readonly<Record<FileKind, (text: string) => Piece[]>> = {
  hcl: scanHcl,
  lock: scanHcl,
  tflint: scanHcl,
  terragrunt: scanHcl,
  json: scanJson,
  mise: tomlPieces,
  tfswitch: tomlPieces,
  workflow: yamlPieces,
  dockerfile: (text) => readInstructions(text).map(({ start, end, keyword }) => ({ kind: keyword, start, end })),
  version: linePieces,
  "tool-versions": linePieces,
};

/** The pieces of a file that can be read, in the order of the text. */
export function readPieces(text: string, kind: FileKind): Piece[] {
  return READERS[kind](text);
}

function linePieces(text: string): Piece[] {
  return linesOf(text).map((line) => ({ ...line, kind: "line" }));
}

function tomlPieces(text: string): Piece[] {
  return readTomlLeaves(text).map(({ start, end, path }) => ({ kind: JSON.stringify(path), start, end }));
}

/** The lexer marks documents, scalars and flow ends with single control characters that are not in the text. */
const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001F"]);

function yamlPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const isMark = MARKS.has(lexeme);
    const end = isMark ? at : at + lexeme.length;
    // What an indicator is, is told by its first character; a plain scalar by the mark before it.
    const kind = isMark ? lexeme : /^[\s#"'|>&*!%:?,[\]{}-]/.test(lexeme) ? lexeme.charAt(0) : "text";
    pieces.push({ kind, start: at, end });
    at = end;
  }
  return pieces;
}
