/**
 * Refusals that GitHub words in a way of its own, and what to do about each. Pure.
 */
import type { GitHubReason } from "./failure.ts";

/** What is known about one. */
export type Refusal = { reason: GitHubReason; permission?: string; what: string; remedy: string };

type Known = Refusal & { says: RegExp; statuses: readonly number[] };

/** The words are those of github.com; the sources are named where the documentation has none. */
const KNOWN: readonly Known[] = [
  {
    // https://github.blog/changelog/2022-05-03-github-actions-prevent-github-actions-from-creating-and-approving-pull-requests/
    says: /not permitted to create or approve pull requests/i,
    statuses: [403, 422],
    reason: "github-pulls-not-allowed",
    what: "The repository does not let GitHub Actions open pull requests",
    remedy:
      'Switch on "Allow GitHub Actions to create and approve pull requests" under Settings > Actions > General > Workflow permissions; where it is greyed out, the organisation\'s setting of the same name comes first. Or use the token of a GitHub App.',
  },
  {
    // Pushes say it in these words; the REST API mostly answers "Resource not accessible by integration", or 404.
    says: /refusing to allow .{0,60}workflow|without .{0,3}workflows?.{0,3} (?:permission|scope)/is,
    statuses: [403, 404, 409, 422],
    reason: "github-forbidden",
    permission: "workflows: write",
    what: "The token may not change workflow files",
    remedy:
      "The job's own token never may. Use the token of a GitHub App that has the repository permission `Workflows: write`.",
  },
  {
    says: /repository rule violations|protected branch|creations being restricted|reference update failed/i,
    statuses: [403, 409, 422],
    reason: "github-rules",
    what: "A ruleset or branch protection of the repository is against this",
    remedy:
      "Let the token's account bypass the rule for these branches, or choose a name that the rule does not cover.",
  },
  {
    says: /archived so is read-only|(?:was|is|has been) archived/i,
    statuses: [403],
    reason: "github-archived",
    what: "The repository is archived, nobody can write to it",
    remedy: "Unarchive it, or switch this workflow off.",
  },
];

/** What GitHub means when it answers so; undefined when the words say nothing special. */
export function knownRefusal(status: number, message: string): Refusal | undefined {
  return KNOWN.find((each) => each.statuses.includes(status) && each.says.test(message));
}
