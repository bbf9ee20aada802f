/**
 * Decides what is brought up to date, and says of everything newer that is not why. Values in, values out: what was
 * found, what exists, what is locked, what the inputs want.
 */
import { compareVersions, parseVersion, tryVersion, type Catalogue, type Version } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import type { Dependency, Findings, Mention } from "../find/mention.ts";
import { assembleUpdates } from "./assembly.ts";
import { readChoices } from "./choices.ts";
import { dependencyKey } from "./dependency.ts";
import { createHeldList, type HeldList, type HeldNote } from "./held-list.ts";
import { readInventory, unwanted, type Item } from "./inventory.ts";
import { isNewer, oldest } from "./line.ts";
import { pickVersions } from "./pick.ts";
import type { Policy } from "./policy.ts";
import { draftProviders, type LockFile } from "./provider-units.ts";
import { createReader, type Reader } from "./reading.ts";
import { tellRefused, whereOf } from "./refused.ts";
import { readTerraformAge, type TerraformAge, withTerraformAge } from "./requirement.ts";
import { draftTerraform } from "./terraform-units.ts";
import { readTrees, type Trees } from "./tree.ts";
import { toUnits, type Draft, type Site, type Subject } from "./unit.ts";
import type { Held, Update } from "./update.ts";

/** What is updated, sorted by dependency and version, and what is not. */
export type Decision = { updates: Update[]; held: Held[] };

/** The releases of each dependency by dependencyKey, or why they could not be looked up: a sentence without a full stop. */
export type Catalogues = ReadonlyMap<string, Catalogue | { problem: string }>;

type World = { trees: Trees; age: TerraformAge; policy: Policy; held: HeldList };

/** Decides. The same input gives the same output; applying it and deciding again gives no update to the same version. */
export function decide(
  findings: Findings,
  catalogues: Catalogues,
  locks: readonly LockFile[],
  policy: Policy,
): Decision {
  const held = createHeldList();
  held.addUnreadable(findings.unreadable);
  held.addUnclear(findings.unclear);
  const trees = readTrees(findings.modules);
  const items = readInventory(findings.mentions, locks, trees);
  const world = { trees, age: ageOf(items, trees, policy), policy, held };
  const updates = items.flatMap((item) => decideItem(world, item, catalogues.get(dependencyKey(item.dependency))));
  return { updates, held: held.list() };
}

/** How old the terraform of each root module is known to be. OpenTofu is never too old. */
function ageOf(items: readonly Item[], trees: Trees, policy: Policy): TerraformAge {
  const terraform = items.find(({ dependency }) => dependencyKey(dependency) === "terraform terraform");
  const reader = createReader([], policy.strategy);
  return readTerraformAge(
    (terraform?.mentions ?? []).flatMap((mention) => readSite(reader, mention).site ?? []),
    trees,
  );
}

function decideItem(world: World, item: Item, catalogue: Catalogue | { problem: string } | undefined): Update[] {
  const { held, policy } = world;
  const { dependency } = item;
  const left = unwanted(item, policy);
  if (left !== undefined) {
    const to = catalogue === undefined || "problem" in catalogue ? undefined : newestOf(dependency, catalogue, policy);
    const note = wholeNote(item, policy);
    if (to === undefined || note.from === undefined || isNewer(to, note.from)) held.add({ ...note, ...left, to });
    return [];
  }
  if (catalogue === undefined || "problem" in catalogue) {
    const why = catalogue?.problem ?? "nobody looked it up";
    held.add({ ...wholeNote(item, policy), reason: "lookup-failed", why, isFailure: true });
    return [];
  }
  const streams = Map.groupBy(item.mentions, streamOf);
  if (item.entries.length > 0 && !streams.has("")) streams.set("", []);
  const updates = [...streams].flatMap(([stream, mentions]) =>
    decideStream(world, item, { catalogue, stream, mentions }),
  );
  return updates.toSorted(
    (a, b) => compareVersions(parseVersion(a.to), parseVersion(b.to)) || (a.line < b.line ? -1 : 1),
  );
}

function newestOf(dependency: Dependency, catalogue: Catalogue, policy: Policy): Version | undefined {
  const choices = readChoices(dependency, catalogue, policy, "");
  return choices.find(({ version }) => version.prerelease === "")?.version;
}

/** About a dependency as a whole, with what its texts and lock files tell without a list of releases. */
function wholeNote(
  { dependency, mentions, entries }: Item,
  policy: Policy,
): Pick<HeldNote, "dependency" | "from" | "places"> {
  const reader = createReader([], policy.strategy);
  const sites = mentions.flatMap((mention) => readSite(reader, mention).site ?? []);
  const locked = entries.flatMap(({ version }) => tryVersion(version) ?? []);
  const from = oldest(locked.length > 0 ? locked : sites.flatMap(({ reading }) => reading.exact ?? []));
  const places = mentions.length > 0 ? mentions.map(whereOf) : entries.map(({ file }) => ({ file }));
  return { dependency, from, places };
}

/** Tags of one repository can be versions of several things: `vpc/v1.0.0` and `dns/v2.0.0`. */
function streamOf({ syntax }: Mention): string {
  return syntax.as === "tag" ? syntax.prefix.replace(/v$/, "") : "";
}

type Stream = { catalogue: Catalogue; stream: string; mentions: readonly Mention[] };

function decideStream(world: World, item: Item, { catalogue, stream, mentions }: Stream): Update[] {
  const { trees, policy, held } = world;
  const { dependency } = item;
  const choices = readChoices(dependency, catalogue, policy, stream);
  const reader = createReader(choices, policy.strategy);
  const subject: Subject = { dependency, stream, choices, reader, policy };
  const sites: Site[] = [];
  for (const mention of mentions) {
    const { site, problem } = readSite(reader, mention);
    if (site !== undefined) sites.push(site);
    else held.add({ dependency, reason: "constraint-unclear", why: problem, places: [whereOf(mention)] });
  }
  const units = toUnits(subject, draftUnits(world, item, sites));
  const picks = pickVersions(subject, units);
  tellRefused(subject, units, picks, held);
  return assembleUpdates(subject, picks, trees);
}

function readSite(
  reader: Reader,
  mention: Mention,
): { site: Site; problem?: never } | { site?: never; problem: string } {
  const reading = reader.read(mention.syntax, mention.text);
  return "problem" in reading ? reading : { site: { mention, reading, units: [] } };
}

/** Constraints on terraform and providers hold for whole trees; each call of a module is for itself. */
function draftUnits({ trees, age }: World, { dependency, entries }: Item, sites: readonly Site[]): Draft[] {
  if (dependency.kind === "provider") return withTerraformAge(dependency, draftProviders(sites, entries, trees), age);
  if (dependency.kind === "terraform") return draftTerraform(sites, trees);
  return sites.map((site) => ({ root: directoryOf(site.mention.file), sites: [site] }));
}
