/** The bake in the step summary. Pure; texts from outside are escaped. */
import { escapeMarkdown } from "@handrail/github";
import type { Verdict } from "../../wait/verdict.ts";

/** One paragraph: what was watched for how long, and what came of it. */
export function renderBake(
  alarms: number,
  verdict: Verdict | undefined,
  { progress, lasted }: { progress: string; lasted: string },
): string {
  const what = `${alarms} alarm${alarms === 1 ? "" : "s"}`;
  const seen = progress === "" ? "" : ` Last seen: ${escapeMarkdown(progress)}.`;
  const said = verdict === undefined ? "stayed quiet" : escapeMarkdown(verdict.cause);
  return verdict === undefined ? `**Bake:** ${what} ${said} for ${lasted}.${seen}` : `**Bake:** ${said}.${seen}`;
}
