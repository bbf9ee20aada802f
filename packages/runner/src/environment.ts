/** What of the environment a child process may see. */

/** Inputs, state and everything that lets a process speak to GitHub's services as this job. */
const PREFIXES: readonly string[] = ["INPUT_", "STATE_", "ACTIONS_"];

/** Tokens, and the files through which a process could write outputs, state or the environment of later steps. */
const NAMES: ReadonlySet<string> = new Set([
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GITHUB_ENTERPRISE_TOKEN",
  "GH_ENTERPRISE_TOKEN",
  "GITHUB_OUTPUT",
  "GITHUB_ENV",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
]);

/**
 * The environment of a child process: everything but inputs, state, tokens and the runner's command files, and of those
 * the ones that `pass` names exactly. What cloud providers and terraform read (AWS_*, GOOGLE_*, ARM_*, TF_*) stays.
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  pass: readonly string[],
): Record<string, string> {
  const named = new Set(pass);
  const given: [string, string][] = [];
  for (const [name, value] of Object.entries(environment)) {
    const isHidden = NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
    if (value !== undefined && (!isHidden || named.has(name))) given.push([name, value]);
  }
  return Object.fromEntries(given);
}
