/**
 * Makes a candidate of a plan: reads its document, makes its secrets known, takes its fingerprint and outline. The order
 * of effects.
 */
import type { MadePlan } from "@handrail/planning";
import { digestPlan, fingerprintFacts, readMadePlan } from "@handrail/planning/conclude";
import type { ApplyStep, Candidate } from "./step.ts";

/** The files of one plan, in the private folder. */
export type PlanFiles = { planFile: string; documentFile: string };

/** @throws the failure that ended the plan; what was made of it is in `made` */
export function readCandidate(step: ApplyStep, made: MadePlan, { planFile, documentFile }: PlanFiles): Candidate {
  const { deps } = step;
  const source = made.hasDocument ? deps.files.openPlan(documentFile) : undefined;
  const readable = readMadePlan(source, made, step);
  if (made.failure !== undefined) throw made.failure;
  if (readable === undefined) throw new TypeError("a plan without a failure has a document");
  const facts = fingerprintFacts(step, made, readable);
  return { made, readable, planFile, ...digestPlan(facts, deps.files.readBytes(planFile)) };
}
