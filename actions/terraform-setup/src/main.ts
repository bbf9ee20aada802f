/**
 * Wires terraform-setup: inputs, the workspace, the installer, PATH and the outputs.
 */
import path from "node:path";
import { Failure, readInputs } from "@handrail/runner";
import { childEnvironment, openDirectory, runAction, type ActionResult, type Host } from "@handrail/runner/host";
import { platformOf, type Platform, type TomlParser } from "@handrail/terraform";
import {
  createInstaller,
  findPresent,
  openWorkspace,
  provideProgram,
  type InstallerOptions,
} from "@handrail/terraform/install";
import { inputs, outputs, type Values } from "./inputs.ts";
import { renderSummary } from "./summary.ts";

await runAction({ name: "terraform-setup", outputs, main });

async function main(host: Host): Promise<ActionResult> {
  const { environment, exec, log } = host;
  const values = readInputs(inputs, environment);
  for (const secret of secretsOf(values)) host.mask(secret);
  const { product } = values;
  const root = openDirectory(environment["GITHUB_WORKSPACE"] || process.cwd(), ".").path;
  const { path: cwd } = openDirectory(root, values["working-directory"]);
  const options = installerOptions(host, values);
  const question = {
    directory: path.relative(root, cwd).split(path.sep).join("/"),
    version: values["terraform-version"],
    product,
    isPlaceNamed: options.releasesUrl !== undefined || options.signingKey !== undefined,
  };
  const child = childEnvironment(environment, []);
  const setup = await provideProgram(question, {
    files: openWorkspace(root),
    installer: createInstaller(options),
    loadToml: async (): Promise<TomlParser> => (await import("smol-toml")).parse,
    findPresent: () => findPresent({ product, search: environment["PATH"], cwd, environment: child, exec }),
    warn: (text) => log.warning(text),
  });
  if (setup.directory !== undefined) host.addPath(setup.directory);
  for (const { variable, token } of values["token-hosts"]) host.exportToken(variable, token);
  log.info(`${product} ${setup.version} is ${setup.result}, asked for by ${setup.source}`);
  return {
    outputs: {
      result: setup.result,
      "terraform-version": setup.version,
      "terraform-path": setup.program,
      "version-source": setup.source,
      "cache-hit": setup.result === "cached",
    },
    summary: renderSummary(
      setup,
      product,
      values["token-hosts"].map((each) => each.host),
    ),
  };
}

function installerOptions(host: Host, values: Values): InstallerOptions {
  const temporaryDirectory = host.temporaryDirectory("terraform-setup");
  return {
    product: values.product,
    platform: currentPlatform(),
    releasesUrl: values["releases-url"] || undefined,
    signingKey: values["signing-key"] || undefined,
    cacheDirectory: host.environment["RUNNER_TOOL_CACHE"] || path.join(temporaryDirectory, "cache"),
    temporaryDirectory,
    environment: host.environment,
    clock: host.clock,
    log: host.log,
    signal: host.cancelled,
  };
}

function currentPlatform(): Platform {
  const platform = platformOf(process.platform, process.arch);
  if (platform !== undefined) return platform;
  throw new Failure({
    reason: "unsupported-platform",
    what: `Nothing can be installed on ${process.platform} ${process.arch}`,
    remedy: "Use a Linux or macOS runner, x64 or arm64.",
  });
}

/** Tokens, and the password in the URL of a private mirror, as it is written and as it is meant. */
function secretsOf(values: Values): string[] {
  const password = values["releases-url"] === "" ? "" : new URL(values["releases-url"]).password;
  const tokens = values["token-hosts"].map(({ token }) => token);
  return [...tokens, ...new Set([password, decoded(password)])].filter((secret) => secret !== "");
}

/** The password as it is meant; one that is not percent-encoded is meant as it is written. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
