/**
 * The order of effects: scan, look up, decide, make the files, prove, publish, tell. What fails on the way for one
 * dependency stops no other; the step ends with all of it told.
 */
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { gatherBackground, withDates } from "./background.ts";
import { findBaseBranch, requireOnBase } from "./base.ts";
import { makeChanges, type Changes } from "./changed-files.ts";
import { decide, type Catalogues, type Decision } from "./decide/decide.ts";
import { providerAt } from "./decide/dependency.ts";
import { gateRungs } from "./decide/gate.ts";
import { group } from "./decide/group.ts";
import { parseGrouping } from "./decide/grouping-yaml.ts";
import { dependenciesToLookUp } from "./decide/inventory.ts";
import type { Held } from "./decide/update.ts";
import { readHistory } from "./history.ts";
import type { Inputs } from "./inputs.ts";
import { isPartlyKnown, leftAlone } from "./left-alone.ts";
import { lookUp, platformsIn } from "./look-up.ts";
import { conclude } from "./conclude.ts";
import { proveProposals, type ProposedChange } from "./prove/prove.ts";
import { readProofs, takeProofs, writeProofs } from "./prove/proof-folder.ts";
import type { Proof } from "./prove/proof.ts";
import { desire, heldUpdates, type Telling } from "./publication.ts";
import type { PullDeps, SyncInput, SyncResult } from "./pulls/session.ts";
import { syncPullRequests } from "./pulls/sync.ts";
import { scanRepository, type Scan } from "./scan.ts";
import type { BumpStep, Deps } from "./step.ts";
import type { TellContext } from "./tell/place.ts";
import { plural } from "./tell/proof-line.ts";

/** Runs it. Rejects only when nothing can be done at all: there is no checkout, or GitHub cannot be asked. */
export async function run(step: BumpStep): Promise<ActionResult> {
  const { inputs, policy, context, deps } = step;
  const { log } = deps.host;
  const scan = await scanRepository(deps.git, inputs.paths);
  const base = await baseOf(step, scan);
  const wanted = dependenciesToLookUp(scan.findings, scan.locks, policy);
  const found = [plural(scan.findings.mentions.length, "version"), plural(scan.files.size, "file")];
  log.info(`Found ${found.join(" in ")}: ${wanted.length === 1 ? "1 dependency" : `${wanted.length} dependencies`}`);
  if (scan.selected === 0 && scan.files.size > 0)
    deps.host.annotate({ level: "warning", message: "The input paths means no file of the repository." });
  const catalogues = await lookUp(wanted, deps.registry);
  const decided = decide(scan.findings, catalogues, scan.locks, policy);
  const pullDeps = pullDepsOf(step);
  const gated = await gate(step, decided, base, pullDeps);
  const proposals = group(gated.updates, parseGrouping(inputs.group), inputs.major);
  const made = await makeChanges(proposals, scan, lockPlatforms(inputs), {
    packages: (provider, version, platforms) => deps.registry.packages(provider, version, platforms),
    releasedFor: platformsIn(catalogues, providerAt),
  });
  const held = [...gated.held, ...made.held];
  const tellContext: TellContext = {
    serverUrl: context.serverUrl,
    repository: `${context.owner}/${context.repo}`,
    runUrl: context.runUrl,
    baseBranch: base,
    sha: scan.checkout.commit,
  };
  const open = new Set(proposals.map(({ key }) => key));
  const all = group(decided.updates, parseGrouping(inputs.group), inputs.major);
  const waiting = all.map(({ key }) => key).filter((key) => !open.has(key));
  const around = { step, scan, base, catalogues, made, held, tellContext, waiting };
  const { published, proofs } = pullDeps === undefined ? await proveOnly(around) : await publish(around, pullDeps);
  return conclude(step, {
    changes: made.changes,
    proofs: proofs.all,
    ...(proofs.folder === undefined ? {} : { proofFolder: proofs.folder }),
    published,
    held: [...held, ...heldUpdates(published.held, made.changes)],
    context: tellContext,
  });
}

/** Everything that publishing stands on. */
type Around = {
  step: BumpStep;
  scan: Scan;
  base: string;
  catalogues: Catalogues;
  made: Changes;
  held: readonly Held[];
  tellContext: TellContext;
  /** Keys of what waits for a former step: an open one of these is left alone. */
  waiting: readonly string[];
};

async function baseOf({ inputs, context, deps }: BumpStep, scan: Scan): Promise<string> {
  if (deps.github === undefined) return inputs["base-branch"];
  const { client: github, repository } = deps.github;
  const base = await findBaseBranch(inputs["base-branch"], context, deps.host.readEvent(), { github });
  await requireOnBase(base, scan.checkout.commit, context, { github, repository });
  return base;
}

function pullDepsOf({ deps }: BumpStep): PullDeps | undefined {
  if (deps.github === undefined) return undefined;
  const { client: github, repository } = deps.github;
  return { github, repository, say: (text) => deps.host.log.info(text) };
}

/** Rungs wait for the former ones, where GitHub can be asked. */
async function gate(step: BumpStep, decided: Decision, base: string, deps: PullDeps | undefined): Promise<Decision> {
  if (deps === undefined || decided.updates.length === 0) return decided;
  const where = { base, prefix: step.inputs["branch-prefix"] };
  return gateRungs(decided, await readHistory(decided.updates, where, deps, step.deps.host.log));
}

function lockPlatforms(inputs: Inputs): "auto" | readonly string[] {
  const platforms = inputs["lock-platforms"];
  return platforms.length === 0 || platforms.includes("auto") ? "auto" : platforms;
}

type Proven = { all: ReadonlyMap<string, Proof>; folder?: string };
type Outcome = { published: SyncResult; proofs: Proven };

/** Without a token nothing of GitHub is known: everything is proven, nothing is opened. */
async function proveOnly({ step, scan, made }: Around): Promise<Outcome> {
  const proofs = await prove(step, scan, made.changes);
  return { published: { results: [], held: [], leftOut: new Map(), notes: [] }, proofs };
}

/** Proves what has to be written, and writes it. What is open and still true is neither proven nor touched again. */
async function publish(around: Around, deps: PullDeps): Promise<Outcome> {
  const { step, scan, made, catalogues, held, tellContext } = around;
  const { inputs, context } = step;
  const plain: Telling = {
    proofs: new Map(),
    background: new Map(),
    held,
    context: tellContext,
    canRunWorkflows: "yes",
    mayProve: inputs.verify !== "none" || inputs["verify-results"] !== "",
  };
  const preview = await syncPullRequests(syncInput(around, plain, true), deps);
  const isNew = new Set(
    preview.results.filter(({ state }) => state === "created" || state === "updated").map(({ key }) => key),
  );
  const fresh = made.changes.filter(({ proposal }) => isNew.has(proposal.key));
  const proofs = await prove(step, scan, fresh);
  if (inputs["dry-run"]) return { published: preview, proofs };
  const request = step.deps.github?.client.request;
  const background = await gatherBackground(
    fresh.flatMap(({ proposal }) => proposal.updates),
    catalogues,
    { request, serverUrl: context.serverUrl, scan },
  );
  const dated = { ...around, made: { ...made, changes: made.changes.map((change) => withDates(change, background)) } };
  const viewer = await deps.github.viewerLogin();
  const { mayProve: _, ...rest } = plain;
  const telling: Telling = {
    ...rest,
    proofs: proofs.all,
    ...(whyUnproven(inputs) === undefined ? {} : { whyNot: whyUnproven(inputs) ?? "" }),
    background,
    canRunWorkflows: viewer === "github-actions[bot]" ? "after-approval" : "yes",
  };
  return { published: await syncPullRequests(syncInput(dated, telling, false), deps), proofs };
}

function whyUnproven(inputs: Inputs): string | undefined {
  return inputs.verify === "none" && inputs["verify-results"] === "" ? "The input verify is none." : undefined;
}

function syncInput(
  { step, scan, base, made, catalogues, waiting }: Around,
  telling: Telling,
  isDryRun: boolean,
): SyncInput {
  const { inputs } = step;
  const prefix = inputs["branch-prefix"];
  return {
    desired: made.changes.map((change) => desire(change, prefix, scan, telling)),
    base: { branch: base, sha: scan.checkout.commit },
    prefix,
    labels: inputs.labels,
    assignees: inputs.assignees,
    reviewers: inputs.reviewers,
    teamReviewers: inputs["team-reviewers"],
    isDraft: inputs.draft,
    maxOpen: inputs["max-open-pull-requests"],
    isDryRun,
    isUnknown: leftAlone({
      catalogues,
      dropped: made.dropped,
      waiting,
      unreadable: scan.findings.unreadable.length,
    }),
    isPartlyKnown: isPartlyKnown(catalogues),
  };
}

/** Proves the changes here, or takes what a read-only job has proven. */
async function prove({ inputs, deps }: BumpStep, scan: Scan, changes: readonly ProposedChange[]): Promise<Proven> {
  const input = { changes, base: scan.checkout.commit, verify: inputs.verify };
  if (inputs["verify-results"] !== "") return { all: takeGiven(inputs["verify-results"], input, deps) };
  if (inputs.verify === "none") return { all: new Map() };
  const all = await proveProposals(input, deps.prover());
  if (all.size === 0) return { all };
  const folder = deps.proofs.folder();
  writeProofs(folder, input, all, (path, chunks) => deps.proofs.write(path, chunks));
  return { all, folder };
}

/** A job that proved nothing leaves no folder: then everything is unverified, and says why. */
function takeGiven(
  folder: string,
  input: { changes: readonly ProposedChange[]; base: string },
  { proofs, host }: Deps,
): Map<string, Proof> {
  if (input.changes.length === 0) return new Map();
  try {
    const read = readProofs(folder, proofs.untrusted);
    for (const problem of read.problems) host.log.warning(problem);
    return takeProofs(input, read.proofs);
  } catch (error) {
    const failure = toFailure(error);
    if (!(error instanceof Failure) || failure.reason !== "invalid-input") throw error;
    host.log.warning(`No proof was found: ${failure.what}`);
    return takeProofs(input, new Map());
  }
}
