/**
 * A state snapshot, as `state pull` gives it and as it lies in a plan file: identity, addresses, outputs. Everything in
 * it can be secret; nothing here decides what is shown.
 * Source of the fields: https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go
 */
import { isJsonObject, type Json, JsonError, member, parseJson } from "./json-value.ts";
import { instanceAddress } from "./state-address.ts";

/** What a state says about itself. Fields that a format does not have are undefined, lists are then empty. */
export type StateSnapshot = {
  /** undefined for a state that was never written. */
  lineage: string | undefined;
  serial: number;
  terraformVersion: string | undefined;
  /** Resource instances in the order of the state, as terraform writes them; one with a deposed object only is there too. */
  addresses: string[];
  /** The root's outputs. Numbers keep every digit. */
  outputs: Map<string, { value: Json; isSensitive: boolean }>;
};

/**
 * Reads a state; undefined when there is none: no text, or the empty one that backends without a state give (serial 0,
 * no lineage). Newer and older formats give what is found of them. Throws a JsonError for text that is no JSON object.
 */
export function parseState(text: string): StateSnapshot | undefined {
  if (text.trim() === "") return undefined;
  const json = parseJson(text);
  if (!isJsonObject(json)) throw new JsonError("A state is a JSON object", 0);
  const serial = Number(member(json, "serial") ?? 0);
  const snapshot: StateSnapshot = {
    lineage: optionalText(member(json, "lineage")),
    serial: Number.isFinite(serial) ? serial : 0,
    terraformVersion: optionalText(member(json, "terraform_version")),
    addresses: [...new Set(listOf(member(json, "resources")).flatMap(addressesOf))],
    outputs: readOutputs(member(json, "outputs")),
  };
  const isEmpty = snapshot.addresses.length === 0 && snapshot.outputs.size === 0;
  return snapshot.lineage === undefined && snapshot.serial === 0 && isEmpty ? undefined : snapshot;
}

function optionalText(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The addresses of one resource's instances. */
function addressesOf(resource: Json): string[] {
  const isNamed = ["type", "name"].every((key) => optionalText(member(resource, key)) !== undefined);
  return isNamed ? listOf(member(resource, "instances")).map((instance) => instanceAddress(resource, instance)) : [];
}

function readOutputs(outputs: Json | undefined): StateSnapshot["outputs"] {
  const entries = isJsonObject(outputs) ? Object.entries(outputs) : [];
  return new Map(
    entries.map(([name, output]) => {
      const isSensitive = member(output, "sensitive") ?? false;
      return [name, { value: member(output, "value") ?? null, isSensitive: isSensitive !== false }];
    }),
  );
}
