/**
 * Makes proposals, proofs and bodies for tests, the way run.ts does. Not part of the action.
 */
import type { Held, LockChange, Proposal, Update } from "../decide/update.ts";
import type { Dependency, Mention, Place } from "../find/mention.ts";
import type { Proof, RootProof } from "../prove/proof.ts";
import { updateKey, type BodyInput } from "./body.ts";
import type { ReleaseNotes } from "./changelog.ts";
import { linksOf } from "./links.ts";
import { cleanNotes } from "./notes-text.ts";
import type { TellContext } from "./place.ts";
import type { Uses } from "./risk.ts";
import { findRisks } from "./risks.ts";
import { repositoryOf } from "./web-address.ts";

export const context: TellContext = {
  serverUrl: "https://github.com",
  repository: "octo-org/infrastructure",
  runUrl: "https://github.com/octo-org/infrastructure/actions/runs/42/attempts/1",
  baseBranch: "main",
  sha: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
};

export const terraform: Dependency = {
  kind: "terraform",
  name: "terraform",
  source: { from: "releases", product: "terraform" },
};

/** A provider of the public registry. */
export function provider(namespace: string, type: string): Dependency {
  const source = { from: "providers", host: "registry.terraform.io", namespace, type } as const;
  return { kind: "provider", name: `${namespace}/${type}`, source };
}

/** A module of the public registry. */
export function module(namespace: string, name: string, system: string): Dependency {
  const source = { from: "modules", host: "registry.terraform.io", namespace, name, system } as const;
  return { kind: "module", name: `${namespace}/${name}/${system}`, source };
}

/** A module that git fetches. */
export function gitModule(name: string, url: string): Dependency {
  return { kind: "module", name, source: { from: "git", url } };
}

/** One place where a version is written. */
export function mention(
  dependency: Dependency,
  file: string,
  text: string,
  place: Place = "required_providers",
): Mention {
  const span = { start: 40, end: 40 + text.length };
  return { dependency, place, syntax: { as: "constraint", dialect: "provider" }, file, line: 5, span, text };
}

/** An update with sensible parts; `files` become one edit each. */
export function update(
  given: Partial<Update> & Pick<Update, "dependency" | "from" | "to">,
  files: readonly string[] = ["live/prod/versions.tf"],
): Update {
  const { constraintBefore = `~> ${given.from}`, constraintAfter = `~> ${given.to}` } = given;
  const place = given.dependency.kind === "terraform" ? "required_version" : "required_providers";
  return {
    releasedAt: "2026-03-01T12:00:00Z",
    isMajor: false,
    line: `${given.to.split(".")[0] ?? ""}.x`,
    constraintBefore,
    constraintAfter,
    edits: files.map((file) => ({
      mention: mention(given.dependency, file, constraintBefore, place),
      after: constraintAfter,
    })),
    locks: [] as LockChange[],
    roots: ["live/prod"],
    isRung: false,
    ...given,
  };
}

/** A proposal of one update, or of several as a group. */
export function proposal(updates: Update[], group?: string): Proposal {
  const [first] = updates;
  const key =
    group === undefined ? `${first?.dependency.kind} ${first?.dependency.name} ${first?.line}` : `group ${group}`;
  return { key, branch: "a-branch", updates, ...(group === undefined ? {} : { group }) };
}

/** A root module; without more it is planned and stays the same. */
export function root(label: string, given: Partial<RootProof> = {}): RootProof {
  return {
    root: label,
    label,
    how: "plan",
    outcome: "same",
    before: "No changes.",
    after: "No changes.",
    changes: [],
    more: 0,
    message: "",
    ...given,
  };
}

/** A proof of these roots. */
export function proof(...roots: RootProof[]): Proof {
  return { digest: "0".repeat(64), roots };
}

/** Something held. */
export function held(given: Partial<Held> & Pick<Held, "dependency" | "reason">): Held {
  return { kind: "provider", from: "1.0.0", to: "2.0.0", why: "because it is so", ...given };
}

/** A body's input with links and risks as they are made for real. */
export function bodyInput(
  given: Partial<BodyInput> & Pick<BodyInput, "proposal">,
  more: { notes?: ReleaseNotes; uses?: Uses } = {},
): BodyInput {
  const background = new Map(
    given.proposal.updates.map((each) => {
      const repository = repositoryOf(each.dependency.source, undefined);
      const links = linksOf(each, { repository, notes: more.notes, serverUrl: context.serverUrl });
      return [updateKey(each), { notes: more.notes, links, risks: findRisks(each, more.uses) }] as const;
    }),
  );
  return {
    proof: undefined,
    held: [],
    left: [],
    background,
    context,
    canRunWorkflows: "yes",
    ...given,
  };
}

/** Notes as changelog.ts makes them. */
export const awsNotes: ReleaseNotes = {
  url: "https://github.com/hashicorp/terraform-provider-aws/releases",
  releases: [
    {
      version: "5.100.0",
      tag: "v5.100.0",
      publishedAt: "2025-06-05",
      text: cleanNotes(
        "NOTES:\n\n* resource/aws_ami: `most_recent` without an owner is deprecated ([#42114](https://github.com/hashicorp/terraform-provider-aws/issues/42114))\n",
      ),
    },
  ],
  more: 2,
  isCut: false,
  tag: "v5.100.0",
  formerTag: "v5.97.0",
};

/** A changed entry of a lock file. */
export const lock = (file: string, from: string, to: string): LockChange => ({
  file,
  provider: "registry.terraform.io/hashicorp/aws",
  from,
  to,
});
