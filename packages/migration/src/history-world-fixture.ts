/**
 * A database, a checkout and the records about them as a model: the applied migrations in their true order, the schema as a set of
 * marks. It knows the truth that the records only tell, so that what planRollback decides can be held against it.
 */
import type { Migration } from "./migration.ts";
import { parseRecord } from "./record-parse.ts";
import { toPayload } from "./record-payload.ts";
import type { FoundRecord, MigrationRecord, RecordedMigration } from "./record.ts";
import { gateRun } from "./run-gate.ts";
import { stateOf } from "./set-digest.ts";
import { deploymentOf, digestOf, junk, mark, schemaPrint } from "./history-truth-fixture.ts";
import type { AppliedBy, DeployPlan, Script, Truth } from "./history-truth-fixture.ts";

/** The world. */
export class World {
  order: string[] = [];
  schema = new Set<string>();
  /** Ids that the tool marks. */
  marks = new Set<string>();
  by = new Map<string, AppliedBy>();
  /** The edition that was applied. */
  ran = new Map<string, number>();
  scripts: Script[] = [];
  /** Newest first. */
  records: FoundRecord[] = [];
  /** By record. `whole`: after what it did whole. */
  truths = new Map<number, { before: Truth; whole: Truth; after: Truth }>();
  private count = 0;

  constructor(baseline: number) {
    for (let each = 0; each < baseline; each += 1) {
      const script = this.newScript({ isLate: false, down: "real", changesSchema: true });
      this.apply(script, "baseline");
    }
  }

  truth(): Truth {
    return { order: [...this.order], schema: new Set(this.schema) };
  }

  fingerprint(): string {
    return schemaPrint(this.schema);
  }

  /** As a tool's table tells it. */
  applied(isInOrder: boolean): string[] {
    return isInOrder ? [...this.order] : [...this.order].sort();
  }

  migrations(): Migration[] {
    return this.scripts.map(({ id, edition, down }) => ({
      id,
      title: `${id}.sql`,
      digest: digestOf(id, edition),
      down,
    }));
  }

  script(id: string): Script | undefined {
    return this.scripts.find((each) => each.id === id);
  }

  newScript({ isLate, down, changesSchema }: Pick<DeployPlan, "isLate" | "down" | "changesSchema">): Script {
    this.count += 1;
    const number = isLate ? Math.max(1, this.count * 10 - 35) + this.count / 1000 : this.count * 10;
    const script = { id: `m${number.toFixed(3).padStart(9, "0")}`, edition: 1, down, changesSchema };
    this.scripts = [...this.scripts, script].sort((a, b) => (a.id < b.id ? -1 : 1));
    return script;
  }

  apply(script: Script, by: AppliedBy): void {
    this.order.push(script.id);
    this.by.set(script.id, by);
    this.ran.set(script.id, script.edition);
    if (script.changesSchema) this.schema.add(mark(script.id, script.edition));
  }

  revert(id: string): void {
    this.order = this.order.filter((each) => each !== id);
    this.schema.delete(mark(id, this.ran.get(id) ?? 0));
    this.marks.delete(id);
  }

  /** A run, as migration-run would do it; nothing when the gate refuses. */
  deploy(plan: DeployPlan): void {
    for (let each = 0; each < plan.news; each += 1) this.newScript({ ...plan, isLate: plan.isLate && each === 0 });
    const there = new Set(this.order);
    const pending = this.scripts.filter(({ id }) => !there.has(id));
    if (plan.isEdited) for (const script of pending) script.edition += 1;
    if (!this.mayRun(plan.acceptsSchema)) return;
    const before = this.truth();
    const id = this.nextRecord();
    const done: RecordedMigration[] = [];
    let half = "";
    let whole = before;
    for (const [at, script] of pending.entries()) {
      if (at === plan.failsAt) {
        half = this.fail(script, plan);
        break;
      }
      // What it would create is there: it fails, and leaves nothing.
      if ([...this.schema].some((each) => each.startsWith(`${script.id} `))) break;
      this.apply(script, id);
      done.push(this.recorded(script, plan.isAtOnce && at < pending.length - 1));
      whole = this.truth();
    }
    if (plan.isMeddled && half === "")
      this.apply(this.newScript({ isLate: false, down: "real", changesSchema: true }), "hand");
    this.keep(id, { kind: "run", before, whole, done, half });
  }

  private mayRun(acceptsSchema: boolean): boolean {
    const fingerprint = this.fingerprint();
    const { refusals } = gateRun({
      records: this.records,
      applied: this.order,
      fingerprint,
      migrations: this.migrations(),
      onDrift: "fail",
      acceptSchema: acceptsSchema ? fingerprint : "",
      halfMarks: [...this.marks],
    });
    return refusals.length === 0;
  }

  private fail(script: Script, { leaves }: DeployPlan): string {
    if (leaves === "nothing" || !script.changesSchema) return "";
    this.schema.add(junk(script.id));
    if (leaves === "row") {
      this.order.push(script.id);
      this.marks.add(script.id);
      this.by.set(script.id, "half");
      this.ran.set(script.id, script.edition);
    }
    return script.id;
  }

  recorded({ id, edition, down }: Script, isUnread: boolean): RecordedMigration {
    const facts = { id, digest: digestOf(id, edition), down };
    return isUnread ? facts : { ...facts, fingerprint: this.fingerprint() };
  }

  nextRecord(): number {
    return this.truths.size + 101;
  }

  /** Keeps a record, by way of the payload that GitHub would hold. */
  keep(
    recordId: number,
    {
      kind,
      before,
      whole,
      done,
      half,
    }: Pick<MigrationRecord, "kind" | "half"> & { before: Truth; whole: Truth; done: RecordedMigration[] },
  ): void {
    const after = this.truth();
    this.truths.set(recordId, { before, whole: half === "" ? after : whole, after });
    const result =
      half !== "" ? "partial" : done.length === 0 ? "nothing-to-do" : kind === "run" ? "applied" : "rolled-back";
    const record: MigrationRecord = {
      v: 1,
      kind,
      result,
      tool: "custom",
      database: "db",
      directory: ".",
      before: stateOf(before.order, schemaPrint(before.schema)),
      after: stateOf(after.order, schemaPrint(after.schema)),
      done,
      left: [],
      half,
      commit: "c0ffee1",
      actor: "octo",
      runId: String(recordId),
      attempt: 1,
      runUrl: `https://github.example/o/r/actions/runs/${recordId}`,
      startedAt: recordId * 1000,
      endedAt: recordId * 1000 + 500,
    };
    const { record: found } = parseRecord(deploymentOf(recordId, toPayload(record)));
    if (found === undefined) throw new Error("what was written cannot be read");
    this.records = [found, ...this.records];
  }
}
