/** Which queries answer which metric: the input of GetMetricData. Pure; equal queries are asked once. */
import type { Metric, Stat } from "./settings.ts";

/** One metric's queries by their ids. */
export type Asked =
  | { kind: "value"; id: string; requests?: string }
  | { kind: "rate"; errors: readonly string[]; requests: readonly string[] };

/** What is sent, and how the answers are put together; `asked` is in the order of the metrics. */
export type QueryPlan = { queries: readonly Readonly<Record<string, unknown>>[]; asked: readonly Asked[] };

const PERIOD_S = 60;

/** The queries of the metrics. Ids are q0, q1 …, and the parts' own. */
export function planQueries(metrics: readonly Metric[]): QueryPlan {
  const queries: Readonly<Record<string, unknown>>[] = [];
  const ids = new Map<string, string>();
  const once = (key: string, make: (id: string) => Readonly<Record<string, unknown>>): string => {
    const id = ids.get(key) ?? `q${ids.size}`;
    if (!ids.has(key)) queries.push(make(id));
    ids.set(key, id);
    return id;
  };
  const ask = (stat: Stat): string =>
    once(JSON.stringify(stat), (id) => ({ Id: id, MetricStat: metricStat(stat), ReturnData: true }));
  const askExpression = (expression: string, parts: Readonly<Record<string, Stat>>, at: number): string => {
    // A part's name is its metric's own: another metric may mean something else by it.
    let renamed = expression;
    for (const [name, stat] of Object.entries(parts)) {
      const id = once(JSON.stringify(["part", at, name]), (own) => ({
        Id: own,
        MetricStat: metricStat(stat),
        ReturnData: false,
      }));
      renamed = renameOutsideTexts(renamed, name, id);
    }
    return once(JSON.stringify(["expression", at]), (id) => ({
      Id: id,
      Expression: renamed,
      Period: PERIOD_S,
      ReturnData: true,
    }));
  };
  const asked = metrics.map(({ source, requests }, at): Asked => {
    if (source.kind === "rate") {
      return { kind: "rate", errors: source.errors.map(ask), requests: source.requests.map(ask) };
    }
    const id = source.kind === "value" ? ask(source.stat) : askExpression(source.expression, source.parts, at);
    return { kind: "value", id, ...(requests === undefined ? {} : { requests: ask(requests) }) };
  });
  return { queries, asked };
}

function metricStat({ namespace, metric, dimensions, statistic, unit }: Stat): Readonly<Record<string, unknown>> {
  const named = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Metric: { Namespace: namespace, MetricName: metric, Dimensions: named },
    Period: PERIOD_S,
    Stat: statistic,
    ...(unit === undefined ? {} : { Unit: unit }),
  };
}

/** The expression with one id in the place of another; what stands in quotes is text. */
function renameOutsideTexts(expression: string, from: string, to: string): string {
  return expression.replaceAll(/'[^']*'|"[^"]*"|[A-Za-z_][A-Za-z0-9_]*/g, (token) => (token === from ? to : token));
}
