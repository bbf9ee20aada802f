/**
 * The token with which a job proves to AWS who it is: from GitHub's endpoint, else from a file. A fresh one each time,
 * because they live for minutes (docs.github.com/actions, "OpenID Connect").
 */
import { readFile } from "node:fs/promises";
import { readText } from "@handrail/runner";
import { AwsFault } from "./ask.ts";
import type { AwsFaultKind } from "./ask.ts";
import { shorten } from "./faults.ts";
import type { Wire } from "./wire.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of STS; every fault on the way to a role's credentials names it. */
export const ASSUME: string = "sts:AssumeRoleWithWebIdentity";
/** What to do when the job cannot prove who it is. */
export const GRANT_ID_TOKEN: string =
  "Grant the job `permissions: id-token: write`, so that the role can be assumed with the job's own token.";

const AUDIENCE = "sts.amazonaws.com";

/** Whether there is anywhere to get a token from. */
export function hasTokenSource(environment: Environment): boolean {
  return tokenUrl(environment) !== undefined || (environment["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? "") !== "";
}

/** A fresh token. Rejects with an AwsFault of {@link ASSUME}, or as the signal ends it. */
export async function fetchToken(environment: Environment, wire: Wire, signal: AbortSignal): Promise<string> {
  const url = tokenUrl(environment);
  if (url !== undefined) {
    return askGitHub(url, environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "", wire, signal);
  }
  const file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? "";
  if (file === "") throw toFault("denied", "NoToken", "the job has no OIDC token");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw toFault("denied", "NoToken", `AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: ${String(error)}`);
  });
  return text.trim();
}

function tokenUrl(environment: Environment): URL | undefined {
  if ((environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "") === "") return undefined;
  return URL.parse(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") ?? undefined;
}

async function askGitHub(endpoint: URL, bearer: string, wire: Wire, signal: AbortSignal): Promise<string> {
  const url = new URL(endpoint);
  url.searchParams.set("audience", AUDIENCE);
  const headers = {
    authorization: `Bearer ${bearer}`,
    accept: "application/json; api-version=2.0",
    "user-agent": "handrail",
  };
  const { status, data } = await wire.get(url, headers, signal);
  const token = status === 200 ? readText(data, "value") : "";
  if (token !== "") return token;
  // Only a clear no is one: everything else may pass.
  const isRefused = status >= 400 && status < 500 && status !== 408 && status !== 429;
  const words = `GitHub's token endpoint answered with HTTP ${status}${status === 200 ? " and no token" : ""}`;
  throw toFault(isRefused ? "denied" : "unavailable", `HTTP ${status}`, words);
}

function toFault(kind: AwsFaultKind, code: string, message: string): AwsFault {
  const remedy = kind === "denied" ? { remedy: GRANT_ID_TOKEN } : {};
  return new AwsFault({ kind, action: ASSUME, code, message: shorten(message), ...remedy });
}
