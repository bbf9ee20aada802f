/**
 * Makes what people see of a plan out of the plan: categories, order, and diffs that are read and rendered only when
 * asked for. Everything that leaves here is redacted.
 */
import { cutDiff, diffBody, diffOutputs, readBody, redactKeys, renderDiff } from "@handrail/terraform";
import type { DiffLine, PlanSource, PlanSummary, ResourceChange } from "@handrail/terraform";
import { categories, categoryOf } from "./category.ts";
import type { ShownChange } from "./report.ts";

type Redact = (text: string) => string;

/** A plan that can be read again, and what hides its secrets. */
export type ReadablePlan = { plan: PlanSummary; source: PlanSource; redact: Redact; hasSecrets: boolean };

/** The changes, deferred ones included, worst first; in plan order within a category. */
export function showChanges(readable: ReadablePlan): ShownChange[] {
  const { plan } = readable;
  const kept = new KeptDiffs();
  return sortByCategory([...plan.changes, ...plan.deferred].map((change) => showChange(change, readable, kept)));
}

/** What changed outside of terraform. */
export function showDrift(readable: ReadablePlan): ShownChange[] {
  const kept = new KeptDiffs();
  return sortByCategory(readable.plan.drift.map((change) => showChange(change, readable, kept)));
}

/** All changed outputs as one diff, and their names. */
export function showOutputs({ plan, redact }: ReadablePlan): { names: string[]; diff(maxLines: number): string } {
  const names = plan.outputs.map((output) => output.name);
  const diff = (maxLines: number): string => {
    if (names.length === 0) return "";
    return renderDiff(diffOutputs(plan.outputs, { redact, maxLines }));
  };
  return { names, diff };
}

/** Diffs that were made once and are asked for again by comment, summary and result file; of a large plan only some. */
class KeptDiffs {
  private readonly lines = new Map<ResourceChange, DiffLine[]>();
  private room = 200_000;

  of(change: ResourceChange, make: () => DiffLine[]): DiffLine[] {
    const known = this.lines.get(change);
    if (known !== undefined) return known;
    const made = make();
    this.room -= made.length;
    if (this.room >= 0) this.lines.set(change, made);
    return made;
  }
}

function sortByCategory(changes: ShownChange[]): ShownChange[] {
  return changes.toSorted((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category));
}

function showChange(change: ResourceChange, { source, redact }: ReadablePlan, kept: KeptDiffs): ShownChange {
  const { importing } = change;
  const shown: ResourceChange = {
    ...change,
    address: redactKeys(change.address, redact),
    ...(change.previousAddress === undefined ? {} : { previousAddress: redactKeys(change.previousAddress, redact) }),
    ...(change.module === undefined ? {} : { module: redactKeys(change.module, redact) }),
    // An identity is shown by the diff, which knows what of it is sensitive.
    ...(importing === undefined ? {} : { importing: importing.id === undefined ? {} : { id: redact(importing.id) } }),
    replacePaths: change.replacePaths.map((path) =>
      path.map((part) => (typeof part === "string" ? redact(part) : part)),
    ),
    ...(typeof change.index === "string" ? { index: redact(change.index) } : {}),
  };
  const lines = (): DiffLine[] => {
    const { kind, replacePaths } = change;
    return diffBody(readBody(source, change), { kind, replacePaths, redact });
  };
  const diff = (maxLines: number): string => renderDiff(cutDiff(kept.of(change, lines), maxLines));
  return { category: categoryOf(change), change: shown, diff };
}
