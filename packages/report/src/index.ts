export { annotateReport } from "./annotate.ts";
export { renderComment, renderSummary } from "./comment.ts";
export { composeReport, showDiagnostic, type PlanFacts } from "./compose-report.ts";
export { describeCounts } from "./headline.ts";
export { isGenuineMarker, markReport, planAction } from "./marker.ts";
export type {
  BrokenGuardrail,
  GuardrailFindings,
  PlanReport,
  PolicyVerdict,
  ReportOrigin,
  ShownChange,
  ShownDiagnostic,
  ShownViolation,
} from "./report.ts";
export { renderResultFile, resultSchema } from "./result-file.ts";
export { showChanges, showDrift, showOutputs, type ReadablePlan } from "./shown-changes.ts";
