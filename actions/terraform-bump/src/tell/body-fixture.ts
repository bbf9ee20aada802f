/**
 * The bodies whose golden files stand in fixtures/<name>/body.md. Not part of the action.
 */
import type { BodyInput } from "./body.ts";
import { thousandRoots } from "./large-body-fixture.ts";
import { hostile } from "./hostile-body-fixture.ts";
import {
  awsNotes,
  bodyInput,
  lock,
  gitModule,
  held,
  module,
  proof,
  proposal,
  provider,
  root,
  terraform,
  update,
} from "./proposal-fixture.ts";

function providerMinor(): BodyInput {
  const aws = provider("hashicorp", "aws");
  const given = {
    dependency: aws,
    from: "5.97.0",
    to: "5.100.0",
    constraintBefore: "~> 5.31",
    constraintAfter: "~> 5.31",
  };
  const labels = Array.from({ length: 37 }, (_, index) => `live/account-${index + 1}`);
  const moved = update(
    { ...given, locks: labels.map((label) => lock(`${label}/.terraform.lock.hcl`, "5.97.0", "5.100.0")) },
    [],
  );
  const roots = labels.map((label, index) =>
    root(label, index === 4 ? { before: "1 to change.", after: "1 to change." } : {}),
  );
  const next = held({
    dependency: "hashicorp/aws",
    from: "5.97.0",
    to: "6.2.0",
    reason: "later-rung",
    why: "5.100.0 comes first",
  });
  return bodyInput({ proposal: proposal([moved]), proof: proof(...roots), held: [next] }, { notes: awsNotes });
}

function providerMajor(): BodyInput {
  const aws = provider("hashicorp", "aws");
  const given = {
    dependency: aws,
    from: "5.100.0",
    to: "6.2.0",
    constraintBefore: "~> 5.31",
    constraintAfter: "~> 6.2",
  };
  const moved = update(
    {
      ...given,
      isMajor: true,
      isRung: true,
      line: "6.x",
      locks: [lock("live/prod/.terraform.lock.hcl", "5.100.0", "6.2.0")],
    },
    ["live/prod/versions.tf", "modules/web/versions.tf"],
  );
  const roots = [
    root("live/prod", {
      outcome: "changes",
      after: "1 to destroy, 1 to replace, 1 to change.",
      changes: [
        { address: "aws_instance.web[0]", what: "update in place: user_data", isDestructive: false },
        { address: 'aws_redshift_cluster.main["eu"]', what: "would be replaced", isDestructive: true },
        { address: "aws_simpledb_domain.old", what: "would be destroyed", isDestructive: true },
      ],
    }),
    root("live/staging", {
      outcome: "changes",
      after: "1 to change.",
      changes: [{ address: "aws_instance.web[0]", what: "update in place: user_data", isDestructive: false }],
      more: 3,
    }),
    root("live/legacy", {
      outcome: "fails",
      after: "",
      message: 'Invalid resource type: The provider hashicorp/aws does not support resource type "aws_opsworks_stack".',
      file: "live/legacy/main.tf",
      line: 12,
    }),
    root("live/broken", {
      outcome: "failed-before",
      before: "",
      after: "",
      message: "No value for required variable",
      file: "live/broken/main.tf",
      line: 3,
    }),
    root("modules-test", { how: "validate", before: "", after: "" }),
    root("live/moved", {
      how: "none",
      outcome: "unverified",
      before: "",
      after: "",
      message: "the backend needs credentials",
    }),
    root("live/network"),
  ];
  const uses = {
    backends: [{ name: "s3", file: "live/prod/backend.tf", line: 2 }],
    resourceTypes: [
      { name: "aws_instance", file: "live/prod/web.tf", line: 1 },
      { name: "aws_opsworks_stack", file: "live/legacy/main.tf", line: 12 },
    ],
  };
  return bodyInput(
    { proposal: proposal([moved]), proof: proof(...roots), canRunWorkflows: "after-approval" },
    { uses },
  );
}

function terraformRung(): BodyInput {
  const given = {
    dependency: terraform,
    from: "0.12.31",
    to: "0.13.7",
    constraintBefore: ">= 0.12, < 0.13",
    constraintAfter: ">= 0.13, < 0.14",
  };
  const moved = update({ ...given, isMajor: true, isRung: true, line: "0.13.x" }, [
    ".terraform-version",
    "live/prod/versions.tf",
  ]);
  const next = held({
    dependency: "terraform",
    kind: "terraform",
    from: "0.12.31",
    to: "0.14.11",
    reason: "later-rung",
    why: "0.13.7 comes first, and has to be applied",
  });
  return bodyInput({
    proposal: proposal([moved]),
    proof: proof(root("live/prod"), root("live/staging")),
    held: [next],
  });
}

function group(): BodyInput {
  const updates = [
    update({ dependency: provider("hashicorp", "aws"), from: "6.1.0", to: "6.2.0" }),
    update(
      {
        dependency: provider("hashicorp", "random"),
        from: "3.6.0",
        to: "3.7.2",
        constraintBefore: ">= 3.0",
        constraintAfter: ">= 3.0",
        locks: [
          {
            ...lock("live/prod/.terraform.lock.hcl", "3.6.0", "3.7.2"),
            provider: "registry.terraform.io/hashicorp/random",
          },
        ],
      },
      [],
    ),
    update({
      dependency: module("terraform-aws-modules", "vpc", "aws"),
      from: "5.8.1",
      to: "6.0.1",
      isMajor: true,
      line: "6.x",
    }),
    update({
      dependency: gitModule("github.com/octo-org/network", "https://github.com/octo-org/network.git"),
      from: "1.2.0",
      to: "1.3.0",
      tag: "net/v1.3.0",
    }),
    update({ dependency: terraform, from: "1.9.8", to: "1.11.4" }),
  ];
  return bodyInput({ proposal: proposal(updates, "weekly"), proof: proof(root("live/prod"), root("live/staging")) });
}

function notVerified(): BodyInput {
  const moved = update({
    dependency: provider("hashicorp", "google"),
    from: "6.49.3",
    to: "7.1.0",
    isMajor: true,
    line: "7.x",
  });
  return bodyInput({ proposal: proposal([moved]), proof: undefined, whyNot: "The input verify is none." });
}

function workflowsLeftOut(): BodyInput {
  const moved = update(
    { dependency: terraform, from: "1.5.7", to: "1.6.6", constraintBefore: "1.5.7", constraintAfter: "1.6.6" },
    [".terraform-version"],
  );
  const left = [".github/workflows/plan.yml", ".github/workflows/apply it.yml"];
  const uses = { backends: [{ name: "s3", file: "live/prod/backend.tf", line: 2 }], resourceTypes: [] };
  const given = {
    proposal: proposal([moved]),
    proof: proof(root("live/prod")),
    left,
    canRunWorkflows: "after-approval" as const,
  };
  return bodyInput(given, { uses });
}

/** The input of each golden file. */
export const bodies: Readonly<Record<string, () => BodyInput>> = {
  "provider-minor": providerMinor,
  "provider-major": providerMajor,
  "terraform-rung": terraformRung,
  group,
  "thousand-roots": thousandRoots,
  "not-verified": notVerified,
  "workflows-left-out": workflowsLeftOut,
  hostile,
};
