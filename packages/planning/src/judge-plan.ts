/**
 * Holds a plan against the guardrails and the policy command. The order of effects; the decisions are in guardrails.ts.
 */
import { Failure } from "@handrail/runner";
import type { Asked } from "./ask-github.ts";
import { decideGuardrails } from "./guardrails.ts";
import type { GuardrailDecision } from "./guardrails.ts";
import type { Guardrail } from "./handrail-file.ts";
import { runPolicy } from "./policy.ts";
import type { PolicyVerdict, ReadablePlan } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/** What was decided; `failure` denies. */
export type Judgement = {
  guardrails: GuardrailDecision;
  /** What could not be found out, for the reader. */
  notes: string[];
  policy?: PolicyVerdict;
  failure?: Failure;
};

/**
 * Judges a plan.
 * @param planJsonFile the redacted plan, for the policy command
 */
export async function judgePlan(
  step: PlanStep,
  asked: Asked,
  facts: { rules: readonly Guardrail[]; readable: ReadablePlan; planJsonFile: string },
): Promise<Judgement> {
  const { changes, deferred } = facts.readable.plan;
  const all = [...changes, ...deferred];
  let guardrails = decideGuardrails(facts.rules, all, []);
  let notes: string[] = [];
  if (guardrails.violations.some(({ rule }) => rule.unlessLabel !== undefined)) {
    const labels = await asked.labels();
    guardrails = decideGuardrails(facts.rules, all, labels ?? []);
    if (labels === undefined) notes = [step.pullRequest === undefined ? noPullRequest : labelsUnknown];
  }
  const policy = step.inputs["policy-command"].length === 0 ? undefined : await askPolicy(step, facts.planJsonFile);
  const failure = decideDenial(guardrails, policy);
  return {
    guardrails,
    notes,
    ...(policy === undefined ? {} : { policy }),
    ...(failure === undefined ? {} : { failure }),
  };
}

const noPullRequest = "There is no pull request here, so no label can lift a guardrail.";
const labelsUnknown =
  "The labels of the pull request could not be read, so no label lifts a guardrail. The job needs pull-requests: read.";

async function askPolicy({ inputs, target, deps }: PlanStep, planJsonFile: string): Promise<PolicyVerdict> {
  const { redactor, log } = deps.host;
  const verdict = await runPolicy({
    command: inputs["policy-command"],
    directory: target.path,
    planJsonFile,
    environment: target.environment,
    exec: deps.exec,
    redact: (text) => redactor.redact(text),
  });
  if (verdict.output.trim() !== "") log.info(verdict.output.trimEnd());
  return verdict;
}

function decideDenial({ violations }: GuardrailDecision, policy: PolicyVerdict | undefined): Failure | undefined {
  const [first] = violations;
  if (first !== undefined) {
    const more = violations.length > 1 ? ` and ${violations.length - 1} more` : "";
    const shown = first.addresses.slice(0, 3).join(", ");
    const rest = first.addresses.length > 3 ? ` and ${first.addresses.length - 3} more` : "";
    return new Failure({
      result: "denied",
      reason: "guardrail-denied",
      what: `Guardrail ${first.rule.name}${more} denies this plan: ${shown}${rest}`,
      remedy: first.rule.message ?? describeRemedy(first.rule),
    });
  }
  if (policy === undefined || policy.exitCode === 0) return undefined;
  if (policy.isCancelled) {
    return new Failure({
      reason: "cancelled",
      what: "The run was cancelled while the policy command looked at the plan",
      remedy: "Run the job again when you want its verdict.",
    });
  }
  if (policy.exitCode === undefined) {
    return new Failure({
      result: "denied",
      reason: "policy-denied",
      what: `The policy command did not come to an end, and what is not allowed is denied: ${policy.output}`,
      remedy: "Write the program and its arguments one a line, and install the program in a step before this one.",
    });
  }
  return new Failure({
    result: "denied",
    reason: "policy-denied",
    what: `The policy command denies this plan: ${policy.command} ended with exit code ${policy.exitCode}`,
    remedy: "Its output is in the log and in the step summary.",
  });
}

function describeRemedy({ unlessLabel }: Guardrail): string {
  return unlessLabel === undefined
    ? "Change the configuration so that it keeps what the guardrail protects."
    : `Change the configuration, or let somebody who may decide it add the label ${unlessLabel}.`;
}
