/**
 * The inputs of every action that plans, one declaration each, and the rules across them. Each action.yml says the same;
 * tests compare them.
 */
import { input, inputFailure, pathProblem, readInputs } from "@handrail/runner";
import type { InputProblem, InputValues } from "@handrail/runner";
import { SHORTEST_SEAL_KEY, addressProblem } from "@handrail/terraform";

function isAddress(text: string): string | undefined {
  const problem = addressProblem(text);
  return problem === undefined ? undefined : `it ${problem}`;
}

function oneLine(text: string): string | undefined {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? "it has a character that cannot be seen" : undefined;
}

function insideWorkspace(text: string): string | undefined {
  const problem = pathProblem(text);
  return problem === undefined ? undefined : `it ${problem}`;
}

/** What plans, and where: terraform-plan takes these, and terraform-apply takes more beside them. */
export const planInputs = {
  "working-directory": input.directory({ description: "The root module, relative to the workspace.", default: "." }),
  label: input.text({
    description:
      "Names the target in comments; plan and apply of one target share it. Empty means the directory, and the workspace when it is not `default`.",
    check: oneLine,
    maxLength: 200,
  }),
  workspace: input.text({
    description:
      "The Terraform workspace. Empty means `TF_WORKSPACE`, else the selected one. A name other than `default` must exist.",
    pattern: /^[A-Za-z0-9_.~-]{1,90}$/,
    accepts: "the name of a workspace",
  }),
  "var-files": input.lines({
    description: "Variable files, one a line, relative to the root module.",
    check: oneLine,
    accepts: "paths of files, one a line",
  }),
  variables: input.text({ description: "Variables as HCL text, as in a `.tfvars` file. They win over `var-files`." }),
  "backend-config": input.lines({
    description: "Partial backend configuration as `key=value` lines.",
    pattern: /^[A-Za-z0-9_.-]+=/,
    accepts: "key=value lines",
  }),
  "backend-config-files": input.lines({
    description: "Partial backend configuration files, one a line, relative to the root module.",
    check: oneLine,
    accepts: "paths of files, one a line",
  }),
  targets: input.lines({
    description: "Resource addresses to limit the plan to, one a line.",
    check: isAddress,
    accepts: "resource addresses, one a line",
  }),
  replace: input.lines({
    description: "Resource instance addresses to replace, one a line.",
    check: isAddress,
    accepts: "resource addresses, one a line",
  }),
  destroy: input.flag({ description: "Plan to destroy everything that the root module manages." }),
  "refresh-only": input.flag({ description: "Plan only to bring the state up to date with what exists." }),
  refresh: input.flag({ description: "Read the current state of every object before planning.", default: true }),
  parallelism: input.integer({
    description: "How many operations Terraform runs at once. Empty means Terraform's default.",
    min: 1,
    max: 1000,
  }),
  "lock-timeout": input.duration({
    description: "How long to wait for the state lock, for example `90s`, `5m` or `1h30m`.",
    default: "5m",
    max: "24h",
  }),
  "terraform-path": input.text({
    description:
      "The Terraform or OpenTofu binary. Empty means the first `terraform` or `tofu` on PATH, where terraform-setup puts it.",
    check: oneLine,
  }),
  config: input.text({
    description: "The file with guardrails and roots. The default file may be absent; a file that you name must exist.",
    default: ".github/handrail.yml",
    check: insideWorkspace,
    accepts: "a relative path inside the workspace",
  }),
  "policy-command": input.lines({
    description:
      "A command, one argument a line, run without a shell with `PLAN_JSON` set to the path of the redacted plan. An exit code other than 0 denies.",
    verbatim: true,
    accepts: "a command, one argument a line",
  }),
  comment: input.choice(["always", "changes", "never"], {
    description:
      "When to comment on the pull request: `always`, `changes` (an existing comment is still brought up to date) or `never`.",
  }),
  "pull-request": input.integer({
    description: "The number of the pull request. Empty means the one of the event.",
    min: 1,
  }),
  "seal-key": input.secret({
    description:
      "A secret of at least 16 characters, better 32 random ones. With it the plan file is encrypted and its record and the comment's marker are authenticated.",
  }),
  "output-directory": input.text({
    description:
      "Where plan file, redacted plan and result file are written. Empty means a folder of its own under `RUNNER_TEMP`.",
    check: oneLine,
  }),
  "pass-environment": input.lines({
    description:
      "Names of environment variables that Terraform and the policy command would not see otherwise, one a line.",
    pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
    accepts: "names of environment variables, one a line",
  }),
  "github-token": input.secret({
    description:
      "Reads the pull request and writes the comment. Needs `pull-requests: write` for that, and nothing when `comment` is `never`.",
    default: "${{ github.token }}",
  }),
};

/** The inputs of one run. */
export type PlanInputs = InputValues<typeof planInputs>;

/** What is wrong with inputs that are fine one by one; empty when nothing is. */
export function planInputProblems(
  values: PlanInputs,
  environment: Readonly<Record<string, string | undefined>>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const key = values["seal-key"];
  if (key !== "" && key.length < SHORTEST_SEAL_KEY) {
    problems.push({
      name: "seal-key",
      accepts: `at least ${SHORTEST_SEAL_KEY} characters, for example what \`openssl rand -hex 32\` prints`,
    });
  }
  if (values.destroy && values["refresh-only"]) {
    problems.push({ name: "refresh-only", given: "true", accepts: "false, because destroy is true" });
  }
  if (values["refresh-only"] && !values.refresh) {
    problems.push({ name: "refresh", given: "false", accepts: "true, because refresh-only is true" });
  }
  if (values["refresh-only"] && values.replace.length > 0) {
    problems.push({
      name: "replace",
      given: values.replace.join(" "),
      accepts: "nothing, because refresh-only is true",
    });
  }
  const workspace = environment["TF_WORKSPACE"] ?? "";
  if (values.workspace !== "" && workspace !== "" && values.workspace !== workspace) {
    problems.push({
      name: "workspace",
      given: values.workspace,
      accepts: `what TF_WORKSPACE says (${workspace}), or nothing`,
    });
  }
  return problems;
}

/**
 * Reads the inputs and checks the rules across them.
 * @throws Failure `invalid-input` that names every bad input
 */
export function readPlanInputs(environment: Readonly<Record<string, string | undefined>>): PlanInputs {
  const values = readInputs(planInputs, environment);
  const problems = planInputProblems(values, environment);
  if (problems.length > 0) throw inputFailure(problems);
  return values;
}
