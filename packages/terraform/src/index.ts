export { countChanges, hasChanges, type Counts } from "./counts.ts";
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
