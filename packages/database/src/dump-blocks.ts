/** A dump that is not SQL (schema.rb, HCL, JSON): lines in blocks by their indentation, without comments. */
import type { LeftOut } from "./schema-name.ts";

/** What ends a block and stands where it began. */
const CLOSING = /^(?:end|[)\]}]+)[;,]?$/;

/**
 * The outermost blocks of a text, each as its lines. `ActiveRecord::Schema` is no block: what it holds is. Its version is that of
 * the newest migration, and not schema.
 */
export function dumpBlocks(text: string, isLeftOut: LeftOut): string[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !/^\s*(?:#|\/\/|--)/.test(line));
  const outer = blocksOf(lines);
  const inner = outer.flatMap((block) =>
    /^ActiveRecord::Schema\b/.test(block[0] ?? "") ? blocksOf(block.slice(1, -1)) : [block],
  );
  return inner.filter((block) => !isBlockOut(block, isLeftOut)).map((block) => block.join("\n"));
}

function blocksOf(lines: readonly string[]): string[][] {
  const least = Math.min(...lines.map(indentOf));
  const blocks: string[][] = [];
  for (const line of lines) {
    const isNew = indentOf(line) === least && !CLOSING.test(line.trim());
    if (isNew || blocks.length === 0) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlockOut([first = ""]: readonly string[], isLeftOut: LeftOut): boolean {
  return Array.from(first.matchAll(/[\w$]+/g)).some(([name]) => isLeftOut("", name));
}
