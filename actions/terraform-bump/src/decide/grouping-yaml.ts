/**
 * Groups of one's own, as the input `group` writes them in YAML. Which update is in which group is decided in group.ts.
 */
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import { matchesGlob } from "@handrail/runner";
import { type Group, type Grouping, readGroupingWord } from "./grouping.ts";
import { globProblem } from "./patterns.ts";

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]{0,38}[A-Za-z0-9])?$/;

/**
 * Reads `dependency`, `all`, or YAML with names of groups and their patterns. Throws a RangeError that says what is
 * wrong: bad YAML, another shape, names that are no names, a dependency that an earlier group has already.
 */
export function parseGrouping(text: string): Grouping {
  const word = readGroupingWord(text);
  if (word !== undefined) return word;
  const document = parseDocument(text, { version: "1.2", prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) throw new RangeError(`it is no YAML: ${error.message.split("\n", 1).join("")}`);
  const { contents } = document;
  if (!isMap(contents))
    throw new RangeError("it is neither dependency, nor all, nor a mapping of group names to lists");
  const groups = (contents.items as Pair<Node, Node | null>[]).map(({ key, value }) => readGroup(key, value));
  refuseTwice(groups);
  return { by: "groups", groups };
}

function readGroup(key: Node, value: Node | null): Group {
  const name = isScalar(key) ? String(key.value) : "";
  const shown = JSON.stringify(name.slice(0, 80));
  if (!NAME.test(name))
    throw new RangeError(`${shown} is no name of a group: 1 to 40 letters, digits, spaces, . _ - or /`);
  const items = isSeq(value) ? (value.items as Node[]) : [value];
  const patterns = items.map((item) => {
    const glob = isScalar(item) && typeof item.value === "string" ? item.value.trim() : undefined;
    if (glob === undefined) throw new RangeError(`group ${shown} needs a list of dependencies, like [hashicorp/*]`);
    const problem = globProblem(glob);
    if (problem !== undefined) throw new RangeError(`group ${shown}: ${problem}`);
    return { glob: glob.toLowerCase() };
  });
  if (patterns.length === 0) throw new RangeError(`group ${shown} is empty`);
  return { name, patterns };
}

/** A later pattern that an earlier group leaves nothing for is a mistake; an earlier, narrower one is not. */
function refuseTwice(groups: readonly Group[]): void {
  for (const [index, { name, patterns }] of groups.entries()) {
    for (const { glob } of patterns) {
      for (const earlier of groups.slice(0, index)) {
        const taker = earlier.patterns.find((pattern) => matchesGlob(pattern.glob, glob));
        if (taker === undefined) continue;
        const [shown, by] = [JSON.stringify(glob.slice(0, 80)), JSON.stringify(taker.glob.slice(0, 80))];
        throw new RangeError(
          `${shown} of group ${JSON.stringify(name)} is in group ${JSON.stringify(earlier.name)} already (${by})`,
        );
      }
    }
  }
}
