/** What the model of a database is made of: states, scripts, marks in the schema. */
import { createHash } from "node:crypto";
import type { Deployment } from "@handrail/github/client";
import type { DownKind } from "./migration.ts";
import { migrationTask } from "./record.ts";

/** What a database was: ids in order of application, and the marks of its schema. */
export type Truth = { order: readonly string[]; schema: ReadonlySet<string> };

/** A migration of the model's checkout. */
export type Script = { id: string; edition: number; down: DownKind; changesSchema: boolean };

/** Who applied a migration: the run with this record, or a hand, or the tool counts what is half-done. */
export type AppliedBy = number | "hand" | "baseline" | "half";

/** How a deploy goes. */
export type DeployPlan = {
  /** How many new migrations. */
  news: number;
  /** Whether the first of the new ones comes late: before others that may be applied. */
  isLate: boolean;
  /** What their downs are. */
  down: DownKind;
  changesSchema: boolean;
  /** Pending migrations get other scripts. */
  isEdited: boolean;
  /** Fails at this pending migration; left out: it does not. */
  failsAt?: number | undefined;
  /** What a failure leaves: nothing, something in the schema, that and a row that the tool marks. */
  leaves: "nothing" | "schema" | "row";
  /** The tool applies all in one command: schemas in between are not known. */
  isAtOnce: boolean;
  /** Somebody applies a migration by hand while it runs. */
  isMeddled: boolean;
  acceptsSchema: boolean;
};

/** The fingerprint of a schema of the model. */
export function schemaPrint(schema: ReadonlySet<string>): string {
  return createHash("sha256")
    .update([...schema].sort().join("\n"))
    .digest("hex");
}

/** A Deployment as GitHub would tell it. */
export function deploymentOf(id: number, payload: unknown): Deployment {
  return {
    id,
    sha: "",
    ref: "main",
    task: migrationTask,
    environment: "production",
    description: "",
    payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
    creator: "github-actions[bot]",
  };
}

/** What a migration leaves in the schema. */
export function mark(id: string, edition: number): string {
  return `${id} ${edition}`;
}

/** What a half-done migration leaves in the schema. */
export function junk(id: string): string {
  return `half of ${id}`;
}

/** The digest of a script in one of its editions. */
export function digestOf(id: string, edition: number): string {
  return createHash("sha256").update(mark(id, edition)).digest("hex");
}
