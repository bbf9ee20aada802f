/**
 * What is to go wrong and when: rules matched by method, path and count, and barriers that hold requests until enough
 * of them have arrived. No timers: a held request goes on when a test or another request says so.
 */
import type { LoggedRequest } from "./loopback.ts";

/** Which requests a rule is for. */
export type Match = {
  /** `"POST /repos/:o/:r/issues/:n/comments"`: `:name` is one path segment, `*` anything; `"* /path"` any method. */
  on: string;
  /** Which of the matching requests, counted from 1 for this rule: default 1. */
  nth?: number | readonly number[] | "all";
  /** Only requests whose raw body contains this (GraphQL operations share one path). */
  body?: string;
  /** Only requests for which this holds. */
  when?: (request: LoggedRequest) => boolean;
};

/** A rule as the servers use it: `fault` names what happens, the rest are its parameters. */
export type Rule<Fault extends string = string> = Match & {
  fault: Fault;
  /** Seconds for the `retry-after` header; left out: no header. */
  retryAfter?: number;
  /** `delay`: hold before the request is processed (default), or after it was processed and before it is answered. */
  stage?: "before" | "after";
  /** Bytes, for faults that have a size. */
  size?: number;
  /** Where to, for faults that redirect. */
  location?: string;
};

/** A rule in force. */
export interface RuleHandle {
  /** How many requests it hit. */
  readonly hits: number;
  /** Resolves when it has hit `count` requests. */
  arrived(count?: number): Promise<void>;
  /** Lets held requests go on, and later ones through. */
  release(): void;
  /** Ends the rule and releases what it holds. */
  remove(): void;
}

/** The rules of one server. */
export interface Schedule<Fault extends string> {
  add(rule: Rule<Fault>): RuleHandle;
  /** Holds matching requests until `count` have arrived (or until released); later ones pass. */
  barrier(on: string, count: number, stage?: "before" | "after"): RuleHandle;
  /** Holds every matching request until released. */
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  clear(): void;
}

/** The side of a schedule that a server asks. */
export interface Faults<Fault extends string> extends Schedule<Fault> {
  /** The faults that hit this request, in the order the rules were added; waits are not among them. */
  match(request: LoggedRequest): { rules: Rule<Fault>[]; wait: (stage: "before" | "after") => Promise<void> };
}

type Entry<Fault extends string> = {
  rule: Rule<Fault> | undefined;
  match: Match;
  pattern: (request: LoggedRequest) => boolean;
  stage: "before" | "after";
  seen: number;
  handle: RuleHandle;
  /** Registers a hit and returns the wait it entails. */
  hit: () => Promise<void> | undefined;
};

/** Creates an empty schedule; `initial` rules are added in order. */
export function createSchedule<Fault extends string>(initial: readonly Rule<Fault>[] = []): Faults<Fault> {
  const entries: Entry<Fault>[] = [];
  const insert = (
    match: Match,
    options: { rule?: Rule<Fault>; stage?: "before" | "after"; open?: number },
  ): RuleHandle => {
    const entry = createEntry<Fault>(match, options, () => {
      const at = entries.indexOf(entry);
      if (at >= 0) entries.splice(at, 1);
    });
    entries.push(entry);
    return entry.handle;
  };
  const schedule: Faults<Fault> = {
    add: (rule) =>
      insert(rule, { rule, stage: rule.stage ?? "before", ...(rule.fault === "delay" ? { open: Infinity } : {}) }),
    barrier: (on, count, stage = "before") => insert({ on, nth: "all" }, { stage, open: count }),
    hold: (on, stage = "before") => insert({ on, nth: "all" }, { stage, open: Infinity }),
    clear: () => {
      for (const entry of entries.slice()) entry.handle.remove();
    },
    match: (request) => {
      const rules: Rule<Fault>[] = [];
      const waits = { before: [] as Promise<void>[], after: [] as Promise<void>[] };
      for (const entry of entries.slice()) {
        if (!entry.pattern(request)) continue;
        entry.seen += 1;
        if (!isNth(entry.match.nth, entry.seen)) continue;
        const wait = entry.hit();
        if (wait !== undefined) waits[entry.stage].push(wait);
        else if (entry.rule !== undefined) rules.push(entry.rule);
      }
      return {
        rules,
        wait: async (stage) => {
          await Promise.all(waits[stage]);
        },
      };
    },
  };
  for (const rule of initial) schedule.add(rule);
  return schedule;
}

/** `open` is the number of arrivals that opens a gate by itself; without it the entry never holds. */
function createEntry<Fault extends string>(
  match: Match,
  options: { rule?: Rule<Fault>; stage?: "before" | "after"; open?: number },
  remove: () => void,
): Entry<Fault> {
  const gate = Promise.withResolvers<void>();
  const watchers: { count: number; resolve: () => void }[] = [];
  let hits = 0;
  const hit = (): Promise<void> | undefined => {
    hits += 1;
    for (const watcher of watchers) if (hits >= watcher.count) watcher.resolve();
    if (options.open === undefined) return undefined;
    if (hits >= options.open) gate.resolve();
    return gate.promise;
  };
  const handle: RuleHandle = {
    get hits() {
      return hits;
    },
    arrived: (count = 1) =>
      new Promise((resolve) => {
        watchers.push({ count, resolve });
        if (hits >= count) resolve();
      }),
    release: () => gate.resolve(),
    remove: () => {
      gate.resolve();
      remove();
    },
  };
  return { rule: options.rule, match, pattern: compile(match), stage: options.stage ?? "before", seen: 0, handle, hit };
}

function isNth(nth: Match["nth"], seen: number): boolean {
  if (nth === "all") return true;
  return Array.isArray(nth) ? nth.includes(seen) : seen === (nth ?? 1);
}

function compile(match: Match): (request: LoggedRequest) => boolean {
  const [method = "*", path = "*"] = match.on.includes(" ") ? match.on.split(" ", 2) : ["*", match.on];
  const pattern = compilePath(path);
  return (request) =>
    (method === "*" || method.toUpperCase() === request.method) &&
    pattern(request.path) !== undefined &&
    (match.body === undefined || request.text.includes(match.body)) &&
    (match.when === undefined || match.when(request));
}

/** Compiles `/repos/:owner/:repo/*` into a matcher that returns the named segments, decoded; `*` may span segments. */
export function compilePath(path: string): (candidate: string) => Record<string, string> | undefined {
  const names: string[] = [];
  const source = path.replace(/:([a-zA-Z_]+)|\*|[.+?^${}()|[\]\\]/gu, (token, name: string | undefined) => {
    if (name !== undefined) {
      names.push(name);
      return "([^/]+)";
    }
    if (token !== "*") return `\\${token}`;
    names.push("*");
    return "(.*)";
  });
  const expression = new RegExp(`^${source}$`, "u");
  return (candidate) => {
    const found = expression.exec(candidate);
    if (found === null) return undefined;
    return Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1] ?? "")]));
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
