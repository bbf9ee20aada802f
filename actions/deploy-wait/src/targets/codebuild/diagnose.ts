/** Why a build failed: its phases, and the end of its log. Asks CloudWatch Logs once, and nothing when the build is well. */
import type { Ask } from "@handrail/aws";
import { readList, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Diagnosis, Link } from "../../wait/verdict.ts";
import { answerOf, askMaybe, lackOf } from "../asking.ts";
import { failedPhases } from "./build.ts";
import type { Build } from "./build.ts";

/** Lines of the log that are shown. */
const LOG_LINES = 30;

/** The last lines of a log stream, oldest first, and the permission that was missing. One call. */
export async function tailOfLog(
  ask: Ask,
  group: string,
  stream: string,
): Promise<{ lines: string[]; missingPermissions: string[] }> {
  const input = { logGroupName: group, logStreamName: stream, limit: LOG_LINES, startFromHead: false };
  const maybe = await askMaybe(() => ask("logs", "GetLogEvents", input));
  const lines = readList(answerOf(maybe), "events")
    .flatMap((event) => readText(event, "message").split(/\r?\n/))
    .map((line) => cutLine(line, 300))
    .filter((line) => line !== "");
  return { lines: lines.slice(-LOG_LINES), missingPermissions: lackOf(maybe) };
}

/** What is known about a failed build. */
export async function diagnoseBuild(ask: Ask, build: Build): Promise<Diagnosis> {
  const causes = failedPhases(build).flatMap(({ name, contexts }) =>
    contexts.map((context) => `phase ${name}: ${context}`),
  );
  const links: Link[] = build.logUrl === "" ? [] : [{ title: "log of the build", url: build.logUrl }];
  if (build.logGroup === "" || build.logStream === "") return { causes, links };
  const { lines, missingPermissions } = await tailOfLog(ask, build.logGroup, build.logStream);
  return { causes, links, logLines: lines, missingPermissions };
}
