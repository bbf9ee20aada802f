/** What DescribeTargetHealth says about targets that are not healthy, in a line for each reason. Pure. */
import { readList, readText } from "@handrail/runner";

/** `2 targets unhealthy: Target.ResponseCodeMismatch, Health checks failed with these codes: [503]`; most first. */
export function tellTargets(answer: unknown): string[] {
  const reasons = new Map<string, number>();
  for (const target of readList(answer, "TargetHealthDescriptions")) {
    if (readText(target, "TargetHealth", "State") !== "unhealthy") continue;
    const words = [readText(target, "TargetHealth", "Reason"), readText(target, "TargetHealth", "Description")];
    const said = words.filter((word) => word !== "").join(", ") || "no reason is told";
    reasons.set(said, (reasons.get(said) ?? 0) + 1);
  }
  return [...reasons]
    .toSorted(([, a], [, b]) => b - a)
    .map(([said, count]) => `${count} ${count === 1 ? "target" : "targets"} unhealthy: ${said}`);
}
