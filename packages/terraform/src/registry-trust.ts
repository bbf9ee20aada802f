/**
 * Whom the job's owner trusts: reads the CLI configuration where terraform reads it, and collects what may be asked as it
 * is written. It opens no connection.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type HostSettings, normalHost, readHostSettings } from "./registry-cli-configuration.ts";
import type { RegistryOptions } from "./registry-options.ts";

/** What was found. `origins` may be asked by any address, also by plain http when they are written so. */
export type Trust = HostSettings & { readonly origins: ReadonlySet<string> };

/** The vendors' own places: their names come from us, and a private network may well answer for them. */
const VENDORS: readonly string[] = [
  "registry.terraform.io",
  "registry.opentofu.org",
  "api.opentofu.org",
  "get.opentofu.org",
  "releases.hashicorp.com",
  "api.releases.hashicorp.com",
  "github.com",
  "objects.githubusercontent.com",
  "release-assets.githubusercontent.com",
];

const LARGEST_FILE = 1 << 20;

/** Reads the files and the environment once. */
export function readTrust(
  options: Pick<RegistryOptions, "environment" | "directory" | "registryUrl" | "releasesUrl" | "trustedHosts">,
): Trust {
  const settings = readHostSettings(configurationFiles(options).map(readText), options.environment);
  const hosts = [...VENDORS, ...options.trustedHosts, ...settings.services.keys(), ...settings.tokens.keys()];
  const origins = new Set(
    hosts.flatMap((host) => {
      const normal = normalHost(host);
      return normal === undefined ? [] : [`https://${normal}`];
    }),
  );
  const urls = [...settings.services.values()].flatMap((services) => [...services.values()]);
  for (const url of [...urls, options.registryUrl, options.releasesUrl]) {
    const parsed = url === undefined ? null : URL.parse(url);
    if (parsed !== null && /^https?:$/.test(parsed.protocol)) origins.add(parsed.origin);
  }
  return { ...settings, origins };
}

/** A file that is named stands alone; else the ones in the home directory count, OpenTofu's and then terraform's. */
function configurationFiles({ environment, directory }: Pick<RegistryOptions, "environment" | "directory">): string[] {
  const named = environment["TF_CLI_CONFIG_FILE"] || environment["TERRAFORM_CONFIG"];
  if (named !== undefined && named !== "") return [path.resolve(directory, named)];
  const home = environment["HOME"] ?? "";
  if (home === "") return [];
  const folder = path.join(home, ".terraform.d");
  const further = list(folder).filter((name) => name.endsWith(".tfrc") || name.endsWith(".tfrc.json"));
  return [
    ...[".tofurc", ".terraformrc"].map((name) => path.join(home, name)),
    ...further.sort().map((name) => path.join(folder, name)),
  ];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readText(file: string): string {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= LARGEST_FILE ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
