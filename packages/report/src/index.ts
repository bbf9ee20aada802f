export { annotateReport } from "./annotate.ts";
export {
  describeProgress,
  summariseApply,
  type ApplyRecord,
  type ApplyResult,
  type ShownDifference,
  type ShownDifferentChange,
  type ShownOutput,
  type ShownReview,
} from "./apply-record.ts";
export { outlineOf, renderApplyComment, renderComment, renderSummary, type CommentParts } from "./comment.ts";
export { composeReport, showDiagnostic, type PlanFacts } from "./compose-report.ts";
export { describeCounts, describeDone } from "./headline.ts";
export {
  isGenuineMarker,
  isProven,
  keepReviewed,
  keepUnsaved,
  markApply,
  markReport,
  planAction,
  staysAsItIs,
} from "./marker.ts";
export { LONGEST_RESULT, parseResultFile, schemaOf, type ParsedResult } from "./parse-result.ts";
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
export { applySchema, planSchema, renderResultFile, type ResultParts } from "./result-file.ts";
export { ShapeError, flag, integer, list, object, pattern, text, type Reader } from "./shape.ts";
export { showChanges, showDrift, showOutputs, type ReadablePlan } from "./shown-changes.ts";
