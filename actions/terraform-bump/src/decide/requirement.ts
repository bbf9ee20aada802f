/**
 * Providers that do not run on every terraform, as data, and whether the terraform of a root module is known to be too
 * old for one. Where nothing says which terraform is in use, nothing is against it.
 */
import {
  compareVersions,
  coreOf,
  matches,
  parseConstraint,
  parseVersion,
  renderVersion,
  type Version,
} from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import type { Dependency } from "../find/mention.ts";
import type { Choice } from "./choices.ts";
import { isPublicProvider } from "./dependency.ts";
import { majorOf } from "./line.ts";
import { commonSites, groupVersionFiles, namedBy, nearest } from "./terraform-units.ts";
import type { Trees } from "./tree.ts";
import type { Draft, Site } from "./unit.ts";

/** From this major on the provider needs this terraform. */
type Requirement = { provider: string; major: number; terraform: Version };

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade: 4.x is the last for 0.12 to 0.15. */
const REQUIREMENTS: readonly Requirement[] = [
  { provider: "hashicorp/aws", major: 5, terraform: parseVersion("1.0.0") },
];

/** Says why the terraform of a root module is too old; undefined when it is not known to be. */
export type TerraformAge = (root: string, minimum: Version) => string | undefined;

/** Reads the age from the places that name a terraform. */
export function readTerraformAge(sites: readonly Site[], trees: Trees): TerraformAge {
  const files = groupVersionFiles(sites);
  const common = namedBy(commonSites(sites));
  const ranges = new Map<string, string[]>();
  const known = new Map<string, boolean>();
  const isReached = (text: string, minimum: Version): boolean => {
    const key = `${renderVersion(minimum)} ${text}`;
    const found = known.get(key) ?? reaches(text, minimum);
    known.set(key, found);
    return found;
  };
  for (const { mention, reading } of sites) {
    if (mention.place !== "required_version") continue;
    for (const root of trees.rootsOf(directoryOf(mention.file))) {
      const found = ranges.get(root);
      if (found === undefined) ranges.set(root, [reading.text]);
      else found.push(reading.text);
    }
  }
  return (root, minimum) => {
    const near = namedBy(nearest(files, root));
    const [oldest] = near;
    if (oldest !== undefined && compareVersions(oldest, minimum) < 0)
      return `the version file names ${renderVersion(oldest)}`;
    const range = (ranges.get(root) ?? []).find((text) => !isReached(text, minimum));
    if (range !== undefined) return `required_version is ${JSON.stringify(range)}`;
    const newest = near.length === 0 ? common.at(-1) : undefined;
    const isOld = newest !== undefined && compareVersions(newest, minimum) < 0;
    return isOld ? `workflows and Dockerfiles name ${renderVersion(newest)}` : undefined;
  };
}

/** Adds to the drafts of a provider what its terraform is too old for. */
export function withTerraformAge(dependency: Dependency, drafts: readonly Draft[], age: TerraformAge): Draft[] {
  const found = REQUIREMENTS.filter(({ provider }) => isPublicProvider(dependency, provider));
  if (found.length === 0) return [...drafts];
  return drafts.map((draft) => {
    const old = found.map(({ terraform }) => age(draft.root, terraform));
    const outdated = ({ version }: Choice): string | undefined => {
      const index = found.findIndex(({ major }, at) => old[at] !== undefined && majorOf(version) >= major);
      const requirement = found[index];
      return requirement && `it needs terraform ${renderVersion(requirement.terraform)}, and ${old[index]}`;
    };
    return { ...draft, outdated, age: JSON.stringify(old) };
  });
}

const HUGE: readonly Version[] = ["1.99999.0", "99999.0.0"].map(parseVersion);

/** Can the constraint admit the version or a newer one? It, the ends of the terms and huge ones are tried. */
function reaches(text: string, minimum: Version): boolean {
  const constraint = parseConstraint(text);
  const ends = constraint.terms.flatMap(({ version }) => [coreOf(version), nextPatch(version)]);
  return [minimum, ...ends, ...HUGE].some(
    (version) => compareVersions(version, minimum) >= 0 && matches(constraint, version),
  );
}

function nextPatch({ segments: [major = 0, minor = 0, patch = 0] }: Version): Version {
  return parseVersion(`${major}.${minor}.${patch + 1}`);
}
