/**
 * What two plans of one root module would do differently, by the meaning of the plans: what is changed, the outputs, the
 * checks. Neither the configuration, nor versions, nor attributes that stay as they are make a difference. Pure.
 */
import { comparePlans, outlinePlan } from "@handrail/terraform";
import type { ChangeDifference, ChangeOutline, PlanOutline, PlanSource, PlanSummary } from "@handrail/terraform";
import type { ProofChange } from "./proof.ts";
import { describeCheck, describeDifferent, rankOf } from "./difference-words.ts";

/**
 * The digests of an outline are keyed, so that two values which are both secret are told apart. They are compared here and
 * never leave this process: the key need not be a secret.
 */
const KEY = "handrail terraform-bump prove";

/** Checks that are no news: passed, waiting for values, or not there. */
const CALM: ReadonlySet<string | undefined> = new Set(["pass", "unknown", undefined]);

/**
 * A plan in digests, with the parts that count. The texts in it are not redacted: what is made of it has to be.
 * Throws like `readPlan`.
 */
export function outlineMeaning(plan: PlanSummary, source: PlanSource): PlanOutline {
  const outline = outlinePlan({
    plan,
    source,
    key: KEY,
    redact: (text) => text,
    configuration: "",
    lockFile: undefined,
    terraformVersion: "",
    providerVersions: {},
    arguments: {},
    refreshOnly: false,
  });
  return {
    ...outline,
    parts: outline.parts.filter(({ kind }) => kind === "check"),
    changes: outline.changes.map(withoutUnchanged),
  };
}

/** The difference, what destroys first. Addresses and attributes as terraform names them: redact them. */
export function differencesOf(before: PlanOutline, after: PlanOutline): ProofChange[] {
  const { changes, outputs, checks } = comparePlans(before, after);
  const [then, now] = [before, after].map((plan) => new Map(plan.changes.map((change) => [nameOf(change), change])));
  const different = [...changes, ...outputs.map((output) => ({ ...output, address: `output.${output.address}` }))];
  return [
    ...different
      .toSorted((one, other) => rankOf(one) - rankOf(other))
      .map((one) => toChange(one, [then?.get(nameOf(one)), now?.get(nameOf(one))])),
    ...checks
      .filter(({ reviewed, now: status }) => reviewed !== status && !(CALM.has(reviewed) && CALM.has(status)))
      .map((check) => ({ address: check.address, what: describeCheck(check), isDestructive: false })),
  ];
}

function toChange(difference: ChangeDifference, pair: Parameters<typeof describeDifferent>[1]): ProofChange {
  const { address, deposed, actions, kind } = difference;
  return {
    address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    what: describeDifferent(difference, pair),
    isDestructive: kind !== "gone" && actions.includes("delete"),
  };
}

function nameOf({ section, address, deposed = "" }: Pick<ChangeOutline, "section" | "address" | "deposed">): string {
  return JSON.stringify([section, address, deposed]);
}

/**
 * The change with what it does, and nothing of the object that it leaves alone: another provider version has other
 * attributes there. A change of which too much is known to be kept stays as it is.
 */
function withoutUnchanged(change: ChangeOutline): ChangeOutline {
  const { detail, section, actions, previousAddress } = change;
  if (detail === undefined) return change;
  const { forced, importing } = detail;
  const isRemoval = actions.every((action) => action === "delete" || action === "forget");
  const isRenewed = actions.includes("create");
  const leaves = detail.leaves.filter(
    ([path, before, after]) =>
      !isRemoval && before !== after && !path.startsWith("(identity)") && !(isRenewed && isOpen(after)),
  );
  const kept = { object: "", leaves, ...(forced === undefined ? {} : { forced }) };
  const all = { ...kept, ...(importing === undefined ? {} : { importing }) };
  const meaning = [
    section,
    actions,
    previousAddress ?? "",
    all.forced ?? "",
    all.importing ?? "",
    leaves.toSorted(compare),
  ];
  return { ...change, detail: all, digest: JSON.stringify(meaning) };
}

/** Of a new object: nothing, or what only the apply will tell. See the tokens of an outline. */
function isOpen(token: string): boolean {
  return token === "" || token.startsWith("?") || token === "-" || token === "*-";
}

function compare([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number {
  return one < other ? -1 : Number(one > other);
}
