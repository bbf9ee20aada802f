/** What Lambda answers about a function and an alias, as types of ours. Parsing, and the words for it; nothing here decides. */
import { read, readNumber, readText, readTime } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** A function or one of its versions, of GetFunctionConfiguration. "" is what was not told. */
export type Configuration = {
  version: string;
  /** Pending, Active, Inactive, Failed, … */
  state: string;
  /** `InvalidSubnet: The subnet does not exist`. */
  stateReason: string;
  /** InProgress, Successful, Failed. */
  update: string;
  updateReason: string;
  /** Ms since 1970: when the last update was asked for. */
  modifiedAt: number | undefined;
  sha: string;
};

/** An alias, of GetAlias. */
export type Alias = {
  /** The version that gets what the weights leave. */
  version: string;
  /** Shares of the traffic (0 to 1) of other versions; those without traffic are left out. */
  weights: ReadonlyMap<string, number>;
  /** A weight is no number. */
  isOdd: boolean;
  /** Changes whenever the alias does; "" when it is not told. */
  revision: string;
};

/** Parses GetFunctionConfiguration; undefined for an answer that tells neither state nor update. */
export function parseConfiguration(answer: unknown): Configuration | undefined {
  const configuration = {
    version: readText(answer, "Version"),
    state: readText(answer, "State"),
    stateReason: reasonOf(answer, "StateReasonCode", "StateReason"),
    update: readText(answer, "LastUpdateStatus"),
    updateReason: reasonOf(answer, "LastUpdateStatusReasonCode", "LastUpdateStatusReason"),
    modifiedAt: readTime(answer, "LastModified"),
    sha: readText(answer, "CodeSha256"),
  };
  return configuration.state === "" && configuration.update === "" ? undefined : configuration;
}

function reasonOf(answer: unknown, code: string, words: string): string {
  return [readText(answer, code), readText(answer, words)].filter((part) => part !== "").join(": ");
}

/** Parses GetAlias; undefined for an answer without a version. */
export function parseAlias(answer: unknown): Alias | undefined {
  const version = readText(answer, "FunctionVersion");
  if (version === "") return undefined;
  const told = read(answer, "RoutingConfig", "AdditionalVersionWeights");
  const names = typeof told === "object" && told !== null ? Object.keys(told) : [];
  const weights = names.map((name): [string, number | undefined] => [name, readNumber(told, name)]);
  return {
    version,
    weights: new Map(weights.flatMap(([name, weight]) => (weight !== undefined && weight > 0 ? [[name, weight]] : []))),
    isOdd: weights.some(([, weight]) => weight === undefined),
    revision: readText(answer, "RevisionId"),
  };
}

/** The share of the traffic that a version gets: 0 to 1. */
export function shareOf({ version, weights }: Alias, of: string): number {
  const others = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (version === of ? Math.max(0, 1 - others) : 0) + (weights.get(of) ?? 0);
}

/** `version 1 90%, version 2 10%`. */
export function describeAlias(alias: Alias): string {
  const versions = [...new Set([alias.version, ...alias.weights.keys()])];
  return versions.map((each) => `version ${cutLine(each, 20)} ${percent(shareOf(alias, each))}`).join(", ");
}

/** `10%`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** `Active, InProgress (Creating: …)`. */
export function describeFunction({ state, stateReason, update, updateReason }: Configuration): string {
  const said = [state, update].filter((part) => part !== "").join(", update ");
  const reason = updateReason === "" ? stateReason : updateReason;
  return cutLine(reason === "" ? said : `${said} (${reason})`, 300);
}

/** Why it failed, in Lambda's words; undefined when it did not. */
export function failureOf({ state, stateReason, update, updateReason }: Configuration): string | undefined {
  const told = (what: string, reason: string): string => cutLine(reason === "" ? what : `${what} (${reason})`, 300);
  if (state === "Failed") return told("State Failed", stateReason);
  if (update === "Failed") return told("LastUpdateStatus Failed", updateReason);
  return state === "Deleting" ? told("it is being deleted", stateReason) : undefined;
}

/** It can be invoked, and no update is under way. */
export function isReady({ state, update }: Configuration): boolean {
  return state === "Active" && update === "Successful";
}

const states: ReadonlySet<string> = new Set(["", "Pending", "Active", "Failed", "Deleting"]);
const updates: ReadonlySet<string> = new Set(["", "InProgress", "Successful", "Failed"]);

/** What should be said about states that do not lead to an end by themselves, or that are new. */
export function warningsOf({ state, update, stateReason }: Configuration): string[] {
  const warnings: string[] = [];
  if (state === "Inactive") {
    warnings.push("Lambda tells the state Inactive: it becomes Active when it is invoked; waiting goes on");
  } else if (!states.has(state)) {
    const reason = stateReason === "" ? "" : ` (${cutLine(stateReason, 100)})`;
    warnings.push(`Lambda tells the state "${cutLine(state, 60)}"${reason}, which is no end; waiting goes on`);
  }
  if (!updates.has(update)) {
    warnings.push(`Lambda tells the unknown status of update "${cutLine(update, 60)}"; waiting goes on`);
  }
  return warnings;
}
