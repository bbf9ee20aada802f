/**
 * What is to know about versions of Terraform and OpenTofu. Data: each rule with the page that says so.
 */
import type { RiskRule } from "./risk.ts";

const DOCS = "https://developer.hashicorp.com/terraform/language";
const OLD = `${DOCS}/v1.1.x/upgrade-guides`;
const guide = (minor: number): string => `${DOCS}/v1.${minor}.x/upgrade-guides`;

/** Before 1.0 each minor is a step of its own, and there is no way back once it was applied. */
const beforeOne: readonly RiskRule[] = [
  {
    id: "terraform-0.12-language",
    at: "0.12.0",
    severity: "stop",
    text: "The language changes. First run `terraform 0.12checklist` with 0.11.15 until it finds nothing, then `terraform 0.12upgrade` with 0.12 in every module's directory, and commit the result to this branch.",
    source: `${OLD}/0-12`,
  },
  {
    id: "terraform-0.12-state",
    at: "0.12.0",
    severity: "stop",
    text: "No way back: once 0.12 has written a state, 0.11 cannot read it any more. Apply with an empty plan before and after.",
    source: `${OLD}/0-12`,
  },
  {
    id: "terraform-0.13-state",
    at: "0.13.0",
    severity: "stop",
    text: "No way back: once 0.13 has written a state, 0.12 cannot read it any more. Apply once with 0.13 in **every** root, also where nothing changes, and before any resource is removed: only an apply writes the providers' new addresses into the state.",
    source: `${OLD}/0-13`,
  },
  {
    id: "terraform-0.13-sources",
    at: "0.13.0",
    severity: "stop",
    text: "Every module has to name the source of providers that are not HashiCorp's, in one `required_providers` block: `terraform 0.13upgrade` writes it, and exists in 0.13 only. Providers of your own also need `terraform state replace-provider`.",
    source: `${OLD}/0-13`,
  },
  {
    id: "terraform-0.13-provisioners",
    at: "0.13.0",
    severity: "check",
    text: "Provisioners that run on destroy may refer to `self`, `count` and `each` only.",
    source: `${OLD}/0-13`,
  },
  {
    id: "terraform-0.14-state",
    at: "0.14.0",
    severity: "stop",
    text: "An apply must have run under 0.13 in **every** root before: 0.14 cannot upgrade older states. Versions below 0.13.6 cannot read what 0.14 writes.",
    source: `${OLD}/0-14`,
  },
  {
    id: "terraform-0.14-lock-file",
    at: "0.14.0",
    severity: "check",
    text: "From here on there are lock files: commit `.terraform.lock.hcl` of every root, with all platforms (`terraform providers lock -platform=…`). Outputs that show sensitive values need `sensitive = true`.",
    source: `${OLD}/0-14`,
  },
  {
    id: "terraform-0.15-removed",
    at: "0.15.0",
    severity: "check",
    text: 'Gone are the functions `list()` and `map()` (now `tolist([…])`, `tomap({…})`), quoted types, `ignore_changes = ["*"]` (now `all`), the directory argument (now `-chdir`), and the provisioners chef, habitat, puppet and salt-masterless.',
    source: `${OLD}/0-15`,
  },
];

const LEGACY_BACKENDS = ["artifactory", "etcd", "etcdv3", "manta", "swift"];

const sinceOne: readonly RiskRule[] = [
  {
    id: "terraform-1.2-tls",
    at: "1.2.0",
    severity: "note",
    text: "Registries, module hosts and backends have to speak TLS 1.2, with certificates that are not signed with SHA-1. `TF_TOKEN_*` variables win over credentials in the CLI configuration.",
    source: `https://github.com/hashicorp/terraform/blob/v1.2.0/website/docs/language/upgrade-guides/1-2.mdx`,
  },
  {
    id: "terraform-1.3-backends",
    at: "1.3.0",
    severity: "check",
    text: "The backends `artifactory`, `etcd`, `etcdv3`, `manta` and `swift` are gone. Move such a state to another backend with 1.2 first.",
    source: guide(3),
    backends: LEGACY_BACKENDS,
  },
  {
    id: "terraform-1.3-azurerm",
    at: "1.3.0",
    severity: "check",
    text: "The backend `azurerm` speaks to Microsoft Graph only: remove `use_microsoft_graph`, then `terraform init -reconfigure`.",
    source: guide(3),
    backends: ["azurerm"],
  },
  {
    id: "terraform-1.3-optional",
    at: "1.3.0",
    severity: "check",
    text: "Modules with `experiments = [module_variable_optional_attrs]` are refused: remove that line, and `defaults()`.",
    source: guide(3),
  },
  {
    id: "terraform-1.4-cache",
    at: "1.4.0",
    severity: "note",
    text: "A plugin cache is used only for providers whose checksums are in the lock file.",
    source: guide(4),
  },
  {
    id: "terraform-1.6-licence",
    at: "1.6.0",
    severity: "check",
    text: "**The licence changes** from MPL 2.0 to the Business Source License 1.1; 1.5.7 is the last version under the old one. Merge it only if your organisation accepts that. To stay, add `terraform > 1.5.7` to the input `ignore`.",
    source: "https://github.com/hashicorp/terraform/blob/v1.6.0/LICENSE",
  },
  {
    id: "terraform-1.6-s3",
    at: "1.6.0",
    severity: "note",
    text: "Arguments of the backend `s3` move into blocks: `role_arn` and the like into `assume_role`, endpoints into `endpoints`. The old ones still work, until 1.10.",
    source: "https://github.com/hashicorp/terraform/blob/v1.6.0/CHANGELOG.md",
    backends: ["s3"],
  },
  {
    id: "terraform-1.7-checks",
    at: "1.7.0",
    severity: "check",
    text: "States with `check` blocks or input validations cannot be read any more by 1.3 below 1.3.10, 1.4 below 1.4.7 and 1.5 below 1.5.7: bring what reads them through `terraform_remote_state` to those first.",
    source: guide(7),
  },
  {
    id: "terraform-1.8-s3",
    at: "1.8.0",
    severity: "check",
    text: "The backend `s3` has no `use_legacy_workflow` any more: remove it, and check which credentials are found. Working directories that are kept need `terraform init -reconfigure`.",
    source: guide(8),
    backends: ["s3"],
  },
  {
    id: "terraform-1.9-import",
    at: "1.9.0",
    severity: "note",
    text: "`import` blocks that point to a module that does not exist are errors; `.tftest.hcl` files may not set a provider's `version`.",
    source: guide(9),
  },
  {
    id: "terraform-1.10-s3",
    at: "1.10.0",
    severity: "check",
    text: "The backend `s3` does not know `role_arn`, `session_name`, `external_id` and the other arguments of roles at its top level any more: write them in an `assume_role` block. Working directories that are kept need `terraform init -reconfigure`.",
    source: guide(10),
    backends: ["s3"],
  },
  {
    id: "terraform-1.10-moved",
    at: "1.10.0",
    severity: "note",
    text: "In `moved` blocks, resource types that are called like a keyword (`local`, `each`, `self`) need `resource.` in front.",
    source: guide(10),
  },
  {
    id: "terraform-1.11-locking",
    at: "1.11.0",
    severity: "note",
    text: "The backend `s3` can lock by itself (`use_lockfile = true`); locking through DynamoDB is deprecated.",
    source: guide(11),
    backends: ["s3"],
  },
  {
    id: "terraform-1.12-kernel",
    at: "1.12.0",
    severity: "note",
    text: "It needs Linux 3.2 or newer.",
    source: guide(12),
  },
  {
    id: "terraform-1.13-tests",
    at: "1.13.0",
    severity: "note",
    text: "Test files should declare the external variables that they use.",
    source: guide(13),
  },
  {
    id: "terraform-1.14-cpu",
    at: "1.14.0",
    severity: "note",
    text: "In containers with a CPU limit fewer operations may run at once.",
    source: guide(14),
  },
];

/** Rules of Terraform itself. */
export const terraformRules: readonly RiskRule[] = [...beforeOne, ...sinceOne];

/** Rules of OpenTofu. */
export const opentofuRules: readonly RiskRule[] = [
  {
    id: "opentofu-1.8-s3",
    at: "1.8.0",
    severity: "check",
    text: "The backend `s3` has no `use_legacy_workflow` any more: remove it, and check which credentials are found.",
    source: "https://opentofu.org/docs/v1.8/intro/upgrading/",
    backends: ["s3"],
  },
];
