/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two.
 */
import { Failure, input, inputVariable, readInputs } from "@handrail/runner";
import type { Declaration, InputValues } from "@handrail/runner";
import { releasesUrlProblem } from "@handrail/terraform";
import { ageProblem } from "./decide/release-age.ts";
import { readGroupingWord } from "./decide/grouping.ts";
import { branchPrefixProblem } from "./pulls/branch-name.ts";

const kinds = ["all", "terraform", "providers", "modules", "lock-file"];
const platform = /^[a-z0-9]{1,20}_[a-z0-9]{1,20}$/;

function urlProblem(text: string): string | undefined {
  const problem = releasesUrlProblem(text);
  return problem === undefined ? undefined : `it ${problem}`;
}

/** What a parser says of the text; undefined when it takes it. */
function problemOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    return error instanceof Failure ? error.what : error instanceof Error ? error.message : "it cannot be read";
  }
}

/** What is wrong with a text; undefined when nothing is. */
type Check = (text: string) => string | undefined;

function groupInput(check: Check): Declaration<string> {
  return input.text({
    description:
      "`dependency` (a pull request each), `all` (one pull request), or YAML: names of groups, each with a list of dependencies, which may hold `*`.",
    default: "dependency",
    check,
    accepts: "dependency, all, or YAML such as `network: [hashicorp/aws]`",
  });
}

function ignoreInput(check: Check): Declaration<string[]> {
  return input.lines({
    description:
      "What to leave alone, one a line: a dependency (`hashicorp/aws`, `terraform`, `hashicorp/*`), or a dependency and a constraint on the versions that are left out (`hashicorp/aws >= 6.0`).",
    default: "",
    check,
    accepts: "lines such as hashicorp/aws or hashicorp/aws >= 6.0",
  });
}

function allowInput(check: Check): Declaration<string[]> {
  return input.lines({
    description: "When it is not empty, only these are updated. Written like `ignore`.",
    default: "",
    check,
    accepts: "lines such as hashicorp/aws or hashicorp/aws >= 6.0",
  });
}

/** For texts whose parsers are not loaded yet: readBumpInputs loads them where there is something to parse. */
const unread: Check = () => undefined;

export const inputs = {
  paths: input.lines({
    description:
      "What to scan: globs, one a line, relative to the repository. `*` stays in one folder, `**` does not; a line that begins with `!` leaves out.",
    default: "**",
  }),
  dependencies: input.lines({
    description:
      "What to keep current, one a line: `all`, `terraform`, `providers`, `modules`, `lock-file` (newer versions that a constraint admits already). tflint plugins count as providers.",
    default: "all",
    accepts: kinds.join(", "),
    check: (text) => (kinds.includes(text) ? undefined : `${JSON.stringify(text)} is none of them`),
  }),
  strategy: input.choice(["auto", "bump", "widen", "pin", "lock-only"], {
    description:
      "How a constraint is changed: `auto` (keeps its shape, touches nothing that already admits the version), `bump` (raises the floor), `widen` (keeps the floor), `pin` (the exact version), `lock-only` (lock files only).",
  }),
  major: input.choice(["separate", "together", "ignore"], {
    description:
      "Major versions: `separate` (in a pull request of their own), `together` (with the others), `ignore` (not at all).",
  }),
  stepwise: input.flag({
    description:
      "One rung of the upgrade ladder at a time: terraform from 0.11 to 1.x, a provider's majors through the last minor before them. The next rung waits until the former one is merged and applied.",
    default: true,
  }),
  group: groupInput(unread),
  ignore: ignoreInput(unread),
  allow: allowInput(unread),
  "minimum-release-age": input.text({
    description:
      "How old a release must be, for example `72h` or `7d`. With it, a version whose date nobody tells is held and listed.",
    default: "0",
    check: ageProblem,
    accepts: "0, a number of days such as 7d, or a duration such as 72h",
  }),
  "lock-platforms": input.lines({
    description:
      "Platforms that lock files get checksums for, one a line, for example `linux_amd64`. `auto` means those that the lock file has, else linux_amd64 and darwin_arm64.",
    default: "auto",
    accepts: "auto, or platforms such as linux_amd64",
    check: (text) => (text === "auto" || platform.test(text) ? undefined : `${JSON.stringify(text)} is no platform`),
  }),
  "base-branch": input.text({
    description: "The branch that pull requests are made for. Empty means the default branch.",
    default: "",
  }),
  "branch-prefix": input.text({
    description: "How the names of our branches begin. Nobody else may use it.",
    default: "handrail/bump",
    check: branchPrefixProblem,
    accepts: "the beginning of a branch name",
  }),
  labels: input.lines({ description: "Labels that a new pull request gets, one a line.", default: "" }),
  assignees: input.lines({ description: "Logins that a new pull request is assigned to, one a line.", default: "" }),
  reviewers: input.lines({ description: "Logins that a new pull request asks for a review, one a line.", default: "" }),
  "team-reviewers": input.lines({
    description:
      "Slugs of teams that a new pull request asks for a review, one a line. Needs a token of an App with `members: read`.",
    default: "",
  }),
  draft: input.flag({ description: "Open pull requests as drafts." }),
  "max-open-pull-requests": input.integer({
    description: "At most this many pull requests of ours are open at a time.",
    min: 1,
    max: 1000,
    default: 10,
  }),
  verify: input.choice(["auto", "none", "validate", "plan"], {
    description:
      "How a bump is proven in every root module it touches, before and after: `auto` (planned where the backend can be used, else validated), `none`, `validate`, `plan`. Planning only reads: it takes no state lock.",
  }),
  "verify-results": input.text({
    description:
      "A folder with proofs that a job with read access only made (its output `proofs`); then nothing is planned here. Relative to the workspace; it must lie in it or in `RUNNER_TEMP`.",
    default: "",
    check: (text) => (/[\0\r\n]/.test(text) ? "not one line" : undefined),
  }),
  "dry-run": input.flag({
    description: "Look everything up, prove it and say what would be done, but change nothing on GitHub.",
  }),
  "registry-url": input.text({
    description:
      "A mirror that speaks the registry's protocol, in the place of `https://registry.terraform.io`. Tokens come from `TF_TOKEN_*`, hosts and credentials from the CLI configuration, as terraform reads them.",
    default: "",
    check: urlProblem,
    accepts: "an https URL, or http on this machine",
  }),
  "releases-url": input.text({
    description: "A mirror with the vendor's layout, where releases of terraform or OpenTofu are listed and fetched.",
    default: "",
    check: urlProblem,
    accepts: "an https URL, or http on this machine",
  }),
  "github-token": input.secret({
    description:
      "Opens the pull requests: `contents: write` and `pull-requests: write`; with `dry-run`, `contents: read` and `pull-requests: read`. Reads Deployments (`deployments: read`) to know whether the former step was applied.",
    default: "${{ github.token }}",
  }),
};

export const outputs = {
  result: { description: "`updated`, `up-to-date` or `failed`." },
  "failure-reason": {
    description:
      "Why the step failed: `incomplete` (something could not be looked up, read or published; the rest was done), `not-a-checkout`, `base-moved`, `invalid-input`, `cancelled`, `internal-error`, or one that begins with `github-` (GitHub refused, or could not be asked). Empty when it did not.",
  },
  updates: {
    description:
      "JSON: what is updated, each with `dependency`, `kind`, `from`, `to`, `constraint-before`, `constraint-after` (`; ` between several) and `files`.",
  },
  held: {
    description:
      "JSON: every update that was not made, each with `dependency`, `kind`, `from`, `to`, `reason` and `why`; where it is known `file` and `line`, and `failure` when something went wrong.",
  },
  "pull-requests": {
    description:
      "JSON: each pull request with `number`, `url`, `branch` and `state`: `created`, `updated`, `unchanged` or `closed`.",
  },
  count: { description: "Number of updates." },
  proofs: { description: "Folder with the proofs that were made, for `verify-results` of another job." },
  summary: { description: "What was done, in one line." },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs; rejects with one Failure that names every bad one. */
export async function readBumpInputs(environment: Readonly<Record<string, string | undefined>>): Promise<Inputs> {
  const given = (name: string): string => (environment[inputVariable(name)] ?? "").trim();
  const isPlain = readGroupingWord(given("group")) !== undefined && given("ignore") === "" && given("allow") === "";
  return readInputs(isPlain ? inputs : { ...inputs, ...(await parsedInputs()) }, environment);
}

async function parsedInputs(): Promise<Pick<typeof inputs, "group" | "ignore" | "allow">> {
  const { parseGrouping } = await import("./decide/grouping-yaml.ts");
  const { parsePatterns } = await import("./decide/patterns.ts");
  const patterns: Check = (text) => problemOf(() => parsePatterns([text]));
  return {
    group: groupInput((text) => problemOf(() => parseGrouping(text))),
    ignore: ignoreInput(patterns),
    allow: allowInput(patterns),
  };
}
