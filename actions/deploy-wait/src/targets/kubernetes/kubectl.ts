/** Runs kubectl, and says what its words mean. It knows no rule about rollouts. */
import { CommandFailure, Failure, parseJson } from "@handrail/runner";
import type { ExecResult } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Doors } from "../../wait/doors.ts";
import type { Fault } from "../../wait/target.ts";

/** What a question came to. `json` is undefined when kubectl printed nothing. */
export type Got = { json: unknown } | { missing: string } | { fault: Fault };

/** kubectl in one namespace. */
export type Kubectl = {
  /** `kubectl get <kind> [<name>] [--namespace ns] [more] --output json`. */
  get(kind: string, name?: string, more?: readonly string[]): Promise<Got>;
  /** The words, with `--namespace` behind them. Rejects only when there is no kubectl. */
  run(words: readonly string[], options?: { evenWhenCancelled?: boolean }): Promise<ExecResult>;
};

/** Lists of a large namespace; UTF-16 units. */
const MOST_OUTPUT = 33_554_432;

/** Opens kubectl. @throws Failure when PATH holds none */
export function openKubectl(
  { exec, directory: cwd, childEnvironment: environment }: Doors,
  namespace: string,
): Kubectl {
  const where = namespace === "" ? [] : ["--namespace", namespace];
  const start = async (words: readonly string[], more: { evenWhenCancelled?: boolean } = {}): Promise<ExecResult> => {
    try {
      return await exec("kubectl", words, { cwd, environment, maxCapture: MOST_OUTPUT, ...more });
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      throw new Failure({
        reason: "invalid-input",
        what: error.what,
        remedy: "Install kubectl in a step before this one, and let it stand on PATH.",
        cause: error,
      });
    }
  };
  return {
    run: (words, options) => start([...words, ...where], options),
    async get(kind, name, more = []) {
      const operation = `kubectl get ${kind}${name === undefined ? "" : ` ${name}`}`;
      const words = ["get", kind, ...(name === undefined ? [] : [name]), ...where, ...more, "--output", "json"];
      return judge(operation, await start(words));
    },
  };
}

function judge(operation: string, { exitCode, signal, stdout, stderr, cancelled }: ExecResult): Got {
  if (exitCode !== 0) {
    const how = cancelled
      ? "cancelled"
      : signal === undefined
        ? `exit code ${exitCode ?? "none"}`
        : `ended by ${signal}`;
    return judgeWords(operation, stderr, how);
  }
  if (stdout.trim() === "") return { json: undefined };
  try {
    return { json: parseJson(stdout) };
  } catch {
    return { fault: { kind: "unavailable", operation, detail: "its output is no JSON" } };
  }
}

const rules: readonly { kind: Fault["kind"]; words: RegExp; remedy?: string }[] = [
  {
    kind: "denied",
    words: /\(Forbidden\)|is forbidden:/,
    remedy:
      "Give the user get and list on deployments, statefulsets, daemonsets, replicasets and pods of the namespace.",
  },
  {
    kind: "expired",
    words: /ExpiredToken|token (?:has |is )?expired/i,
    remedy: "Let the credentials of the kubeconfig last longer than the deployment.",
  },
  {
    kind: "denied",
    words: /\(Unauthorized\)|must be logged in|provide credentials|executable \S+ not found/,
    remedy: "Check the credentials of the kubeconfig. pass-environment hands on the variables that they need.",
  },
  {
    kind: "denied",
    words:
      /no configuration has been provided|context \S+ does not exist|context was not found|error loading config file|server localhost:8080 was refused/,
    remedy: "Write a kubeconfig in a step before this one: to its usual place, or where KUBECONFIG says.",
  },
  { kind: "throttled", words: /\(TooManyRequests\)|client rate limiter/ },
];

/** What kubectl's complaint means; its last line says it. */
function judgeWords(operation: string, stderr: string, how: string): Got {
  const last = stderr.split(/\r?\n/).findLast((line) => line.trim() !== "");
  const detail = last === undefined ? how : cutLine(last, 300);
  if (/\(NotFound\)/.test(stderr)) return { missing: detail };
  for (const { kind, words, remedy } of rules) {
    if (words.test(stderr)) return { fault: { kind, operation, detail, ...(remedy === undefined ? {} : { remedy }) } };
  }
  return { fault: { kind: "unavailable", operation, detail } };
}
