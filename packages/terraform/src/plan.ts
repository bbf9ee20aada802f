/**
 * What a terraform plan says, as our own types: the shapes that plan-reader.ts fills and everything else reads.
 * No reading, no rendering here.
 * Source of the fields: `terraform show -json`, format_version 1.2
 * (https://developer.hashicorp.com/terraform/internals/json-format).
 */
import type { Json } from "./json-value.ts";

/**
 * What happens to one object. `other` is an action, or a combination, this version does not know: it is shown with
 * its raw actions and never counts as "nothing". `open` is OpenTofu's action on an ephemeral resource.
 */
export type ChangeKind = "create" | "update" | "replace" | "delete" | "read" | "forget" | "open" | "no-op" | "other";

/** A place in the plan document, in bytes. */
export type Span = { offset: number; length: number };

/** One planned (or drifted, or deferred) change of one resource instance; its values are read later by `readBody`. */
export type ResourceChange = {
  /** The absolute address; a deposed object repeats the address of the current one. */
  address: string;
  /** The address before a `moved` block, when the plan names one. */
  previousAddress?: string;
  /** The module's address; absent in the root module. */
  module?: string;
  mode: "managed" | "data" | "ephemeral" | (string & {});
  type: string;
  name: string;
  /** The `count` or `for_each` key. */
  index?: string | number;
  /** The key of a deposed object. */
  deposed?: string;
  /** The provider's full name, `registry.terraform.io/hashicorp/aws`. */
  provider: string;
  kind: ChangeKind;
  /** The actions exactly as the plan has them. */
  actions: string[];
  /** Only for `replace`. */
  replaceOrder?: "create-first" | "destroy-first";
  /** Only for `replace` by `["create", "forget"]`: the old object stays in the world, terraform lets go of it. */
  isOldForgotten?: true;
  /** The address changes: `previousAddress` is there and differs. */
  isMove: boolean;
  /** The object is imported first; `unknown` when its id is not known yet (deferred changes only). */
  importing?: { id?: string; identity?: unknown; unknown?: boolean };
  /** terraform's keyword for why, `replace_because_tainted`; any string in future versions. */
  reason?: string;
  /** Why the change waits for a later plan, `instance_count_unknown`; only in `deferred`. */
  deferredReason?: string;
  /** The attribute paths that force the replacement. */
  replacePaths: (string | number)[][];
  /** terraform wrote configuration for it (`-generate-config-out`). */
  hasGeneratedConfig: boolean;
  /** Where the element is in the plan document. */
  span: Span;
};

/** The values of one change. `after` lacks what is unknown; the `*Sensitive` trees have `true` where a secret is. */
export type ChangeBody = {
  before: Json;
  after: Json;
  afterUnknown: Json;
  beforeSensitive: Json;
  afterSensitive: Json;
  beforeIdentity?: Json;
  afterIdentity?: Json;
  generatedConfig?: string;
};

/** A root module output that changes. */
export type OutputChange = { name: string; kind: ChangeKind; actions: string[]; body: ChangeBody };

/** The result of a check block, a pre- or postcondition or a variable's validation. */
export type Check = {
  address: string;
  /** `check`, `resource`, `output_value`, `var`. */
  kind: string;
  status: "pass" | "fail" | "error" | "unknown" | (string & {});
  problems: string[];
};

/** A planned thing that is neither resource nor output: an action invocation, or something of a newer terraform. */
export type OtherChange = {
  /** The key of the plan document it is in, `action_invocations`. */
  key: string;
  /** The address, when the plan names one. */
  address?: string;
  /** Why it is deferred, or what triggers it, when the plan says so. */
  reason?: string;
  span: Span;
};

/** A whole plan without the values of its resources. */
export type PlanSummary = {
  formatVersion: string;
  terraformVersion: string;
  /** terraform's own answer to "is there anything to apply"; absent before 1.8 and in OpenTofu. */
  applyable?: boolean;
  /** False when `-target` or a deferral left something out; absent in older versions: unknown. */
  complete?: boolean;
  /** Planning failed half-way: what follows is only a part. */
  errored: boolean;
  /** Every change but plain no-ops, in plan order. A no-op that moves or imports is a change. */
  changes: ResourceChange[];
  /** How many plain no-ops there are. */
  unchanged: number;
  drift: ResourceChange[];
  deferred: ResourceChange[];
  /** Only those that change, by name. */
  outputs: OutputChange[];
  checks: Check[];
  other: OtherChange[];
  /** The values of the root module's variables (not the ephemeral ones). */
  variables: Map<string, Json>;
  /** The names of the root module's variables that are declared sensitive. */
  sensitiveVariables: Set<string>;
};

/** Reads bytes of a plan document, so that a large one never sits in memory. `read` answers exactly `length` bytes. */
export interface PlanSource {
  /** The document's length in bytes. */
  size: number;
  read(offset: number, length: number): Uint8Array;
}
