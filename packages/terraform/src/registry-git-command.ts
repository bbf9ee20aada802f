/**
 * Runs `git ls-remote`: with which settings and which environment, and what it means when it fails. What git prints may
 * hold credentials of its configuration, so none of its words leave this file.
 */
import { CommandFailure } from "@handrail/runner";
import type { GitAddress } from "./registry-git-url.ts";
import type { RegistryOptions } from "./registry-options.ts";

/** Why there are no tags; the message completes "it failed: …". */
export class GitProblem extends Error {
  override readonly name = "GitProblem";
  readonly kind: "moved" | "refused" | "unreachable" | "not-started" | "too-long" | "other";

  constructor(kind: GitProblem["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

const OUTPUT_LIMIT = 5 << 20;

/** The options that git runs with. */
type GitOptions = Pick<RegistryOptions, "exec" | "environment" | "directory" | "signal">;

/**
 * The tags as git lists them, a line each. With `addresses` git connects to one of them, whatever the name means by then.
 * Rejects with a {@link GitProblem}, or with the signal's reason.
 */
export async function runLsRemote(
  { exec, environment, directory, signal }: GitOptions,
  address: GitAddress,
  addresses: readonly string[] | undefined,
): Promise<string> {
  signal.throwIfAborted();
  const args = [...settingsFor(address, addresses, directory), "ls-remote", "--tags", "--", address.url];
  const options = { cwd: directory, environment: gitEnvironment(environment), maxCapture: OUTPUT_LIMIT };
  const { exitCode, cancelled, stdout, stderr, truncated } = await exec("git", args, options).catch(
    (error: unknown) => {
      throw error instanceof CommandFailure ? new GitProblem("not-started", error.what) : error;
    },
  );
  if (cancelled) signal.throwIfAborted();
  if (exitCode === 0 && truncated !== true) return stdout;
  if (exitCode === 0) throw new GitProblem("too-long", `its list of tags is longer than ${OUTPUT_LIMIT} characters`);
  throw problemOf(stderr, exitCode);
}

/** git's own words, in English because of LC_ALL, and curl's and ssh's below them. */
const SIGNS: readonly (readonly [GitProblem["kind"], RegExp, string])[] = [
  ["moved", /requested URL returned error: 30[12378]/, "it has moved"],
  [
    "refused",
    /Authentication failed|could not read (?:Username|Password)|Permission denied|returned error: 40[13]|Host key verification failed/,
    "git was refused",
  ],
  [
    "refused",
    /not found|does not exist|returned error: 404|does not appear to be a git repository/i,
    "it was not found",
  ],
  [
    "unreachable",
    /Could not resolve|Failed to connect|Connection (?:refused|timed out|reset)|Operation too slow|returned error: 5\d\d|SSL/,
    "its host cannot be reached",
  ],
];

function problemOf(stderr: string, exitCode: number | undefined): GitProblem {
  const [kind, , words] = SIGNS.find(([, sign]) => sign.test(stderr)) ?? (["other", undefined, "git failed"] as const);
  return new GitProblem(kind, `${words} (git ls-remote ended with ${exitCode ?? "a signal"})`);
}

/**
 * Redirects are not followed: they could lead anywhere. The addresses are those that were checked. The checkout belongs to
 * whoever made it; its settings, such as the credentials of actions/checkout, are meant.
 */
function settingsFor(
  { hostname, port, isSecureHttp }: GitAddress,
  addresses: readonly string[] | undefined,
  directory: string,
): string[] {
  const settings = [
    `safe.directory=${directory}`,
    "http.followRedirects=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=10",
  ];
  if (isSecureHttp && addresses !== undefined) {
    const [first = ""] = addresses;
    settings.push(`http.curloptResolve=${hostname}:${port}:${first.includes(":") ? `[${first}]` : first}`);
  }
  return settings.flatMap((setting) => ["-c", setting]);
}

const PASSED =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSH_AGENT_PID|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|SSL_\w+|ASKPASS|ALLOW_PROTOCOL|CONFIG_\w+|PROXY_\w+)|(?:https?|all|no)_proxy)$/i;

/** What git needs, and no more: no inputs of the action, no tokens that are meant for others. */
function gitEnvironment(environment: RegistryOptions["environment"]): Record<string, string> {
  const passed = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && PASSED.test(entry[0]),
  );
  return { GIT_ALLOW_PROTOCOL: "https:ssh", ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
