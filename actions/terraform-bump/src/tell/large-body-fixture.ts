/**
 * A body that is far over GitHub's limit. Not part of the action.
 */
import type { BodyInput } from "./body.ts";
import { awsNotes, bodyInput, lock, proof, proposal, provider, root, update } from "./proposal-fixture.ts";

/** 1,000 roots: 100 change, one of them destroys something, 10 fail. */
export function thousandRoots(): BodyInput {
  const labels = Array.from({ length: 1_000 }, (_, index) => `live/region-${index % 20}/account-${index}/service`);
  const roots = labels.map((label, index) => {
    if (index % 100 === 7)
      return root(label, {
        outcome: "fails",
        message: "Unsupported argument: region",
        file: `${label}/main.tf`,
        line: 4,
      });
    if (index % 10 !== 3) return root(label);
    const changes = Array.from({ length: 20 }, (_, at) => ({
      address: `aws_instance.web[${at}]`,
      what: index === 503 && at === 9 ? "would be replaced" : "update in place: user_data",
      isDestructive: index === 503 && at === 9,
    }));
    return root(label, { outcome: "changes", after: "20 to change.", changes });
  });
  const given = { dependency: provider("hashicorp", "aws"), from: "5.100.0", to: "6.2.0", isMajor: true, line: "6.x" };
  const moved = update(
    { ...given, locks: labels.map((label) => lock(`${label}/.terraform.lock.hcl`, "5.100.0", "6.2.0")) },
    labels.map((label) => `${label}/versions.tf`),
  );
  return bodyInput({ proposal: proposal([moved]), proof: proof(...roots) }, { notes: awsNotes });
}
