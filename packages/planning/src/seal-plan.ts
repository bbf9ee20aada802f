/**
 * Fingerprints a plan, and binds the saved plan to what it was made of, so that apply can trust both. The order of
 * effects; what a fingerprint and a record are is in @handrail/terraform.
 */
import {
  NONCE_LENGTH,
  cliArguments,
  digestState,
  fingerprintAndOutline,
  fingerprintPlan,
  readPlanArchive,
  renderOutline,
  renderRecord,
  sealPlan as encryptPlan,
  sha256,
} from "@handrail/terraform";
import type { FingerprintFacts, OutlineOptions, PlanOutline, PlanRecord, StateDigest } from "@handrail/terraform";
import type { MadePlan } from "./make-plan.ts";
import { originOf } from "./origin.ts";
import type { ReadablePlan } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/** Names the form of the record's maker; a change that apply must know of changes it. */
const createdBy = "handrail/terraform-plan 1";

/** What is sealed. */
export type Sealing = {
  made: MadePlan;
  readable: ReadablePlan;
  label: string;
  /** Where terraform saved the plan. */
  planFile: string;
  /** False for a plan that must not be applied: it failed, or was denied. Its file is removed. */
  isApplicable: boolean;
};

/** The fingerprint and the outline, and the file that apply takes; its record lies beside it. */
export type SealedPlan = {
  fingerprint: string;
  /** `renderOutline`; "" when the plan is too large for one. */
  outline: string;
  planFile?: string;
};

/** Most characters of an outline: a quarter of what a comment holds, so that people have the rest. */
const OUTLINE_LIMIT = 16_000;

/** Where the record of a plan file lies. */
export function recordOf(planFile: string): string {
  return `${planFile}.record.json`;
}

/** Everything that a plan's fingerprint and outline are made of. */
export function fingerprintFacts(step: PlanStep, made: MadePlan, readable: ReadablePlan): FingerprintFacts {
  const { deps, target, inputs } = step;
  const key = inputs["seal-key"];
  return {
    source: readable.source,
    plan: readable.plan,
    redact: readable.redact,
    ...(key === "" ? {} : { key }),
    configuration: made.configuration ?? "",
    ...(made.files === undefined ? {} : { files: made.files }),
    lockFile: deps.terraform.lockFile(),
    terraformVersion: made.terraformVersion,
    providerVersions: made.providerVersions,
    arguments: cliArguments(target.environment),
    refreshOnly: inputs["refresh-only"],
  };
}

/**
 * The fingerprint of a plan, and its outline with the state that is in its file, as terraform had it after the refresh.
 * A plan whose file cannot be looked into (another product's, a newer layout) has an outline without the state.
 */
export function digestPlan(
  facts: FingerprintFacts,
  planFile: Uint8Array | undefined,
  options?: OutlineOptions,
): { fingerprint: string; outline: PlanOutline } {
  const state = (): StateDigest | undefined => (planFile === undefined ? undefined : stateOf(facts, planFile));
  return fingerprintAndOutline(facts, state, options);
}

function stateOf({ redact, key = "" }: FingerprintFacts, planFile: Uint8Array): StateDigest | undefined {
  try {
    const { stateBytes } = readPlanArchive(planFile);
    return digestState(new TextDecoder().decode(stateBytes), { redact, key });
  } catch {
    return undefined;
  }
}

/** Fingerprints the plan and seals its file. */
export function sealPlan(step: PlanStep, sealing: Sealing): SealedPlan {
  const { deps, target, inputs } = step;
  const { made, readable, planFile } = sealing;
  const key = inputs["seal-key"];
  const facts = fingerprintFacts(step, made, readable);
  const plan = sealing.isApplicable ? deps.files.readBytes(planFile) : undefined;
  if (plan === undefined) return { fingerprint: fingerprintPlan(facts), outline: "" };
  const { fingerprint, outline } = digestPlan(facts, plan, { maxLength: OUTLINE_LIMIT });
  const origin = originOf(step);
  const backend = deps.terraform.backend();
  const record: PlanRecord = {
    schema: 1,
    label: sealing.label,
    repository: origin.repository,
    runId: origin.runId,
    runAttempt: origin.runAttempt,
    headSha: origin.headSha,
    baseSha: origin.baseSha ?? "",
    directory: target.directory,
    workspace: made.workspace,
    backendType: backend.type,
    backendHash: backend.hash,
    configuration: facts.configuration,
    lockFile: facts.lockFile === undefined ? "" : sha256(facts.lockFile),
    terraformVersion: made.terraformVersion,
    planSha256: sha256(plan),
    fingerprint,
    createdBy,
  };
  const file = `${target.outputDirectory}/plan.tfplan${key === "" ? "" : ".sealed"}`;
  if (key !== "") deps.files.write(file, [encryptPlan(plan, record, key, deps.randomBytes(NONCE_LENGTH))]);
  else if (file !== planFile) deps.files.write(file, [plan]);
  deps.files.write(recordOf(file), [renderRecord(record, key)]);
  return { fingerprint, outline: renderOutline(outline, OUTLINE_LIMIT), planFile: file };
}
