/**
 * A model of App Runner that knows the truth: operations one after another, and answers about them that are late, empty,
 * wrong or unknown. For tests.
 */
import fc from "fast-check";
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";

/** AWS's time at the start of waiting. */
export const ZERO = Date.parse("2026-11-22T12:00:00Z");

/** An operation: its statuses from instants (ms since the start of waiting) on. */
export type ModelOperation = { id: string; type: string; path: readonly { at: number; status: string }[] };

type Shape = "right" | "empty" | "missing" | "unknown" | "fault";

/** What happens, and what of it is waited for. */
export type AppRunnerModel = {
  operations: readonly ModelOperation[];
  ours?: ModelOperation;
  isPinned: boolean;
  tellsService: boolean;
  flaws: readonly { lag: number; shape: Shape }[];
};

const paths = [
  ["PENDING", "IN_PROGRESS", "SUCCEEDED"],
  ["IN_PROGRESS", "SUCCEEDED"],
  ["IN_PROGRESS", "FAILED"],
  ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCEEDED"],
  ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_FAILED"],
];

const types = fc.constantFrom("START_DEPLOYMENT", "UPDATE_SERVICE", "CREATE_SERVICE");

function operation(id: string, begin: fc.Arbitrary<number>, longest: number): fc.Arbitrary<ModelOperation> {
  const lengths = fc.array(fc.integer({ min: 0, max: longest }), { minLength: 3, maxLength: 3 });
  return fc.tuple(begin, fc.constantFrom(...paths), types, lengths).map(([begun, path, type, lengths]) => {
    let at = begun;
    const told = path.map((status, index) => {
      const entered = { at, status };
      at += lengths[index] ?? 0;
      return entered;
    });
    return { id, type, path: told };
  });
}

const shapes = fc.constantFrom<Shape>(
  ...Array.from({ length: 24 }, () => "right" as const),
  "empty",
  "missing",
  "unknown",
  "fault",
);

/** Random stories: an older operation, ours, a later one. */
export const appRunnerModels: fc.Arbitrary<AppRunnerModel> = fc
  .record({
    older: operation("older", fc.integer({ min: -900_000, max: -400_000 }), 100_000),
    ours: operation("ours", fc.integer({ min: -20_000, max: 20_000 }), 200_000),
    later: operation("later", fc.constant(0), 60_000),
    hasOurs: fc.integer({ min: 0, max: 4 }).map((dice) => dice > 0),
    hasLater: fc.boolean(),
    isPinned: fc.boolean(),
    tellsService: fc.boolean(),
    flaws: fc.array(fc.record({ lag: fc.constantFrom(0, 0, 0, 2000, 6000), shape: shapes }), {
      minLength: 4,
      maxLength: 40,
    }),
  })
  .map(({ older, ours, later, hasOurs, hasLater, ...rest }) => {
    if (!hasOurs && !rest.isPinned) return { ...rest, operations: [older] };
    const end = ours.path.at(-1)?.at ?? 0;
    // Without a pin the newest counts: another may follow when ours has been seen.
    const gap = rest.isPinned ? 1000 : 120_000;
    const moved = { ...later, path: later.path.map(({ at, status }) => ({ at: at + end + gap, status })) };
    return { ...rest, operations: hasLater ? [older, ours, moved] : [older, ours], ours };
  });

const results: Readonly<Record<string, readonly string[]>> = {
  SUCCEEDED: ["success"],
  FAILED: ["failed"],
  ROLLBACK_SUCCEEDED: ["rolled-back"],
  ROLLBACK_FAILED: ["rolled-back", "rollback-failed"],
};

/** The truth about ours; without one it is that nothing began, or how the last one ended. */
export function truthOf({ ours, operations }: AppRunnerModel): { results: readonly string[]; at: number; end: number } {
  const last = (ours ?? operations[0])?.path.at(-1);
  const known = results[last?.status ?? ""] ?? [];
  if (ours === undefined) return { results: known.map((each) => (each === "success" ? "noop" : each)), at: 0, end: 0 };
  const told = ours.path.find(({ status }) => status === "ROLLBACK_IN_PROGRESS") ?? last;
  return { results: known, at: told?.at ?? 0, end: last?.at ?? 0 };
}

/** Answers as the model is at the time. */
export function askModel(model: AppRunnerModel, now: () => number): Ask {
  let count = 0;
  return async (_service, operation) => {
    if (operation === "DescribeService")
      return model.tellsService ? { Service: { Status: statusAt(model, now()) } } : {};
    const { lag, shape } = model.flaws[count % model.flaws.length] ?? { lag: 0, shape: "right" };
    count += 1;
    const action = "apprunner:ListOperations";
    if (shape === "fault") throw new AwsFault({ kind: "unavailable", action, code: "503", message: "" });
    if (shape === "missing") {
      throw new AwsFault({ kind: "refused", action, code: "ResourceNotFoundException", message: "no service" });
    }
    return shape === "empty" ? {} : listAt(model, now() - lag, shape);
  };
}

function statusAt({ operations }: AppRunnerModel, now: number): string {
  const isBusy = operations.some(({ path }) => (path[0]?.at ?? 0) <= now && (path.at(-1)?.at ?? 0) > now);
  return isBusy ? "OPERATION_IN_PROGRESS" : "RUNNING";
}

function listAt({ operations }: AppRunnerModel, then: number, shape: Shape): unknown {
  const begun = operations.filter(({ path }) => (path[0]?.at ?? 0) <= then).toReversed();
  const OperationSummaryList = begun.map(({ id, type, path }) => ({
    Id: id,
    Type: type,
    Status: shape === "unknown" ? "DREAMING" : path.findLast(({ at }) => at <= then)?.status,
    StartedAt: new Date(ZERO + (path[0]?.at ?? 0)),
  }));
  return { OperationSummaryList };
}
