/** Which faults end waiting, and after how long. */
import { describe, expect, it } from "@jest/globals";
import { blinded, sighted, verdictOf } from "./blindness.ts";
import type { Blindness } from "./blindness.ts";
import type { Fault } from "./target.ts";

const fault = (kind: Fault["kind"]): Fault => ({ kind, operation: "ecs:DescribeServices", detail: `${kind} it is` });

function after(...kinds: readonly Fault["kind"][]): Blindness {
  return kinds.reduce((before, kind) => blinded(before, fault(kind)), sighted(1000));
}

describe("verdictOf", () => {
  it("has none without a fault", () => {
    expect(verdictOf(sighted(0), 1e9)).toBeUndefined();
  });

  it.each<Fault["kind"]>(["throttled", "unavailable"])("lives through five minutes of %s", (kind) => {
    const blindness = after(...Array.from({ length: 60 }, () => kind));
    expect(verdictOf(blindness, 1000 + 330_000)).toBeUndefined();
    expect(verdictOf(blindness, 1000 + 360_000)).toMatchObject({ result: "inconclusive" });
  });

  it.each<[Fault["kind"], string]>([
    ["denied", "access-denied"],
    ["expired", "credentials-expired"],
    ["refused", "inconclusive"],
  ])("believes %s when it was said twice", (kind, result) => {
    expect(verdictOf(after(kind), 2000)).toBeUndefined();
    const verdict = verdictOf(after(kind, kind), 12_000);
    expect(verdict).toMatchObject({ result });
    expect(verdict?.cause).toContain(`ecs:DescribeServices: ${kind} it is`);
  });

  it("does not add up refusals with something else between them", () => {
    expect(verdictOf(after("denied", "unavailable", "denied"), 12_000)).toBeUndefined();
  });
});
