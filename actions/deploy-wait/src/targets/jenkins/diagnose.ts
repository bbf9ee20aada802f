/** Why a build ended so: its first failed stage, and the end of its log. Three requests at most; it rejects for no answer. */
import { HttpFault } from "@handrail/http";
import { cutLine } from "../../line.ts";
import type { Diagnosis } from "../../wait/verdict.ts";
import type { BuildPin } from "./address.ts";
import type { Jenkins } from "./ask.ts";
import { failedStage } from "./read.ts";

/** Lines of the log that are shown, and the bytes in which they are looked for. */
const LOG_LINES = 30;
const TAIL_BYTES = 24_576;

/** What is known about a build besides its result. */
export async function diagnoseBuild(jenkins: Jenkins, root: string, pin: BuildPin): Promise<Diagnosis> {
  const place = `${pin.path}/${pin.number}`;
  const [described, log] = await Promise.all([jenkins.get(`${place}/wfapi/describe`), tailOf(jenkins, place)]);
  const stage = "json" in described ? cutLine(failedStage(described.json), 300) : "";
  const lines = log
    .split(/\r?\n/)
    .map((line) => cutLine(line, 300))
    .filter((line) => line !== "");
  return {
    causes: stage === "" ? [] : [stage],
    logLines: lines.slice(-LOG_LINES),
    links: [
      { title: `build #${pin.number}`, url: `${root}${place}/` },
      { title: "its log", url: `${root}${place}/console` },
    ],
  };
}

/**
 * The end of the log. The first request reads its beginning and learns its size from X-Text-Size; a second one asks for the
 * end alone, when there is more. A `start` beyond the size would give the whole log.
 */
async function tailOf(jenkins: Jenkins, place: string): Promise<string> {
  try {
    const ask = `${place}/logText/progressiveText?start=`;
    const first = await jenkins.send(`${ask}0`, { maxBytes: TAIL_BYTES });
    if (first.status !== 200) return "";
    const size = Number(first.headers["x-text-size"] ?? "0");
    if (!Number.isSafeInteger(size) || size <= TAIL_BYTES) return first.text;
    const last = await jenkins.send(`${ask}${size - TAIL_BYTES}`, { maxBytes: TAIL_BYTES });
    // The first line is a part of one.
    return last.status === 200 ? last.text.replace(/^[^\n]*\n/, "") : "";
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return "";
  }
}
