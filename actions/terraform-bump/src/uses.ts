/**
 * What a configuration uses, as its text says: backends, resources and data sources by their literal types. For the risks
 * of an update; nothing is evaluated, and JSON syntax is passed over.
 */
import { lineCounter, readBlocks, type HclBlock } from "@handrail/terraform";
import { directoryOf } from "./find/file-kind.ts";
import type { SourceFile } from "./find/mention.ts";
import type { UsedPlace, Uses } from "./tell/risk.ts";

const HCL = /\.(?:tf|tofu)$/;

/** Tells the uses of directories, in the order of the files. Each file is read once, however many updates ask. */
export function createUses(files: Iterable<SourceFile>): (directories: ReadonlySet<string>) => Uses {
  const byDirectory = Map.groupBy(
    [...files].filter(({ path }) => HCL.test(path)),
    ({ path }) => directoryOf(path),
  );
  const known = new Map<string, Uses[]>();
  return (directories) => {
    const found: Uses[] = [];
    for (const [directory, own] of byDirectory) {
      if (!directories.has(directory)) continue;
      const uses = known.get(directory) ?? own.map(readFile);
      known.set(directory, uses);
      found.push(...uses);
    }
    return {
      backends: found.flatMap(({ backends }) => backends),
      resourceTypes: found.flatMap(({ resourceTypes }) => resourceTypes),
    };
  };
}

function readFile({ path, text }: SourceFile): Uses {
  const backends: UsedPlace[] = [];
  const resourceTypes: UsedPlace[] = [];
  const lineOf = lineCounter(text);
  const place = ({ labels: [name = ""], start }: HclBlock): UsedPlace => ({ name, file: path, line: lineOf(start) });
  for (const block of readBlocks(text)) {
    if (block.type === "resource" || block.type === "data") resourceTypes.push(place(block));
    if (block.type !== "terraform") continue;
    backends.push(...block.blocks.filter(({ type }) => type === "backend").map(place));
  }
  return { backends, resourceTypes };
}
