/**
 * Where a version is written, and what it is a version of: the words that finding, deciding and telling share.
 */
import type { Dialect } from "@handrail/terraform";

/** Where a dependency's releases are listed. Hosts are lower case; `host` is `registry.terraform.io` unless another is written. */
export type Source =
  | { from: "releases"; product: "terraform" | "opentofu" }
  | { from: "providers"; host: string; namespace: string; type: string }
  | { from: "modules"; host: string; namespace: string; name: string; system: string }
  /** `url` is what git is given: `https://github.com/o/r.git`, `ssh://git@host/o/r.git`, … */
  | { from: "git"; url: string };

export type DependencyKind = "terraform" | "provider" | "module" | "tflint-plugin";

/**
 * What can be brought up to date. `name` is unique within its kind and is what people write in `ignore` and `allow`:
 * `terraform`, `opentofu`, `hashicorp/aws`, `registry.example.com/acme/dns`, `terraform-aws-modules/vpc/aws`,
 * `github.com/acme/network` (git, without scheme, user and `.git`).
 */
export type Dependency = { kind: DependencyKind; name: string; source: Source };

/** What kind of place it is; said to people as it is. */
export type Place =
  | "required_version"
  | "required_providers"
  | "provider block"
  | "module version"
  | "module source"
  | "version file"
  | "workflow"
  | "Dockerfile"
  | "tfe_workspace"
  | "tflint plugin"
  | "terragrunt";

/**
 * How the text is to be read. `constraint`: a constraint in one of terraform's dialects (a lone version is one, too).
 * `version`: one exact version, nothing else is allowed there. `tag`: a git ref that is a version behind `prefix`
 * (`v`, `vpc/v`, `` ); the prefix is part of the text.
 */
export type Syntax = { as: "constraint"; dialect: Dialect } | { as: "version" } | { as: "tag"; prefix: string };

/** Offsets are UTF-16 code units of the file's text, BOM included; `end` is exclusive. */
export type Span = { start: number; end: number };

/** One place where a version is written as a literal. `text` is exactly what stands in `span`. */
export type Mention = {
  dependency: Dependency;
  place: Place;
  syntax: Syntax;
  /** Relative to the repository, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  span: Span;
  text: string;
};

/** A place that names a version in a way that cannot be edited: a variable, `latest`, a constraint terraform rejects. */
export type Unclear = {
  dependency: Dependency | undefined;
  place: Place;
  file: string;
  line: number;
  text: string;
  /** A sentence on why, without a full stop. */
  why: string;
};

/** A file that should have been read and could not. */
export type Unreadable = { file: string; line?: number; why: string };

/** A file of the repository. */
export type SourceFile = { path: string; text: string };

/** A directory with configuration files: a root module, or one that others call. Paths are relative to the repository, "." for its root. */
export type ModuleDirectory = {
  directory: string;
  /** Directories of the local modules that it calls. */
  calls: string[];
  /**
   * It calls modules that are not in the repository, or asks for providers in words that cannot be read: there are
   * constraints that nobody sees here. Absent when that is not known.
   */
  callsElsewhere?: boolean;
  /** It has a backend or cloud block, a lock file or a version file, or nobody calls it. */
  isRoot: boolean;
  /** Has a backend or cloud block, or a lock file of its own. */
  isDeployed: boolean;
  /** What its files ask of providers, one entry a mention; `constraint` is "" when none is written. */
  providers: { address: string; constraint: string }[];
};

/** Everything that was found. */
export type Findings = {
  mentions: Mention[];
  unclear: Unclear[];
  unreadable: Unreadable[];
  modules: ModuleDirectory[];
};
