/**
 * Generates the repository that the bump bench scans: root modules and local modules as large companies have them, with
 * lock files as terraform writes them. Texts only; nothing is written here.
 */
import { normaliseConstraints, renderLockFile, type LockEntry } from "@handrail/terraform";

/** A dependency of the repository, and the version that all of it is at. */
export type Pinned = { source: string; version: string };

/** Checksums of the locked versions, by source. */
export type Hashes = ReadonlyMap<string, readonly string[]>;

/** The first of them is in every root module; two others join it. */
export const providers: readonly Pinned[] = [
  { source: "hashicorp/aws", version: "5.60.0" },
  { source: "hashicorp/random", version: "3.5.1" },
  { source: "hashicorp/null", version: "3.1.1" },
  { source: "hashicorp/kubernetes", version: "2.30.0" },
  { source: "datadog/datadog", version: "3.40.0" },
  { source: "cloudflare/cloudflare", version: "4.30.0" },
];

/** Two of them are in every root module, beside a local one. */
export const modules: readonly Pinned[] = ["vpc", "iam", "rds", "s3-bucket", "lambda", "alb", "eks", "sqs"].map(
  (name, index) => ({ source: `terraform-aws-modules/${name}/aws`, version: `${index + 2}.4.0` }),
);

export const terraformVersion = "1.9.0";

const LOCAL_MODULES = 100;
const TEAMS = 20;
const ENVIRONMENTS = ["production", "staging", "development", "sandbox"];

/** Everything in the repository, by path: `roots` root modules with six files each, and the local modules. */
export function renderMonorepo(roots: number, hashes: Hashes): Record<string, string> {
  const files: Record<string, string> = { "README.md": "# Infrastructure\n", ".gitignore": ".terraform/\n" };
  const add = (directory: string, texts: Record<string, string>): void => {
    for (const [name, text] of Object.entries(texts)) files[`${directory}/${name}`] = text;
  };
  for (let index = 0; index < LOCAL_MODULES; index++) add(`modules/service-${index}`, renderLocal(index));
  for (let index = 0; index < roots; index++) add(directoryOf(index), renderRoot(index, hashes));
  return files;
}

function directoryOf(index: number): string {
  return `live/team-${index % TEAMS}/${ENVIRONMENTS[index % ENVIRONMENTS.length]}/service-${index}`;
}

/** `count` of the list, from `from` on. */
function pick(list: readonly Pinned[], from: number, count: number): Pinned[] {
  return Array.from({ length: count }, (_, offset) => list[(from + offset) % list.length]).filter(
    (found) => found !== undefined,
  );
}

function providersOf(index: number): Pinned[] {
  return [...providers.slice(0, 1), ...pick(providers.slice(1), index, 2)];
}

function renderRoot(index: number, hashes: Hashes): Record<string, string> {
  const used = providersOf(index);
  const local = index % LOCAL_MODULES;
  return {
    "main.tf": `${renderCalls(index, local)}\n${renderResources(index)}`,
    "versions.tf": renderVersions(used, ({ version }) => `~> ${version}`, `~> ${terraformVersion}`),
    "variables.tf": renderVariables(index, 8),
    "outputs.tf": renderOutputs(["vpc_id", "role_arn", "bucket_name", "dashboard_url"]),
    "backend.tf": renderBackend(index),
    ".terraform.lock.hcl": renderLockFile({ keeper: "terraform", entries: used.map((each) => lock(each, hashes)) }),
  };
}

/** The local modules ask for less than the roots, all of them for the first provider. */
function renderLocal(index: number): Record<string, string> {
  return {
    "main.tf": renderResources(index),
    "versions.tf": renderVersions(providers.slice(0, 1), () => ">= 5.0", ">= 1.3"),
    "variables.tf": renderVariables(index, 5),
    "outputs.tf": renderOutputs(["arn", "name"]),
  };
}

function lock(provider: Pinned, hashes: Hashes): LockEntry {
  const { source, version } = provider;
  const asked = source === providers[0]?.source ? [">= 5.0", `~> ${version}`] : [`~> ${version}`];
  return {
    address: `registry.terraform.io/${source}`,
    version,
    constraints: normaliseConstraints(asked),
    hashes: [...(hashes.get(source) ?? [])],
  };
}

function renderVersions(used: readonly Pinned[], ask: (provider: Pinned) => string, terraform: string): string {
  const entries = used.map((provider) => {
    const name = provider.source.slice(provider.source.indexOf("/") + 1);
    return `    ${name} = {\n      source  = "${provider.source}"\n      version = "${ask(provider)}"\n    }\n`;
  });
  return `terraform {\n  required_version = "${terraform}"\n\n  required_providers {\n${entries.join("")}  }\n}\n`;
}

function renderCalls(index: number, local: number): string {
  const calls = pick(modules, index, 2).map(
    ({ source, version }, place) => `module "shared_${place}" {
  source  = "${source}"
  version = "~> ${version}"

  name        = "\${var.name}-${index}"
  environment = var.environment
  cidr        = "10.${index % 250}.0.0/16"
  tags        = merge(local.tags, { component = "shared-${place}" })
}
`,
  );
  return `${calls.join("\n")}
# Everything that this team runs, in one place.
module "service" {
  source = "../../../../modules/service-${local}"

  name     = var.name
  replicas = ${(index % 5) + 1}
  tags     = local.tags
}
`;
}

function renderResources(index: number): string {
  const resources = Array.from(
    { length: 3 },
    (_, place) => `resource "aws_cloudwatch_metric_alarm" "alarm_${place}" {
  alarm_name          = "\${var.name}-${place}-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = ${(place % 3) + 1}
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = ${index % 17}
  alarm_description   = <<-EOT
    Service ${index} fails: see https://runbooks.example.com/service-${index}#errors
    and ask the team in \${var.channel}.
  EOT

  dimensions = {
    FunctionName = "\${var.name}-${place}"
  }

  tags = local.tags
}
`,
  );
  return `locals {
  tags = {
    service     = "service-${index}"
    environment = var.environment
    owner       = "team-${index % TEAMS}"
  }
}

${resources.join("\n")}`;
}

function renderVariables(index: number, count: number): string {
  const names = ["name", "environment", "channel", "replicas", "cpu", "memory", "subnets", "zone"].slice(0, count);
  const blocks = names.map(
    (name) => `variable "${name}" {
  description = "The ${name} of service ${index}, as the team's handbook defines it."
  type        = string
  default     = "${name}-${index}"
}
`,
  );
  return blocks.join("\n");
}

function renderOutputs(names: readonly string[]): string {
  const blocks = names.map(
    (name) => `output "${name}" {
  description = "For other root modules, which read it from the state."
  value       = try(module.service.${name}, null)
}
`,
  );
  return blocks.join("\n");
}

function renderBackend(index: number): string {
  return `terraform {
  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "team-${index % TEAMS}/service-${index}/terraform.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }
}
`;
}
