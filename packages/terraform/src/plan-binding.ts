/**
 * Whether a saved plan is the one that was made and reviewed: its file, its record and what lies inside the file must
 * tell the same, and so must the live state. A plan file is executable code, so all of this comes before terraform sees it.
 * With a seal key nothing can be forged; without one only what contradicts itself or the environment is found.
 */
import { describeBackend } from "./backend.ts";
import { type PlanArchive, readPlanArchive } from "./plan-archive.ts";
import { compareRecord, parseRecord, type PlanRecord, tampered, verifyRecord } from "./plan-record.ts";
import { checkPlan, isSealedPlan, openPlan } from "./plan-seal.ts";

/** What is handed over: the plan file (sealed or in clear), the text of its record, the seal key or "". */
export type ReviewedPlanFiles = { file: Uint8Array; record: string; sealKey: string };

/** A plan whose file, record and content tell the same. `plan` is the file in clear, for terraform. */
export type ReviewedPlan = { record: PlanRecord; plan: Uint8Array; archive: PlanArchive };

/** What `state pull` tells about the live state; one that was never written has no lineage. */
export type LiveState = { lineage: string | undefined; serial: number };

/** Opens and checks a plan with its record. A Failure `plan-tampered` says what does not fit. */
export function openReviewedPlan({ file, record: text, sealKey }: ReviewedPlanFiles): ReviewedPlan {
  const record = verifyRecord(parseRecord(text), sealKey);
  const plan = sealKey === "" ? openClear(file, record) : openPlan(file, record, sealKey);
  const archive = readPlanArchive(plan);
  checkContent(record, archive);
  return { record, plan, archive };
}

function openClear(file: Uint8Array, record: PlanRecord): Uint8Array {
  if (isSealedPlan(file)) {
    throw tampered(
      "The plan file is sealed, but no seal-key was given",
      "Give the seal-key that terraform-plan had, and the record of the same plan.",
    );
  }
  checkPlan(file, record);
  return file;
}

/** How the fields of a record that stand in the plan as well are called for people. */
const CONTENT: Partial<Record<keyof PlanRecord, string>> = {
  workspace: "workspace",
  backendType: "kind of backend",
  backendHash: "place for the state",
  terraformVersion: "version of terraform",
};

function checkContent(record: PlanRecord, archive: PlanArchive): void {
  const { type, hash } = describeBackend(archive.backend.type, archive.backend.config);
  const inside = {
    workspace: archive.backend.workspace,
    backendType: type,
    backendHash: hash,
    terraformVersion: archive.terraformVersion,
  };
  const [difference] = compareRecord(record, inside);
  if (difference === undefined) return;
  const name = CONTENT[difference.field] ?? difference.field;
  const values =
    difference.field === "backendHash" ? "" : `: ${show(difference.expected)}, not ${show(difference.found)}`;
  throw tampered(
    `The plan was made with another ${name} than its record says${values}`,
    "Do not apply it. Find out who could write the plan file and its record, and make the plan again.",
  );
}

/**
 * Whether the live state (undefined: there is none) is the one the plan was made with, as terraform itself judges it (serial and lineage; a plan
 * made without a state has neither). "stale": it has moved since, so a new plan is needed. A Failure `plan-tampered`
 * when it is another state altogether.
 */
export function compareState({ state }: Pick<PlanArchive, "state">, live: LiveState | undefined): "same" | "stale" {
  if (state === undefined) return live === undefined || live.serial === 0 ? "same" : "stale";
  if (live?.lineage === undefined || live.lineage === "") return "stale";
  if (live.lineage === state.lineage) return live.serial === state.serial ? "same" : "stale";
  throw tampered(
    `The plan was made for another state: its lineage is ${show(state.lineage)}, the backend has ${show(live.lineage)}`,
    "Check the backend and the workspace. When the state was replaced on purpose, make the plan again and have it reviewed.",
  );
}

/** A value from a record or a plan inside a sentence. */
export function show(value: string): string {
  return value === "" ? "none" : JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
