/**
 * The table that classify reads: which summaries mean which failure-reason, and the sentence that helps.
 * Data only. Summaries are those of terraform 0.15 to 1.14 and OpenTofu; each group names the source it was read in
 * (paths of https://github.com/hashicorp/terraform/tree/main/internal) or the real runs in fixtures/.
 */
import { CRASHES, SAVED_PLANS, STATES, UNSAVED } from "./diagnostic-rules-apply.ts";
import type { Rule } from "./diagnostic-rule.ts";

/** terraform/version_required.go, states/statefile/read.go, plans/planfile/tfplan.go, cloud/backend.go */
const VERSIONS: readonly Rule[] = [
  {
    summary: /^Unsupported (Terraform|OpenTofu) Core version$/,
    reason: "version-mismatch",
    remedy: "Let terraform-setup install the version that required_version asks for, or name it in terraform-path.",
  },
  {
    summary: /state snapshot was created by (Terraform|OpenTofu) v|plan file was created by (Terraform|OpenTofu) /i,
    reason: "version-mismatch",
    remedy: "Use the version that wrote it, or a newer one: an older terraform cannot read it.",
  },
  {
    summary: /./,
    detail: /state snapshot was created by (Terraform|OpenTofu) v|plan file was created by (Terraform|OpenTofu) /i,
    reason: "version-mismatch",
    remedy: "Use the version that wrote it, or a newer one: an older terraform cannot read it.",
  },
  {
    summary: /^(Incompatible|Unsupported) (Terraform|OpenTofu) version$|^(Terraform|OpenTofu) version mismatch$/i,
    reason: "version-mismatch",
    remedy: "Use the version that the remote workspace is set to, or change it there.",
  },
];

/** command/clistate/state.go, states/statemgr/locker.go; fixtures 12 and 34 */
const LOCKS: readonly Rule[] = [
  {
    summary: /^Error (acquiring the state lock|locking state)/,
    detail: /^\s*Lock Info:|already locked|lock(ed)? .*held|resource temporarily unavailable/im,
    reason: "state-locked",
    remedy:
      "Wait for the holder or raise lock-timeout. Only when you are sure that nobody works with the state any more: terraform force-unlock with the lock's id.",
  },
  {
    summary: /^Error (acquiring the state lock|locking state)/,
    remedy:
      "terraform names no holder: check that the credentials may write the lock of this backend, and that it can be reached.",
  },
  {
    summary: /^Error releasing the state lock/,
    remedy: "The lock may still be there: look who holds it, then terraform force-unlock with its id.",
  },
];

/** command/meta_backend.go, command/meta_backend_errors.go, backend/remote/backend_plan.go; fixtures 41 to 43 */
const BACKENDS: readonly Rule[] = [
  {
    summary: /^(Backend|HCP Terraform|Terraform Cloud|Cloud).* initiali[sz]ation required/,
    detail: /Initial configuration/,
    reason: "init-failed",
    remedy: "The directory is not initialised: run init with the same backend settings first.",
  },
  {
    summary:
      /^(Backend|HCP Terraform|Terraform Cloud|Cloud).* initiali[sz]ation required|^(Backend|HCP Terraform|Terraform Cloud) configuration changed$/,
    reason: "backend-changed",
    remedy:
      "A .terraform directory made with other backend settings lies in the root module: remove it (or set TF_DATA_DIR) in this job. To move the state itself, run terraform init -migrate-state by hand.",
  },
  {
    summary: /^Saving a generated plan is currently not supported/,
    reason: "backend-unsupported",
    remedy:
      "Set the workspace's execution mode to local (the state stays where it is), or use a backend that stores state only.",
  },
  {
    summary:
      /workspace ("[^"]*" )?(does not|doesn't) exist|^Invalid workspace selection$|^There is no workspace "|^This backend has no workspaces /i,
    reason: "workspace-not-found",
    remedy: "Correct the input workspace (or TF_WORKSPACE), or create the workspace with terraform workspace new.",
  },
  {
    summary:
      /^(Error loading state|Failed to load state|Error refreshing state|Error inspecting states|Failed to get existing workspaces)/,
    remedy:
      "Check that the credentials may read the state of this backend, and that it can be reached from the runner.",
  },
];

/** command/init.go, command/meta_dependencies.go, getproviders/errors.go, initwd/module_install.go */
const INSTALLATION: readonly Rule[] = [
  {
    summary: /^Provider dependency changes detected$|^Inconsistent dependency lock file$/,
    reason: "init-failed",
    remedy:
      "The lock file does not hold what the configuration asks for: run terraform init (and terraform providers lock for the runner's platform) and commit .terraform.lock.hcl.",
  },
  {
    summary: /^(Failed to install provider|Required plugins are not installed|Incompatible provider version)/,
    detail: /checksum|lock file/i,
    reason: "init-failed",
    remedy:
      "The lock file has no checksum for this platform or another one: run terraform providers lock -platform=linux_amd64 (and the others you use) and commit .terraform.lock.hcl.",
  },
  {
    summary:
      /^(Failed to query available provider packages|Failed to install provider|Missing required provider|Invalid provider registry host)/,
    reason: "init-failed",
    remedy: "Check the provider's source address, the network, and the mirror or TF_TOKEN_* the registry needs.",
  },
  {
    summary:
      /^(Failed to download module|Could not download module|Error accessing remote module registry|Module (source|version)s? .*not found|Unresolvable module version constraint)/i,
    reason: "init-failed",
    remedy: "Check the module's source and version, the network, and the credentials its host needs.",
  },
  {
    summary: /^Module not installed$/,
    reason: "init-failed",
    remedy: "Run init again: a module was added since the directory was initialised.",
  },
];

/** terraform/variables.go, backend/backendrun/unparsed_value.go, command/arguments; fixtures 15, 47, 48 */
const VARIABLES: readonly Rule[] = [
  {
    summary: /^No value for required variable$/,
    detail: /ephemeral/,
    remedy:
      "Give the ephemeral variable to the apply too (variables, var-files or TF_VAR_*): a plan file never stores it.",
  },
  {
    summary: /^No value for required variable$/,
    reason: "invalid-configuration",
    remedy: "Give it in variables, in a file of var-files, or as TF_VAR_<name> in the environment.",
  },
  {
    summary: /^Value for undeclared variable$/,
    reason: "invalid-configuration",
    remedy: "Declare the variable in the root module, or take its value away.",
  },
  {
    summary: /^Invalid value for (input )?variable$|^Invalid default value for variable$/,
    reason: "invalid-configuration",
    remedy: "Correct the value so that it has the variable's type and passes its validation.",
  },
  {
    summary: /^Failed to read variables file$/,
    reason: "invalid-configuration",
    remedy: "Correct the path in var-files: it is relative to the root module.",
  },
];

/** The static errors of hcl/hclsyntax/parser.go, configs, and the validate walk; fixtures 13, 14, 32 */
const CONFIGURATION: readonly Rule[] = [
  {
    summary: /^Configuration for import target does not exist$/,
    reason: "invalid-configuration",
    remedy: "Write the resource block that the import block names.",
  },
  {
    summary: /^No configuration files$/,
    reason: "invalid-configuration",
    remedy: "Correct working-directory: there is no .tf file in it.",
  },
  {
    summary: new RegExp(
      [
        "^(Reference to undeclared|Unsupported (argument|attribute|block type)|Missing required argument|Duplicate |Unclosed |Unterminated )",
        "^(Argument (or block )?definition required|Attribute redefined|Call to unknown function|Cycle:|Extraneous label|Ambiguous )",
        "^(Insufficient|Too many) .* blocks$|^Invalid (argument name|block definition|character|expression|multi-line string|reference|resource type|template)",
        "^Missing (name for|newline|item separator|attribute|key|item)|^(Module not found|Unreadable module|Provider configuration not present|Self-referential)",
        '^(Moved object still exists|Conflicting|Cyclic dependency|Invalid "?(moved|import|removed)"?|Unsuitable value type|Variables not allowed)',
      ].join("|"),
    ),
    phases: ["init", "validate", "plan"],
    reason: "invalid-configuration",
    remedy: "Correct the configuration at the place named; terraform's explanation is in the step summary.",
  },
];

/** First match wins, so the more special and the more severe stand first. */
export const RULES: readonly Rule[] = [
  ...UNSAVED,
  ...VERSIONS,
  ...LOCKS,
  ...SAVED_PLANS,
  ...BACKENDS,
  ...INSTALLATION,
  ...VARIABLES,
  ...CRASHES,
  ...STATES,
  ...CONFIGURATION,
];
