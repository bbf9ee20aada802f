/**
 * The words for what could not be looked up or locked: who was asked, what came back, what to do. No token and no text of
 * an answer gets into them.
 */
import { Failure } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { type HostToken, tokenVariable } from "./registry-cli-configuration.ts";
import { RefusedPlace } from "./registry-gate.ts";

/** What was asked for, for a message. */
export type Question = {
  reason: "lookup-failed" | "lock-failed";
  /** `The provider hashicorp/aws`. */
  subject: string;
  /** The host in the source address, not the mirror. */
  host: string;
  token?: HostToken | undefined;
};

/** A Failure for a download that failed; anything else is thrown as it is. */
export function downloadFailure(question: Question, error: unknown): Failure {
  if (!(error instanceof DownloadError)) throw error;
  const verb = question.reason === "lock-failed" ? "locked" : "looked up";
  return new Failure({
    reason: question.reason,
    what: `${question.subject} could not be ${verb}: ${error.url ?? question.host}: ${error.message}`,
    remedy: remedyFor(question, error),
    cause: error,
  });
}

function remedyFor(question: Question, error: DownloadError): string {
  if (error instanceof RefusedPlace) {
    return "A host that a file of the repository or an answer names is asked by https at a public address only. When it is yours, name it in terraform's CLI configuration, with a host or a credentials block.";
  }
  if (error.status === 401 || error.status === 403) return tokenRemedy(question);
  if (error.status === 404 || error.status === 410) {
    const hint = question.token === undefined ? `, and whether it is private: then ${tokenWish(question.host)}` : "";
    return `Check how its source is written${hint}.`;
  }
  return "Check the network, HTTPS_PROXY and NO_PROXY, and the registry; then run the job again.";
}

function tokenRemedy({ host, token }: Question): string {
  if (token === undefined) return `Access was refused: ${tokenWish(host)}.`;
  return `Access was refused although the token from ${token.origin} was sent: check that it is valid and may read there.`;
}

function tokenWish(host: string): string {
  const variable = tokenVariable(host);
  const block = `a credentials block for ${host} in terraform's CLI configuration`;
  return variable === undefined ? `write ${block}` : `set ${variable} in the step's environment, or write ${block}`;
}
