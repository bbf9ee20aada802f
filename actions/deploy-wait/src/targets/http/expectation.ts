/** What an answer has to be, and how an answer differs from it. Pure; it asks nothing. */
import { parseJson } from "@handrail/runner";
import type { HttpAnswer } from "@handrail/http";
import { cutLine } from "../../line.ts";
import type { Facts } from "../../wait/verdict.ts";
import { cacheOf } from "./cache.ts";
import { textAt } from "./json-path.ts";

/** What is expected. Empty texts and lists expect nothing, but for the status, which is then 200. */
export type Expectation = {
  statuses: readonly number[];
  values: readonly { path: string; value: string }[];
  body: string;
};

/** What one probe saw. */
export type Probe = {
  isRight: boolean;
  /** What differs, on one line: `500, expected 200`, `version is v1, expected v2`. "" when nothing does. */
  said: string;
  /** The marks of a cache that answered in the place of the application: `x-cache: Hit from cloudfront`. */
  cache?: string;
  /** What was served, as far as it was expected. */
  served: Facts;
};

const LONGEST_VALUE = 80;

/** Reads the inputs: status codes as text, lines such as `build.version=v2`. A line without `=` is skipped. */
export function readExpectation(given: {
  expectStatus: readonly (string | number)[];
  expectJson: readonly string[];
  expectBody: string;
}): Expectation {
  const statuses = given.expectStatus.map(Number);
  const values = given.expectJson.flatMap((line) => {
    const at = line.indexOf("=");
    return at < 1 ? [] : [{ path: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }];
  });
  return { statuses: statuses.length === 0 ? [200] : statuses, values, body: given.expectBody };
}

/** Compares an answer with what is expected. */
export function judge(expected: Expectation, answer: HttpAnswer): Probe {
  const said = difference(expected, answer);
  const cache = cacheOf(answer.headers);
  const served = said === "" ? servedFacts(expected, answer) : {};
  return { isRight: said === "", said, ...(cache === undefined ? {} : { cache }), served };
}

function difference({ statuses, values, body }: Expectation, answer: HttpAnswer): string {
  if (!statuses.includes(answer.status)) {
    const where = answer.status >= 300 && answer.status < 400 ? redirection(answer) : "";
    return `${answer.status}${where}, expected ${statuses.join(" or ")}`;
  }
  if (values.length > 0) {
    const json = jsonOf(answer.text);
    if (json === undefined) return `${answer.status}, and the body is no JSON`;
    for (const { path, value } of values) {
      const found = textAt(json.value, path);
      if (found !== value) {
        const is = found === undefined ? "absent" : found === "" ? "empty" : cutLine(found, LONGEST_VALUE);
        return `${path} is ${is}, expected ${value}`;
      }
    }
  }
  if (body !== "" && !answer.text.includes(body)) {
    return `${answer.status}, and the body does not hold "${cutLine(body, LONGEST_VALUE)}"`;
  }
  return "";
}

/** Where an answer leads, without the query, which can hold a token. */
function redirection({ headers }: HttpAnswer): string {
  const location = headers["location"] ?? "";
  return location === "" ? " (a redirect)" : ` (a redirect to ${cutLine(location.replace(/[?#].*$/s, ""), 200)})`;
}

function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}

function servedFacts({ values }: Expectation, { status }: HttpAnswer): Facts {
  const served = values.map(({ path, value }) => [`served ${path}`, cutLine(value, LONGEST_VALUE)] as const);
  return { "served status": status, ...Object.fromEntries(served) };
}
