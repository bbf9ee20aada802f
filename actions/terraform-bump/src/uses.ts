/**
 * What a configuration uses, as its text says: backends, resources and data sources by their literal types. For the risks
 * of an update; nothing is evaluated, and JSON syntax is passed over.
 */
import { readBlocks, type HclBlock } from "@handrail/terraform";
import type { SourceFile } from "./find/mention.ts";
import { directoryOf } from "./ground.ts";
import type { UsedPlace, Uses } from "./tell/risk.ts";

const HCL = /\.(?:tf|tofu)$/;

/** The uses in the files that lie in these directories, in their order. */
export function readUses(files: Iterable<SourceFile>, directories: ReadonlySet<string>): Uses {
  const backends: UsedPlace[] = [];
  const resourceTypes: UsedPlace[] = [];
  for (const { path, text } of files) {
    if (!HCL.test(path) || !directories.has(directoryOf(path))) continue;
    const place = ({ labels: [name = ""], start }: HclBlock): UsedPlace => ({
      name,
      file: path,
      line: lineOf(text, start),
    });
    for (const block of readBlocks(text)) {
      if (block.type === "resource" || block.type === "data") resourceTypes.push(place(block));
      if (block.type !== "terraform") continue;
      backends.push(...block.blocks.filter(({ type }) => type === "backend").map(place));
    }
  }
  return { backends, resourceTypes };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
