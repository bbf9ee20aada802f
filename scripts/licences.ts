/**
 * Which third-party packages a bundle contains, and under which terms: read from the source maps, because ncc's own
 * licence file loses every chunk but the last (`import()` makes chunks).
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Terms that a bundle in this repository may contain. A package under any other stops the build: look at it first.
 * LGPL: the bundle is not minified and its sources are here, so the library can be replaced and the bundle rebuilt.
 */
const accepted = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "LGPL-3.0+"]);
const licenceFile = /^(licen[cs]e|copying)([.-].*)?$/i;

/** The folders of the packages that these source-map sources come from, relative to the root, without our own. */
export function packageFolders(sources: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const source of sources) {
    const start = source.indexOf("node_modules/");
    const last = source.lastIndexOf("node_modules/");
    if (start === -1) continue;
    const [scope = "", name = ""] = source.slice(last + "node_modules/".length).split("/");
    const folder = source.slice(start, last) + "node_modules/" + (scope.startsWith("@") ? `${scope}/${name}` : scope);
    if (scope !== "@handrail") folders.add(folder);
  }
  return [...folders].toSorted();
}

function renderLicence(root: string, folder: string): string {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, unknown>;
  const [name, version, licence] = [manifest["name"], manifest["version"], manifest["license"]].map(String);
  if (licence === undefined || !accepted.has(licence)) {
    throw new Error(
      `${folder}: its licence is ${licence}, which scripts/licences.ts does not list.\n` +
        "Read its terms, then add the licence there or do without the package.",
    );
  }
  const file = readdirSync(join(root, folder))
    .toSorted()
    .find((entry) => licenceFile.test(entry));
  const path = file === undefined ? undefined : join(root, folder, file);
  const text =
    path !== undefined && existsSync(path) ? readFileSync(path, "utf8") : "(the package has no licence file)";
  const lines = text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  return `${name} ${version} (${licence})\n\n${lines.join("\n").trim()}\n`;
}

/** Renders licenses.txt for the sources of a bundle; empty when it has no third-party code. */
export function renderLicences(root: string, sources: Iterable<string>): string {
  const line = `\n${"-".repeat(80)}\n\n`;
  return packageFolders(sources)
    .map((folder) => renderLicence(root, folder))
    .join(line);
}
