/**
 * Every version that the repository's files name: what it is a version of, where it stands, and how it is to be read.
 * It reads no disk, looks nothing up and decides nothing.
 */
import type { Product } from "@handrail/terraform";
import { dependencyOf } from "./dependency.ts";
import { directoryOf, kindOf, type FileKind } from "./file-kind.ts";
import { mayMatter, scanFile } from "./file-scan.ts";
import type { Link } from "./links.ts";
import type { Findings, Mention, SourceFile, Unclear } from "./mention.ts";
import { Directories, followCalls, listModules } from "./module-directories.ts";
import { decideProducts, type ProductWord } from "./products.ts";
import type { ModuleFacts, Notes } from "./sighting.ts";

/** `product`: what a repository is for that does not say it. `links`: its symbolic links. */
export type FindOptions = { product?: Product; links?: readonly Link[] };

type Scanned = { file: SourceFile; directory: string; kind: FileKind; notes: Notes };

/**
 * Finds the versions in the files that {@link isInteresting} chooses; others are passed over. Of lock files only the
 * path counts. Mentions and doubts come in the order of the files, and in a file in the order of the text. Never throws.
 */
export function findMentions(files: readonly SourceFile[], options: FindOptions = {}): Findings {
  const findings: Findings = { mentions: [], unclear: [], unreadable: [], modules: [] };
  const scanned: Scanned[] = [];
  const directories = new Directories();
  for (const file of files) {
    const kind = kindOf(file.path);
    if (kind === undefined) continue;
    const directory = directoryOf(file.path);
    if (kind === "lock") directories.of(directory).hasLock = true;
    if (kind === "hcl" || kind === "json") directories.configured.add(directory);
    if (!mayMatter(file, kind)) continue;
    const scan = scanFile(file, kind);
    if ("notes" in scan) scanned.push({ file, directory, kind, notes: scan.notes });
    else findings.unreadable.push({ file: file.path, line: scan.line, why: scan.why });
  }
  const words = scanned.flatMap(productWords);
  for (const { file, place } of words) {
    if (place === "version file") directories.of(directoryOf(file)).hasVersionFile = true;
  }
  const productOf = decideProducts(
    files.map(({ path }) => path),
    words,
    options.product ?? "terraform",
  );
  for (const { file, directory, kind, notes } of scanned) {
    if (kind === "hcl" || kind === "json") directories.add(directory, notes.facts, productOf(file.path));
  }
  for (const one of scanned) {
    if (one.notes.isEmpty) continue;
    tell(one, directories.of(one.directory).locals, productOf(one.file.path), findings);
  }
  followCalls(directories, options.links ?? [], isConfiguration);
  findings.modules = listModules(directories);
  return findings;
}

function isConfiguration(path: string): boolean {
  const kind = kindOf(path);
  return kind === "hcl" || kind === "json";
}

const SETUP_ACTIONS: readonly (readonly [pattern: RegExp, product: Product])[] = [
  [/\bhashicorp\/setup-terraform@/, "terraform"],
  [/\bopentofu\/setup-opentofu@/, "opentofu"],
];

/** What a file says about the product that the repository uses. */
function productWords({ file, kind, notes }: Scanned): ProductWord[] {
  const words: ProductWord[] = [];
  for (const { subject, place } of [...notes.sightings, ...notes.doubts]) {
    if (subject?.is !== "terraform" || subject.product === undefined || place === "tfe_workspace") continue;
    words.push({ file: file.path, place, product: subject.product });
  }
  if (kind !== "workflow") return words;
  for (const [pattern, product] of SETUP_ACTIONS) {
    if (pattern.test(file.text)) words.push({ file: file.path, place: "workflow", product });
  }
  return words;
}

/** Adds what was noted in a file to the findings. */
function tell({ file, notes }: Scanned, locals: ModuleFacts["locals"], product: Product, findings: Findings): void {
  const mentions: Mention[] = [];
  const unclear: Unclear[] = notes.doubts.flatMap(({ subject, ...doubt }) => {
    const dependency = subject === undefined ? undefined : dependencyOf(subject, product, locals);
    return dependency === "builtin" ? [] : [{ ...doubt, file: file.path, dependency }];
  });
  for (const { subject, ...sighting } of notes.sightings) {
    const dependency = dependencyOf(subject, product, locals);
    if (dependency === "builtin") continue;
    if (dependency !== undefined) mentions.push({ ...sighting, file: file.path, dependency });
    else {
      const { place, text, line } = sighting;
      const why = "the source of this provider in required_providers is not a plain text";
      unclear.push({ dependency: undefined, place, file: file.path, line, text, why });
    }
  }
  mentions.sort((one, other) => one.span.start - other.span.start);
  unclear.sort((one, other) => one.line - other.line);
  findings.mentions.push(...mentions);
  findings.unclear.push(...unclear);
}
