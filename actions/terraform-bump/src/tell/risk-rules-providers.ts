/**
 * What is to know about versions of providers. Data: each rule with the page that says so.
 */
import type { RiskRule } from "./risk.ts";

const aws = (major: number): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-${major}-upgrade`;

const awsRules: readonly RiskRule[] = [
  {
    id: "aws-3-terraform",
    at: "3.0.0",
    severity: "stop",
    text: "It needs Terraform 0.12 or newer.",
    source: aws(3),
  },
  {
    id: "aws-3-hashes",
    at: "3.0.0",
    severity: "check",
    text: "Certificates and push credentials are kept in the state as they are, no more as hashes: the first plan shows an update of them.",
    source: aws(3),
    resourceTypes: ["aws_acm_certificate", "aws_sns_platform_application"],
  },
  {
    id: "aws-3-credentials",
    at: "3.0.0",
    severity: "check",
    text: "The shared configuration file is read always, and before the credentials of the machine: check which ones are found.",
    source: aws(3),
  },
  {
    id: "aws-4-s3",
    at: "4.0.0",
    severity: "check",
    text: "`aws_s3_bucket` is split: access lists, versioning, encryption, logging, life cycle and more are resources of their own (`aws_s3_bucket_versioning`, …). From 4.9 on the old arguments still work and are deprecated; import before you move them.",
    source: aws(4),
    resourceTypes: ["aws_s3_bucket"],
  },
  {
    id: "aws-4-defaults",
    at: "4.0.0",
    severity: "check",
    text: "`aws_default_vpc` and `aws_default_subnet` create what does not exist, and destroy it with `force_destroy`.",
    source: aws(4),
    resourceTypes: ["aws_default_vpc", "aws_default_subnet"],
  },
  {
    id: "aws-4-log-group",
    at: "4.0.0",
    severity: "check",
    text: "The `arn` of the data source `aws_cloudwatch_log_group` has no `:*` at its end any more: policies may need it.",
    source: aws(4),
    resourceTypes: ["aws_cloudwatch_log_group"],
  },
  {
    id: "aws-5-terraform",
    at: "5.0.0",
    severity: "stop",
    text: "It needs Terraform 1.0 or newer: 4.x is the last that 0.12 to 0.15 can run.",
    source: aws(4),
  },
  {
    id: "aws-5-classic",
    at: "5.0.0",
    severity: "check",
    text: "EC2-Classic and Macie Classic are gone with all their arguments and resources, and so is the data source `aws_subnet_ids` (now `aws_subnets`).",
    source: aws(5),
    resourceTypes: [
      "aws_db_security_group",
      "aws_elasticache_security_group",
      "aws_redshift_security_group",
      "aws_macie_*",
      "aws_subnet_ids",
    ],
  },
  {
    id: "aws-5-snapshots",
    at: "5.0.0",
    severity: "check",
    text: "A changed `snapshot_identifier` now **replaces** clusters of RDS, DocumentDB and Neptune; before it changed nothing.",
    source: aws(5),
    resourceTypes: ["aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"],
  },
  {
    id: "aws-5-provider",
    at: "5.0.0",
    severity: "check",
    text: "In the provider's block `shared_credentials_file` is now `shared_credentials_files`, `s3_force_path_style` is `s3_use_path_style`, and `duration_seconds` is `duration`.",
    source: aws(5),
  },
  {
    id: "aws-6-removed",
    at: "6.0.0",
    severity: "check",
    text: "OpsWorks, SimpleDB, WorkLink and Elastic Inference are gone.",
    source: aws(6),
    resourceTypes: ["aws_opsworks_*", "aws_simpledb_domain", "aws_worklink_*"],
  },
  {
    id: "aws-6-region",
    at: "6.0.0",
    severity: "check",
    text: "Most resources have an argument `region` now; modules and outputs that use that name should be looked at. Booleans written as `0` and `1` are refused, and `aws_ami` with `most_recent` wants an owner.",
    source: aws(6),
  },
  {
    id: "aws-6-user-data",
    at: "6.0.0",
    severity: "check",
    text: "`user_data` of `aws_instance` is kept in the state as clear text, no more as a hash.",
    source: aws(6),
    resourceTypes: ["aws_instance"],
  },
  {
    id: "aws-6-redshift",
    at: "6.0.0",
    severity: "check",
    text: "`aws_redshift_cluster` is not publicly accessible unless it says so; `logging` and `snapshot_copy` are resources of their own.",
    source: aws(6),
    resourceTypes: ["aws_redshift_cluster", "aws_redshift_service_account"],
  },
];

/** Rules by `namespace/type` on the public registry. */
export const providerRules: Readonly<Record<string, readonly RiskRule[]>> = { "hashicorp/aws": awsRules };
