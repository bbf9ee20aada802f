/**
 * The door to what is needed when terraform is done: a step loads it while terraform runs, so that terraform, and a bad
 * input, start at once. Pure like `.`.
 */
export { draftReport, readMadePlan, type Concluded } from "./draft-report.ts";
export { judgePlan, type Judgement } from "./judge-plan.ts";
export { keepReview, type CommentReader, type KeepFacts } from "./keep-review.ts";
export { originOf } from "./origin.ts";
export {
  decideComment,
  describeLookAlike,
  describeMissingComment,
  publishComment,
  type CommentWriter,
  type Publication,
  type PublishOptions,
} from "./publish.ts";
export { markerOf, publishReport, type PublishFacts } from "./publish-report.ts";
export { digestPlan, fingerprintFacts, recordOf, sealPlan, type SealedPlan, type Sealing } from "./seal-plan.ts";
