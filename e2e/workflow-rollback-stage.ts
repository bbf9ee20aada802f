/**
 * The stage of the tests of migration-rollback.yml: what its stand-ins say when all is well, and calls of it. It judges nothing.
 */
import { join } from "node:path";
import { start } from "./workflow-deploy-stage.ts";
import type { Ends, Ran } from "./workflow-deploy-stage.ts";
import { handrail } from "./workflow-stage.ts";

/** The workflow's file. */
export const rollbackFile: string = join(handrail, ".github/workflows/migration-rollback.yml");
/** The roles of the job that reverts, and of the one that plans. */
export const rollbackRole = "arn:aws:iam::123456789012:role/rollback";
export const planRole = "arn:aws:iam::123456789012:role/rollback-plan";

/** What a dry run says about two migrations that are to be reverted. */
export const shown = { result: "nothing-to-do", pending: '["m2","m1"]', "plan-digest": "d".repeat(64) };
/** A plan, and a rollback that succeeds. */
export const well: Ends = {
  plan: shown,
  rollback: { result: "rolled-back", reverted: '["m2","m1"]', "record-id": "4712" },
};

const basics = {
  environment: "production",
  confirm: "production",
  "plan-environment": "production-plan",
  tool: "knex",
  "role-to-assume": rollbackRole,
  "plan-role-to-assume": planRole,
  "aws-region": "eu-west-1",
};

/** Calls the workflow itself, from a dispatch. */
export function rollBack(
  ends: Ends,
  inputs: Record<string, string | boolean> = {},
  more: Parameters<typeof start>[1] = {},
): Promise<Ran> {
  const event = { name: "workflow_dispatch", payload: { ref: "refs/heads/main" } };
  const secrets = { DATABASE_URL: "canary-database-url" };
  return start({ file: rollbackFile, event, inputs: { ...basics, ...inputs }, secrets, ends }, more);
}
