/**
 * The run as lines for the log: one line, one thing, failures last, where people look. The host makes commands and
 * invisible characters harmless.
 */
import type { Held } from "../decide/update.ts";
import { introduce } from "./held-words.ts";
import { oneLine, shorten } from "./plain-text.ts";

import { effectOf, stateOf, summariseStory, type Story } from "./story.ts";
import { describeDependency } from "./title.ts";

const MOST = 1_000;

/** Renders the lines, without line ends. */
export function renderLog(story: Story): string[] {
  const { told, closed, held, isDryRun } = story;
  const isFailure = (item: Held): boolean => item.isFailure === true;
  const lines = [
    ...told.flatMap((one) => {
      const proof = effectOf(one).text;
      const where = one.pull === undefined ? "" : ` ${one.pull.url}`;
      return one.proposal.updates.map((update) => {
        const move = `${describeDependency(update)} ${update.from} -> ${update.to}`;
        return `${move}: ${stateOf(one, isDryRun)}${where}: ${proof}`;
      });
    }),
    ...closed.map(({ url, branch }) => `closed ${url} (${branch})`),
    ...held.filter((item) => !isFailure(item)).map((item) => `held ${describeHeld(item)}`),
    ...held.filter(isFailure).map((item) => `failed ${describeHeld(item)}`),
    summariseStory(story),
  ];
  return lines.map((line) => shorten(oneLine(line), MOST));
}

function describeHeld({ dependency, from, to, reason, why, file, line }: Held): string {
  const move = [from, to].filter((version) => version !== "").join(" -> ");
  const where = file === undefined ? "" : ` (${file}${line === undefined ? "" : `:${line}`})`;
  return `${dependency}${move === "" ? "" : ` ${move}`}: ${introduce(reason)}${why}${where}`;
}
