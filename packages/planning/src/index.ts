export { applyDeployment, applyTask, statusOfApply, unsavedStateOf } from "./apply-deployment.ts";
export { askGitHub, type Asked } from "./ask-github.ts";
export type { Guardrail } from "./handrail-file.ts";
export { hideKnownSecrets, type SecretPlaces } from "./hide-secrets.ts";
export { planInputProblems, planInputs, readPlanInputs, type PlanInputs } from "./inputs.ts";
export { waitForLeftBehind } from "./left-behind.ts";
export {
  makePlan,
  planAgain,
  prepareSavedPlan,
  showSavedPlan,
  startPlan,
  type MadePlan,
  type PlanMaking,
} from "./make-plan.ts";
export { openStep, type Doors, type OpenStep, type StepOptions } from "./open-step.ts";
export { documentName, planName } from "./plan-names.ts";
export { readGuardrails } from "./read-guardrails.ts";
export { readRootSettings, targetsOf, type RootSettings, type RootTarget } from "./root-settings.ts";
export { settlePullRequest } from "./settle-pull-request.ts";
export type { Deps, FileVerbs, GitHubVerbs, PlanStep, PlanVerbs } from "./step.ts";
export { defaultLabel, labelOf, type PlanTarget } from "./target.ts";
export { requireTrusted } from "./trust.ts";
