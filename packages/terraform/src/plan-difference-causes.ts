/**
 * What an update changes by itself, told from its outline: not what only follows from it. It compares no plans.
 */
import { compareCodeUnits } from "@handrail/runner";
import type { ChangeOutline } from "./plan-outline.ts";

/** The paths that a change is about, where it is not about all of its object; sorted. */
export function causesOf(change: ChangeOutline | undefined): string[] {
  const isUpdate = change?.actions.includes("update") === true;
  const leaves = isUpdate ? (change.detail?.leaves ?? []) : [];
  const changed = leaves.filter(([, before, after]) => before !== after);
  const unknown = new Set(changed.flatMap(([path, , after]) => (after.startsWith("?") ? [path] : [])));
  // What only follows from it is known after the apply.
  const causes = changed.filter(([path]) => !isIn(path, unknown));
  return (causes.length === 0 ? changed : causes).map(([path]) => path).sort(compareCodeUnits);
}

/** Whether one of the paths is this one, or above it. */
function isIn(path: string, paths: ReadonlySet<string>): boolean {
  if (paths.has(path)) return true;
  for (const { index } of path.matchAll(/[.[]/g)) {
    if (paths.has(path.slice(0, index))) return true;
  }
  return false;
}
