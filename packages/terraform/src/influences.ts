/**
 * Environment that changes what terraform does without standing in the configuration or in an input: it is passed on,
 * and named for the reader of a plan. Names only: values can be secrets.
 */

/** What the rest of the environment may do to a run, beyond the configuration. */
const EXACT: ReadonlySet<string> = new Set([
  "TF_WORKSPACE",
  "TF_DATA_DIR",
  "TF_PLUGIN_CACHE_DIR",
  "TF_REATTACH_PROVIDERS",
  "TF_CLI_CONFIG_FILE",
  "TERRAFORM_CONFIG",
  "TF_IGNORE",
  "TF_ENCRYPTION",
]);

/**
 * The names of variables that change what terraform does: `TF_CLI_ARGS*`, `TF_VAR_*`, `TF_WORKSPACE`, …, sorted. A CLI
 * configuration is named `TF_CLI_CONFIG_FILE (dev_overrides)` when `cliConfiguration`, its text, replaces providers.
 */
export function influences(environment: Readonly<Record<string, string | undefined>>, cliConfiguration = ""): string[] {
  const names = Object.keys(environment).filter((name) => {
    if (environment[name] === undefined || environment[name] === "") return false;
    return EXACT.has(name) || name.startsWith("TF_VAR_") || name === "TF_CLI_ARGS" || name.startsWith("TF_CLI_ARGS_");
  });
  const overridden = hasDevOverrides(cliConfiguration) ? ["CLI configuration (dev_overrides)"] : [];
  return names.concat(overridden).sort();
}

/** The `TF_CLI_ARGS*` variables with their values: they enter the fingerprint. */
export function cliArguments(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(environment).sort()) {
    const value = environment[name] ?? "";
    if (value !== "" && (name === "TF_CLI_ARGS" || name.startsWith("TF_CLI_ARGS_"))) given[name] = value;
  }
  return given;
}

/** Whether a CLI configuration file replaces providers by local builds: those are not in the lock file. */
function hasDevOverrides(cliConfiguration: string): boolean {
  return /\bdev_overrides\b/.test(cliConfiguration.replaceAll(/(?:#|\/\/)[^\n]*/g, ""));
}
