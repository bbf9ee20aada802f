/** The target `http`: waits until an address serves what is expected. It puts the parts together and knows no rule. */
import { HttpFault } from "@handrail/http";
import type { Exchange } from "@handrail/http";
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { judge, readExpectation } from "./expectation.ts";
import type { Expectation, Probe } from "./expectation.ts";
import { nextOfProbes } from "./machine.ts";

/** What is waited for. */
export type HttpSettings = {
  url: string;
  /** Status codes; none means 200. */
  expectStatus: readonly (string | number)[];
  /** Lines such as `build.version=v2`. */
  expectJson: readonly string[];
  /** A text that the body has to hold; "" means any. */
  expectBody: string;
  /** `Name: value` lines. */
  headers: string;
  /** How many answers in a row have to be right. */
  consecutive: number;
};

/** Makes the target. One request a look, on a connection of its own; whatever goes wrong with it is an answer that is wrong. */
export function createHttpTarget(settings: HttpSettings, doors: Doors): Target {
  const expected = readExpectation(settings);
  const headers = { "cache-control": "no-cache", ...readHeaders(settings.headers) };
  const id = addressOf(settings.url);
  return defineTarget({
    kind: "http",
    items: [{ id, label: id }],
    first: ["probe"],
    next: nextOfProbes(Math.max(1, settings.consecutive)),
    async read() {
      const probe = await probeOnce(await doors.http(), settings.url, headers, expected);
      return { looks: new Map([[id, { snapshot: probe }]]), calls: 1 };
    },
  });
}

async function probeOnce(
  exchange: Exchange,
  url: string,
  headers: Readonly<Record<string, string>>,
  expected: Expectation,
): Promise<Probe> {
  try {
    return judge(expected, await exchange({ method: "GET", url, headers }));
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return { isRight: false, said: `no answer (${error.code})`, served: {} };
  }
}

/** Names in lower case; a line without a name is skipped. */
function readHeaders(lines: string): Record<string, string> {
  const pairs = lines.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(":");
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}

/** The address as it is told: without the query, which can hold a secret. */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}
