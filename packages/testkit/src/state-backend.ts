/**
 * A server for terraform's http backend: state in memory, locks by LOCK and UNLOCK, the holder's info with 423 as
 * terraform writes it. https://developer.hashicorp.com/terraform/language/backend/http
 */
import { startLoopback } from "./loopback.ts";
import type { Answer, LoggedRequest } from "./loopback.ts";
import { createSchedule } from "./schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "./schedule.ts";

/** What terraform says about itself when it locks. */
export type LockInfo = {
  ID: string;
  Operation: string;
  Info: string;
  Who: string;
  Version: string;
  Created: string;
  Path: string;
};

/** What can go wrong. `commit-then-500`: the state was stored, terraform is told that it was not. */
export type StateFault =
  | "401"
  | "403"
  | "404"
  | "409"
  | "500"
  | "503"
  | "commit-then-500"
  | "reset-before"
  | "reset-after-commit"
  | "html-200"
  | "delay";

/** Options of {@link startStateBackend}. */
export type StateBackendOptions = { faults?: readonly Rule<StateFault>[]; user?: string; password?: string };

/** A running backend. States are apart by path: `url` is the default one, `at("x")` another. */
export interface StateBackend {
  /** `address`, `lock_address` and `unlock_address` of the default state. */
  readonly url: string;
  at(name: string): string;
  /** HCL for a `terraform { … }` block, with locking. */
  hcl(name?: string): string;
  /** Arguments for `terraform init`: `-backend-config=…`. */
  config(name?: string): string[];
  /** The stored state as text; undefined before the first write. */
  state(name?: string): string | undefined;
  /** The stored serial and lineage. */
  serial(name?: string): number | undefined;
  lineage(name?: string): string | undefined;
  put(text: string, name?: string): void;
  /** Who holds the lock; undefined: nobody. */
  holder(name?: string): LockInfo | undefined;
  /** Locks it as somebody else. */
  lock(info?: Partial<LockInfo>, name?: string): LockInfo;
  unlock(name?: string): void;
  /** All versions that were written, in order. */
  history(name?: string): readonly string[];
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<StateFault>;
  /** Holds requests, e.g. `"POST /*"` for slow state writes, until released. */
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  close(): Promise<void>;
}

type Stored = { history: string[]; holder: LockInfo | undefined };
const DEFAULT = "state";

/** Starts a backend. */
export async function startStateBackend(options: StateBackendOptions = {}): Promise<StateBackend> {
  const states = new Map<string, Stored>();
  const schedule = createSchedule<StateFault>(options.faults);
  const server = await startLoopback((request) => serve(states, schedule, options, request));
  const of = (name = DEFAULT): Stored => {
    const stored = states.get(`/${name}`) ?? { history: [], holder: undefined };
    states.set(`/${name}`, stored);
    return stored;
  };
  const at = (name: string): string => `${server.url}/${name}`;
  const settings = (name = DEFAULT): [string, string][] => settingsOf(at(name), options);
  const field = (name: string | undefined, key: "serial" | "lineage"): unknown => {
    const text = of(name).history.at(-1);
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>)[key];
  };
  return {
    url: at(DEFAULT),
    at,
    hcl: (name) =>
      `terraform {\n  backend "http" {\n${settings(name)
        .map(([key, value]) => `    ${key} = "${value}"\n`)
        .join("")}  }\n}\n`,
    config: (name) => settings(name).map(([key, value]) => `-backend-config=${key}=${value}`),
    state: (name) => of(name).history.at(-1),
    serial: (name) => toNumber(field(name, "serial")),
    lineage: (name) => toText(field(name, "lineage")),
    put: (text, name) => {
      of(name).history.push(text);
    },
    holder: (name) => of(name).holder,
    lock: (info, name) => (of(name).holder = { ...SOMEBODY, ...info }),
    unlock: (name) => {
      of(name).holder = undefined;
    },
    history: (name) => of(name).history,
    requests: server.requests,
    faults: schedule,
    hold: (...given) => schedule.hold(...given),
    close: async () => {
      schedule.clear();
      await server.close();
    },
  };
}

/** The backend's settings for a state's address. */
function settingsOf(address: string, { user, password = "" }: StateBackendOptions): [string, string][] {
  const login: [string, string][] =
    user === undefined
      ? []
      : [
          ["username", user],
          ["password", password],
        ];
  return [["address", address], ["lock_address", address], ["unlock_address", address], ...login];
}

const SOMEBODY: LockInfo = {
  ID: "11111111-2222-3333-4444-555555555555",
  Operation: "OperationTypeApply",
  Info: "",
  Who: "runner@somewhere",
  Version: "1.11.4",
  Created: "2026-11-22T12:00:00.000000000Z",
  Path: "",
};

const EARLY: Partial<Record<StateFault, Answer>> = {
  "reset-before": { status: 0, cut: "before" },
  "html-200": { status: 200, headers: { "content-type": "text/html" }, body: "<html></html>" },
};

async function serve(
  states: Map<string, Stored>,
  schedule: Faults<StateFault>,
  options: StateBackendOptions,
  request: LoggedRequest,
): Promise<Answer> {
  const { rules, wait } = schedule.match(request);
  await wait("before");
  const fault = rules[0]?.fault;
  request.fault = fault;
  if (fault !== undefined && /^\d{3}$/u.test(fault)) return { status: Number(fault), body: "" };
  const early = fault === undefined ? undefined : EARLY[fault];
  if (early !== undefined) return early;
  const answer = isAuthorized(options, request) ? act(states, request) : { status: 401, body: "" };
  await wait("after");
  if (fault === "commit-then-500") return { status: 500, body: "" };
  return fault === "reset-after-commit" ? { ...answer, cut: "before" } : answer;
}

function isAuthorized({ user, password }: StateBackendOptions, request: LoggedRequest): boolean {
  if (user === undefined) return true;
  const expected = `Basic ${Buffer.from(`${user}:${password ?? ""}`).toString("base64")}`;
  return request.headers["authorization"] === expected;
}

function act(states: Map<string, Stored>, request: LoggedRequest): Answer {
  const stored = states.get(request.path) ?? { history: [], holder: undefined };
  states.set(request.path, stored);
  const info = request.body as LockInfo | undefined;
  switch (request.method) {
    case "GET": {
      const text = stored.history.at(-1);
      return text === undefined
        ? { status: 404, body: "" }
        : { status: 200, headers: { "content-type": "application/json" }, body: text };
    }
    case "POST": {
      // terraform sends the ID of its lock with a locked state.
      if (stored.holder !== undefined && request.query.get("ID") !== stored.holder.ID)
        return { status: 423, body: stored.holder };
      stored.history.push(request.text);
      return { status: 200, body: "" };
    }
    case "LOCK":
      if (stored.holder !== undefined) return { status: 423, body: stored.holder };
      stored.holder = info;
      return { status: 200, body: "" };
    case "UNLOCK":
      // A forced unlock comes without a body.
      if (stored.holder !== undefined && info !== undefined && info.ID !== stored.holder.ID)
        return { status: 409, body: stored.holder };
      stored.holder = undefined;
      return { status: 200, body: "" };
    case "DELETE":
      stored.history.length = 0;
      return { status: 200, body: "" };
    default:
      return { status: 405, body: "" };
  }
}

function toNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
