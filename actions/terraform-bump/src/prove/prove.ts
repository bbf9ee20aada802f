/**
 * Proves what bumps do: every affected root module is planned in a copy of the checkout, once as it is, and once with the
 * files of each proposal. The order of effects; the checkout itself is only read.
 */
import { readRootSettings, targetsOf } from "@handrail/planning";
import type { RootTarget } from "@handrail/planning";
import { toFailure } from "@handrail/runner";
import type { Proposal } from "../decide/update.ts";
import type { ChangedFile } from "../pulls/desired.ts";
import { attemptAll } from "./attempt-all.ts";
import { affectedRoots, digestOf } from "./digest.ts";
import { withFiles } from "./overlay.ts";
import type { Proof } from "./proof.ts";
import type { Attempt, Manner, ProveDeps, Scratch, TargetRun } from "./target-run.ts";
import { describeTotals } from "./totals.ts";
import { mannerAfter, proveTarget, unverified } from "./verdict.ts";

/** A proposal with its changed files. */
export type ProposedChange = { proposal: Proposal; files: readonly ChangedFile[] };

/** What is proven. `base`: the commit that was scanned. */
export type ProveInput = {
  changes: readonly ProposedChange[];
  base: string;
  verify: "auto" | "none" | "validate" | "plan";
};

/** Where settings of root modules are. */
const SETTINGS = ".github/handrail.yml";

/** The attempts at one target. */
type Pair = { target: RootTarget; before: Attempt; after: Attempt | undefined };

/**
 * The proof of each proposal, by its key. Rejects only when the step is cancelled: what cannot be proven is `unverified`
 * and says why. What comes after something that could not be taken back is not proven either. Nothing of it runs any more
 * then, and the copy is gone.
 */
export async function proveProposals(input: ProveInput, deps: ProveDeps): Promise<Map<string, Proof>> {
  if (input.verify === "none") return unproven(input, "`verify` is `none`");
  if (input.changes.length === 0) return new Map();
  let scratch: Scratch | undefined;
  try {
    scratch = await deps.openScratch();
    return await proveIn(scratch, input, input.verify, deps);
  } catch (thrown) {
    deps.cancelled.throwIfAborted();
    return unproven(input, deps.redactor.redact(toFailure(thrown).what));
  } finally {
    scratch?.dispose();
  }
}

async function proveIn(
  scratch: Scratch,
  input: ProveInput,
  manner: Manner,
  deps: ProveDeps,
): Promise<Map<string, Proof>> {
  const targets = await findTargets(scratch, input, deps);
  const all = [...targets.values()].flat();
  const runs = all.map((target): TargetRun => ({ scratch, target, manner, isLockStrict: false }));
  const before = await attemptAll(runs, "before", deps);
  const pairs: Pair[][] = [];
  for (const change of input.changes) {
    const affected = affectedRoots(change.proposal).flatMap((root) => targets.get(root) ?? []);
    pairs.push(await proveChange(scratch, change, { affected, before, manner }, deps));
  }
  if (scratch.spoilt !== undefined) deps.log.warning(`Nothing more was proven: ${scratch.spoilt}`);
  // Only now every secret of every plan is known.
  const redact = (text: string): string => deps.redactor.redact(text);
  return new Map(
    input.changes.map(({ proposal, files }, index) => {
      const roots = (pairs[index] ?? []).map((pair) => proveTarget(pair.target, pair.before, pair.after, redact));
      const proof = { digest: digestOf(proposal, input.base, files), roots };
      deps.log.info(`${proposal.key}: ${describeTotals(proof)}`);
      return [proposal.key, proof];
    }),
  );
}

/** The targets of every affected root module. */
async function findTargets(
  { copy }: Scratch,
  { changes }: ProveInput,
  { environment }: ProveDeps,
): Promise<Map<string, RootTarget[]>> {
  const content = copy.read(SETTINGS);
  const text = content === undefined || "link" in content ? "" : new TextDecoder().decode(content.bytes);
  const settings = text === "" ? [] : await readRootSettings(text, SETTINGS);
  const roots = new Set(changes.flatMap(({ proposal }) => affectedRoots(proposal)));
  return new Map([...roots].sort().map((root) => [root, targetsOf(settings, root, environment["TF_WORKSPACE"] ?? "")]));
}

type Around = { affected: readonly RootTarget[]; before: ReadonlyMap<RootTarget, Attempt>; manner: Manner };

/** Attempts the targets of one proposal with its files. */
async function proveChange(
  scratch: Scratch,
  { proposal, files }: ProposedChange,
  { affected, before, manner }: Around,
  deps: ProveDeps,
): Promise<Pair[]> {
  const changed = new Set(files.map(({ path }) => path));
  const pairs = affected.map((target): Pair => ({ target, before: before.get(target) ?? UNTRIED, after: undefined }));
  const untried = (why: string): Pair[] => pairs.map((pair) => ({ ...pair, after: { kind: "untried", why } }));
  if (scratch.spoilt !== undefined) return untried(scratch.spoilt);
  const runs = pairs
    .filter((pair) => pair.before.kind !== "untried")
    .map(({ target, before: attempt }): TargetRun => {
      const wanted = wantedFor(proposal, target.directory);
      const isOurs = changed.has(`${target.directory}/.terraform.lock.hcl`.replace(/^\.\//, ""));
      const wasComplete = (attempt.kind === "planned" || attempt.kind === "valid") && attempt.isLockComplete;
      return {
        scratch,
        target,
        manner: mannerAfter(attempt, manner),
        isLockStrict: isOurs || wasComplete,
        ...(wanted === undefined ? {} : { wanted }),
      };
    });
  try {
    const after = await withFiles(scratch, files, () => attemptAll(runs, `with ${proposal.key}`, deps));
    return pairs.map((pair) => ({ ...pair, after: after.get(pair.target) }));
  } catch (thrown) {
    deps.cancelled.throwIfAborted();
    return untried(toFailure(thrown).what);
  }
}

const UNTRIED: Attempt = { kind: "untried", why: "it was not tried before the bump" };

/** The program that a proposal brings to a root module. */
function wantedFor({ updates }: Proposal, root: string): TargetRun["wanted"] {
  const update = updates.find(({ dependency, roots }) => dependency.kind === "terraform" && roots.includes(root));
  if (update?.dependency.source.from !== "releases") return undefined;
  return { product: update.dependency.source.product, version: update.to };
}

/** Proofs that prove nothing, and why. */
function unproven({ changes, base }: ProveInput, why: string): Map<string, Proof> {
  return new Map(
    changes.map(({ proposal, files }) => {
      const roots = affectedRoots(proposal).map((root) => unverified(root, root, why));
      return [proposal.key, { digest: digestOf(proposal, base, files), roots }];
    }),
  );
}
