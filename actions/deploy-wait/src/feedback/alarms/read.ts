/** Asks CloudWatch for alarms by name. Decides nothing; an alarm that it does not tell is not in the answer. */
import type { Ask } from "@handrail/aws";
import { readList, readText, readTime } from "@handrail/runner";
import type { AlarmSight, AlarmSights } from "./machine.ts";

/** DescribeAlarms takes no more names. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const MOST_NAMES = 100;
/** All names of a call fit on one page; an answer that goes on for ever is cut. */
const MOST_PAGES = 10;

/** The alarms with these names. Rejects with AwsFault. `calls` counts the calls. */
export async function readAlarms(ask: Ask, names: readonly string[]): Promise<{ sights: AlarmSights; calls: number }> {
  const wanted = new Set(names);
  const sights = new Map<string, AlarmSight>();
  let calls = 0;
  for (let from = 0; from < names.length; from += MOST_NAMES) {
    let token = "";
    for (let page = 0; page < MOST_PAGES && (page === 0 || token !== ""); page += 1) {
      calls += 1;
      const answer = await ask("cloudwatch", "DescribeAlarms", {
        AlarmNames: names.slice(from, from + MOST_NAMES),
        // Without it only metric alarms are told.
        AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
        MaxRecords: MOST_NAMES,
        ...(token === "" ? {} : { NextToken: token }),
      });
      for (const alarm of [...readList(answer, "MetricAlarms"), ...readList(answer, "CompositeAlarms")]) {
        const name = readText(alarm, "AlarmName");
        if (wanted.has(name)) sights.set(name, readSight(alarm));
      }
      token = readText(answer, "NextToken");
    }
  }
  return { sights, calls };
}

function readSight(alarm: unknown): AlarmSight {
  // The second also moves when only the evaluation changes; it is better than nothing.
  const changedAt = readTime(alarm, "StateTransitionedTimestamp") ?? readTime(alarm, "StateUpdatedTimestamp");
  return {
    state: readText(alarm, "StateValue"),
    reason: readText(alarm, "StateReason"),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
}

/** The names of alarms that were given as names or ARNs (`arn:aws:cloudwatch:…:alarm:app-5xx`), each once. */
export function alarmNames(given: readonly string[]): string[] {
  return [...new Set(given.map((text) => text.replace(/^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:/, "")))];
}
