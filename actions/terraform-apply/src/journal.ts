/**
 * What the main step writes down before terraform changes anything, so that whoever comes after it (the post step, or a
 * person after the machine is gone) knows what was under way. Pure; it holds no secrets.
 */
import type { ShownReview } from "@handrail/report";
import type { PlannedObject } from "@handrail/terraform";

/** The names of the files in the private folder. */
export const journalFiles = {
  journal: "apply-journal.json",
  /** The report as it was before the apply. */
  pending: "apply-pending.json",
  /** The report with its record, for whoever tells it; while terraform is at work, what is known so far. */
  result: "apply-result.json",
  /** Is there when what `result` says is the end of it; terraform-report must not take it for a second result. */
  final: "apply-is-told",
  stdout: "apply.stdout",
  stderr: "apply.stderr",
} as const;

export type Journal = {
  label: string;
  workspace: string;
  directory: string;
  fingerprint: string;
  planSha256: string;
  /** The state before: undefined lineage for none. */
  lineage: string;
  serial: number;
  planned: PlannedObject[];
  review: ShownReview;
  /** Of the reviewed comment; it stays in the marker. */
  reviewed: Readonly<Record<string, string | number | boolean>>;
  notes: string[];
  deploymentId?: number;
};

/** The journal as a file. */
export function renderJournal(journal: Journal): string {
  return `${JSON.stringify(journal)}\n`;
}

/** Reads what renderJournal wrote, in the same job; undefined when it is not there or cut off. */
export function parseJournal(text: string | undefined): Journal | undefined {
  if (text === undefined || !text.endsWith("\n")) return undefined;
  try {
    return JSON.parse(text) as Journal;
  } catch {
    return undefined;
  }
}

/** The same for people, as the log and the summary show it before anything is changed. */
export function describeJournal(journal: Journal, runUrl: string): string[] {
  const { fingerprint, planSha256, lineage, serial, planned } = journal;
  return [
    `Plan ${fingerprint} (file ${planSha256.slice(0, 16)}), ${planned.length === 1 ? "1 object" : `${planned.length} objects`}`,
    lineage === "" ? "State before: none" : `State before: serial ${serial}, lineage ${lineage}`,
    ...(runUrl === "" ? [] : [`Run ${runUrl}`]),
  ];
}
