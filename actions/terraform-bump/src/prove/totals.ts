/**
 * A proof in one line: what a maintainer reads first. Pure; the body of the pull request is rendered elsewhere.
 */
import type { Proof, RootProof } from "./proof.ts";

/**
 * `0 changes in 37 roots, 2 roots change, 1 fails`. What was only validated, failed before, works again or was not tried is
 * counted behind it. Plain text without anything from outside.
 */
export function describeTotals({ roots }: Proof): string {
  if (roots.length === 0) return "no root module is affected";
  const count = (outcome: RootProof["outcome"], how?: RootProof["how"]): number =>
    roots.filter((root) => root.outcome === outcome && (how === undefined || root.how === how)).length;
  const same = count("same", "plan");
  const valid = count("same") - same;
  const phrases: [number, string][] = [
    [same, `0 changes in ${rootCount(same)}`],
    [count("changes"), `${rootCount(count("changes"))} ${count("changes") === 1 ? "changes" : "change"}`],
    [count("fails"), `${count("fails")} ${count("fails") === 1 ? "fails" : "fail"}`],
    [count("fixed"), `${count("fixed")} ${count("fixed") === 1 ? "works" : "work"} again`],
    [valid, `${valid} only validated`],
    [count("failed-before"), `${count("failed-before")} failed before`],
    [count("unverified"), `${count("unverified")} not verified`],
  ];
  return phrases.flatMap(([number, phrase]) => (number === 0 ? [] : [phrase])).join(", ");
}

function rootCount(count: number): string {
  return `${count} ${count === 1 ? "root" : "roots"}`;
}
