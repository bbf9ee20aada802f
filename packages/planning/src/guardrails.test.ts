import { describe, expect, it } from "@jest/globals";
import type { ResourceChange } from "@handrail/terraform";
import { decideGuardrails } from "./guardrails.ts";
import type { Guardrail } from "./handrail-file.ts";

function change(address: string, kind: ResourceChange["kind"], more: Partial<ResourceChange> = {}): ResourceChange {
  const parts = address.replaceAll(/\[[^\]]*\]/g, "").split(".");
  return {
    address,
    mode: "managed",
    type: parts.at(-2) ?? "",
    name: parts.at(-1) ?? "",
    provider: "registry.terraform.io/hashicorp/aws",
    kind,
    actions: [kind],
    isMove: false,
    replacePaths: [],
    hasGeneratedConfig: false,
    span: { offset: 0, length: 0 },
    ...(parts.length > 2 ? { module: parts.slice(0, -2).join(".") } : {}),
    ...more,
  };
}

function rule(more: Partial<Guardrail>): Guardrail {
  return { name: "rule", types: [], addresses: [], actions: ["delete", "replace"], max: 0, ...more };
}

describe("decideGuardrails", () => {
  const database = change("module.data.aws_db_instance.main[0]", "delete");
  const replaced = change("aws_rds_cluster.orders", "replace");
  const bucket = change("aws_s3_bucket.logs", "delete");
  const changes = [database, replaced, bucket, change("aws_db_instance.new", "create")];

  it.each<[string, Partial<Guardrail>, string[]]>([
    ["a type", { types: ["aws_db_instance"] }, [database.address]],
    ["a glob of types", { types: ["aws_db_*", "aws_rds_*"] }, [database.address, replaced.address]],
    ["an address", { addresses: ["module.data.*"] }, [database.address]],
    ["a resource, for all its instances", { addresses: ["module.data.aws_db_instance.main"] }, [database.address]],
    ["both", { types: ["aws_s3_bucket"], addresses: ["module.data.*"] }, []],
    ["another action", { types: ["aws_db_instance"], actions: ["create"] }, ["aws_db_instance.new"]],
    ["as many as allowed", { types: ["aws_db_*", "aws_rds_*"], max: 2 }, []],
    ["more than allowed", { types: ["*"], max: 2 }, [database.address, replaced.address, bucket.address]],
  ])("holds a plan against %s", (_, more, addresses) => {
    const { violations } = decideGuardrails([rule(more)], changes, []);
    expect(violations.flatMap((violation) => violation.addresses)).toEqual(addresses);
  });

  it("is lifted by its label, and says so", () => {
    const lifting = rule({ types: ["aws_s3_bucket"], unlessLabel: "ok" });
    expect(decideGuardrails([lifting], changes, ["other"]).violations).toHaveLength(1);
    expect(decideGuardrails([lifting], changes, ["ok"])).toEqual({
      violations: [],
      lifted: [{ rule: lifting, addresses: [bucket.address] }],
    });
  });

  it("counts an unknown combination of actions as everything that it names", () => {
    const odd = change("aws_s3_bucket.odd", "other", { actions: ["delete", "transmogrify"] });
    expect(decideGuardrails([rule({ types: ["*"] })], [odd], []).violations).toHaveLength(1);
  });

  it("guards an instance whose key looks like another address", () => {
    const odd = change("aws_db_instance.main", "delete", { address: 'aws_db_instance.main["aws_s3_bucket.logs["]' });
    expect(decideGuardrails([rule({ addresses: ["aws_db_instance.main"] })], [odd], []).violations).toHaveLength(1);
    expect(decideGuardrails([rule({ addresses: ["aws_s3_bucket.logs"] })], [odd], []).violations).toHaveLength(0);
  });
});
