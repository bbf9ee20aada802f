/**
 * A repository for the tests of deciding, as values: written in a few words, decided, updated, decided again.
 */
import { parseVersion, type Catalogue } from "@handrail/terraform";
import type { Dependency, Findings, Mention, ModuleDirectory, Place, Syntax } from "../find/mention.ts";
import { decide, type Decision } from "./decide.ts";
import { dependencyKey } from "./dependency.ts";
import { parsePatterns } from "./patterns.ts";
import type { Policy } from "./policy.ts";
import type { LockFile } from "./provider-units.ts";
import type { Update } from "./update.ts";

/** A day in 2026; releases are dated relative to it. */
export const NOW: number = Date.parse("2026-06-01T00:00:00Z");
const DAY = 86_400_000;

/** A module directory: constraints by provider, required_version, calls of local modules, locked versions. */
export type Directory = {
  terraform?: string;
  providers?: Record<string, string>;
  /** `ns/name/system` and its constraint, or a git name and `prefix|text`. */
  modules?: Record<string, string>;
  calls?: string[];
  /** `version`, or `version constraints`. */
  lock?: Record<string, string>;
  isRoot?: boolean;
  callsElsewhere?: boolean;
};

/** Directories, and exact versions of terraform in version files, workflows and Dockerfiles by path. */
export type Repository = { directories: Record<string, Directory>; files?: Record<string, string> };

export type World = { findings: Findings; locks: LockFile[] };

/** Versions with a `!` behind them are withdrawn, with `?` undated, with `@5` five days old; others are a year old. */
export function catalogue(versions: string, prefix = ""): Catalogue {
  return {
    releases: versions
      .split(/\s+/)
      .filter((text) => text !== "")
      .map((text) => {
        const [, written = "", mark = "", days = "365"] = /^([^!?@]+)([!?]?)(?:@(\d+))?$/.exec(text) ?? [];
        const [, before = "", version = ""] = /^(.*\/)?([^/]+)$/.exec(written) ?? [];
        return {
          version: parseVersion(version),
          ...(prefix === "" ? {} : { tag: `${before}${prefix === "tag" ? "" : prefix}${version}` }),
          ...(mark === "?" ? {} : { releasedAt: new Date(NOW - Number(days) * DAY).toISOString() }),
          ...(mark === "!" ? { isWithdrawn: true } : {}),
        };
      }),
  };
}

export function provider(name: string): Dependency {
  const [type = "", namespace = "", host = "registry.terraform.io"] = name.split("/").toReversed();
  return { kind: "provider", name, source: { from: "providers", host, namespace, type } };
}

export const terraform: Dependency = {
  kind: "terraform",
  name: "terraform",
  source: { from: "releases", product: "terraform" },
};

export function module(name: string): Dependency {
  if (name.startsWith("github.com/"))
    return { kind: "module", name, source: { from: "git", url: `https://${name}.git` } };
  const [system = "", short = "", namespace = "", host = "registry.terraform.io"] = name.split("/").toReversed();
  return { kind: "module", name, source: { from: "modules", host, namespace, name: short, system } };
}

let line = 0;

/** A mention on a line of its own. */
export function mention(dependency: Dependency, place: Place, file: string, syntax: Syntax, text: string): Mention {
  line += 1;
  return { dependency, place, syntax, file, line, span: { start: line * 100, end: line * 100 + text.length }, text };
}

/** The repository as finding it would give it. */
export function world({ directories, files = {} }: Repository): World {
  line = 0;
  const mentions: Mention[] = [];
  const modules: ModuleDirectory[] = [];
  const locks: LockFile[] = [];
  for (const [directory, given] of Object.entries(directories)) {
    const path = (name: string): string => (directory === "." ? name : `${directory}/${name}`);
    mentions.push(...mentionsOf(given, path("main.tf")));
    modules.push({
      directory,
      calls: given.calls ?? [],
      callsElsewhere: given.callsElsewhere ?? false,
      isRoot: given.isRoot ?? true,
      isDeployed: given.lock !== undefined,
      providers: [],
    });
    if (given.lock === undefined) continue;
    const entries = Object.entries(given.lock).map(([name, text]) => {
      const [, version = "", constraints = ""] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
      const address = name.split("/").length === 2 ? `registry.terraform.io/${name}` : name;
      return { address, version, constraints };
    });
    locks.push({ file: path(".terraform.lock.hcl"), directory, lock: { entries } });
  }
  for (const [file, text] of Object.entries(files)) {
    const place = file.startsWith(".github/")
      ? "workflow"
      : file.endsWith("Dockerfile")
        ? "Dockerfile"
        : "version file";
    mentions.push(mention(terraform, place, file, { as: "version" }, text));
  }
  return { findings: { mentions, unclear: [], unreadable: [], modules }, locks };
}

function mentionsOf({ terraform: version, providers = {}, modules = {} }: Directory, file: string): Mention[] {
  const core =
    version === undefined
      ? []
      : [mention(terraform, "required_version", file, { as: "constraint", dialect: "core" }, version)];
  return [
    ...core,
    ...Object.entries(providers).map(([name, text]) =>
      mention(provider(name), "required_providers", file, { as: "constraint", dialect: "provider" }, text),
    ),
    ...Object.entries(modules).map(([name, text]) => {
      const [prefix = "", tag] = text.split("|");
      if (tag !== undefined) return mention(module(name), "module source", file, { as: "tag", prefix }, tag);
      return mention(module(name), "module version", file, { as: "constraint", dialect: "module" }, text);
    }),
  ];
}

/** The defaults of the inputs; `ignore` and `allow` as lines. */
export function policy(
  given: Partial<Omit<Policy, "ignore" | "allow">> & { ignore?: readonly string[]; allow?: readonly string[] } = {},
): Policy {
  return {
    kinds: new Set(["terraform", "providers", "modules", "lock-file"]),
    strategy: "auto",
    major: "separate",
    isStepwise: true,
    minimumAgeMs: 0,
    now: NOW,
    ...given,
    ignore: parsePatterns(given.ignore ?? []),
    allow: parsePatterns(given.allow ?? []),
  };
}

/** Catalogues by what a dependency is called: `terraform`, `hashicorp/aws`, `ns/name/system`, `github.com/…`. */
export function catalogues(
  given: Record<string, Catalogue | string | { problem: string }>,
): Map<string, Catalogue | { problem: string }> {
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const isModule = name.startsWith("github.com/") || /^[^./]+\/[^/]+\/[^/]+$/.test(name);
      const dependency = name === "terraform" ? terraform : isModule ? module(name) : provider(name);
      const prefix = name.startsWith("github.com/") ? "tag" : "";
      return [dependencyKey(dependency), typeof value === "string" ? catalogue(value, prefix) : value];
    }),
  );
}

/** Decides about a world. */
export function decideOn(
  { findings, locks }: World,
  given: Parameters<typeof catalogues>[0],
  wanted: Policy = policy(),
): Decision {
  return decide(findings, catalogues(given), locks, wanted);
}

/** The world once the update is merged. */
export function applyTo({ findings, locks }: World, update: Update): World {
  const edits = new Map(update.edits.map(({ mention: edited, after }) => [edited, after]));
  const changes = new Map(update.locks.map(({ file, provider: address, to }) => [`${file} ${address}`, to]));
  return {
    findings: {
      ...findings,
      mentions: findings.mentions.map((each) => ({ ...each, text: edits.get(each) ?? each.text })),
    },
    locks: locks.map((each) => ({
      ...each,
      lock: {
        entries: each.lock.entries.map((entry) => ({
          ...entry,
          version: changes.get(`${each.file} ${entry.address}`) ?? entry.version,
        })),
      },
    })),
  };
}

/** `hashicorp/aws 5.31.0 -> 5.100.0`, sorted as decided. */
export function moves({ updates }: Pick<Decision, "updates">): string[] {
  return updates.map(({ dependency, from, to }) => `${dependency.name} ${from} -> ${to}`);
}

/** `hashicorp/aws 6.2.0 later-rung`. */
export function holds({ held }: Pick<Decision, "held">): string[] {
  return held.map(({ dependency, to, reason }) => [dependency, to, reason].filter((text) => text !== "").join(" "));
}

/** `live/a/main.tf ~> 5.0 -> ~> 6.0`. */
export function editsOf(update: Update | undefined): string[] {
  return (update?.edits ?? []).map(({ mention: { file, text }, after }) => `${file} ${text} -> ${after}`);
}

/** `live/a/.terraform.lock.hcl 5.31.0 -> 5.100.0`. */
export function locksOf(update: Update | undefined): string[] {
  return (update?.locks ?? []).map(({ file, from, to }) => `${file} ${from} -> ${to}`);
}
