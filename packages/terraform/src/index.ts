export { countChanges, hasChanges, type Counts } from "./counts.ts";
export { cutDiff, diffBody, diffOutputs, type DiffOptions } from "./diff-body.ts";
export { renderDiff, type DiffLine } from "./diff-line.ts";
export { ExactNumber, isJsonObject, member, numberText, type Json, type JsonObject } from "./json-value.ts";
export { readBody, readPlan } from "./plan-reader.ts";
export type {
  ChangeBody,
  ChangeKind,
  Check,
  OtherChange,
  OutputChange,
  PlanSource,
  PlanSummary,
  ResourceChange,
  Span,
} from "./plan.ts";
export {
  readBlocks,
  readHcl,
  unescapeQuoted,
  type HclAttribute,
  type HclBlock,
  type HclBody,
  type HclValue,
} from "./hcl-blocks.ts";
export { scanHcl, type Token, type TokenKind } from "./hcl-scan.ts";
export { describeEvent } from "./describe-event.ts";
export { classify, isToldBy, type Classification } from "./diagnostic-class.ts";
export type { Phase } from "./diagnostic-rule.ts";
export {
  compareDiagnostics,
  isHeading,
  locateDiagnostic,
  orderDiagnostics,
  parseDiagnostic,
  parseValidation,
  type Diagnostic,
  type Position,
  type Snippet,
  type Validation,
} from "./diagnostics.ts";
export { parseEvent, type ChangeEvent, type OperationType, type OutputEvent, type TerraformEvent } from "./events.ts";
export { lineCounter } from "./line-counter.ts";
export { createLineSplitter, MAX_LINE, type LineSplitter } from "./line-splitter.ts";
export { parseLockFile, type LockFile, type LockProblem } from "./lock-file.ts";
export type { LockEntry, PlacedLockEntry } from "./lock-file-entry.ts";
export { renderLockFile } from "./lock-file-text.ts";
export { updateLockFile } from "./lock-file-update.ts";
export { parseLockInfo, type LockInfo } from "./state-lock.ts";
export { ConstraintError, type ConstraintFacts } from "./constraint-error.ts";
export type { Catalogue, Release } from "./catalogue.ts";
export { matches, parseConstraint, type Constraint } from "./constraint.ts";
export type { Dialect, Operator, Term } from "./constraint-dialect.ts";
export { normalTerms, normaliseConstraints } from "./constraint-normal.ts";
export { updateConstraint, type ConstraintUpdate, type UpdateStrategy } from "./constraint-update.ts";
export {
  findChecksum,
  parseIndex,
  platformOf,
  programName,
  releaseFiles,
  releasePlaces,
  VENDOR_HOSTS,
  type Platform,
  type ReleaseFiles,
  type ReleasePlaces,
} from "./releases.ts";
export { moduleFileNames, readRequiredVersions, type ModuleFile, type RequiredVersion } from "./required-version.ts";
export {
  isTomlFile,
  parseVersionFile,
  versionFileNames,
  type Product,
  type TomlParser,
  type VersionWish,
} from "./version-files.ts";
export { matchesPattern, parsePattern, type VersionPattern } from "./version-pattern.ts";
export { parseRequest, parseToolRequest, partialVersion, type VersionRequest } from "./version-request.ts";
export {
  compareVersions,
  coreOf,
  parseRelease,
  parseVersion,
  renderVersion,
  tryVersion,
  type Version,
} from "./version.ts";
export { redactedPlan } from "./redacted-plan.ts";
export { isLoopback, releasesUrlProblem } from "./releases-url.ts";
export { addressProblem } from "./address.ts";
export { redactKeys, withoutKeys } from "./address-keys.ts";
export {
  configurationDigests,
  hashConfiguration,
  hashDigests,
  type ConfigurationFile,
  type FileDigest,
} from "./configuration.ts";
export { cliArguments, influences } from "./influences.ts";
export type { FingerprintFacts } from "./fingerprint-facts.ts";
export { fingerprintParts, fingerprintPlan, type ChangeDigest } from "./fingerprint.ts";
export { deriveKey, SHORTEST_SEAL_KEY, type SealPurpose } from "./seal-key.ts";
export {
  canonicalRecord,
  compareRecord,
  parseRecord,
  renderRecord,
  sha256,
  verifyRecord,
  type PlanRecord,
  type RecordDifference,
  type SealedRecord,
} from "./plan-record.ts";
export { checkPlan, isSealedPlan, NONCE_LENGTH, openPlan, sealPlan } from "./plan-seal.ts";
export { canonicalJson } from "./canonical-json.ts";
export {
  createApplyProgress,
  plannedObjects,
  type ApplyEnd,
  type ApplyOutcome,
  type ApplyProgress,
  type PlannedObject,
} from "./apply-progress.ts";
export { createEventsReader, type EventsReader, type StreamEnd } from "./events-reader.ts";
export { parseState, type StateSnapshot } from "./state-snapshot.ts";
export { readPlanArchive, type PlanArchive, type PlanFile, type PlanModule, type PlanState } from "./plan-archive.ts";
export { localModuleKeys, type ModuleSource } from "./plan-modules.ts";
export type { PlanBackend, PlanMode } from "./plan-protobuf.ts";
export {
  compareState,
  openReviewedPlan,
  type LiveState,
  type ReviewedPlan,
  type ReviewedPlanFiles,
} from "./plan-binding.ts";
export {
  compareCheckout,
  requireNoDifference,
  type BindingDifference,
  type Checkout,
  type CheckoutModule,
  type ExpectedRecord,
} from "./plan-binding-checkout.ts";
export { digestState, type StateDigest, type StateDigestOptions } from "./state-digest.ts";
export type { ChangeDetail } from "./plan-outline-change.ts";
export {
  fingerprintAndOutline,
  outlinePlan,
  type ChangeOutline,
  type OutlineOptions,
  type OutlinePart,
  type PlanOutline,
} from "./plan-outline.ts";
export { hashOutline, parseOutline, renderOutline } from "./plan-outline-text.ts";
export {
  comparePlans,
  type ChangeDifference,
  type CheckDifference,
  type PlanDifference,
  type StateMove,
} from "./plan-difference.ts";
export { describeDifference } from "./plan-difference-words.ts";
export { isSubset, type PlanSubset } from "./plan-subset.ts";
export { decryptState, encryptState } from "./state-seal.ts";
