/** AWS STS: the one command that gives a role's credentials for a token. Loaded when a role is assumed. */
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { readText, readTime } from "@handrail/runner";
import type { ClientSettings, Identity } from "../service.ts";

/** What is asked for. */
export type Assumption = { roleArn: string; sessionName: string; token: string };

/** Assumes a role with a token; undefined when the answer holds no credentials. Rejects as the SDK does. */
export async function assumeRole(
  settings: ClientSettings,
  { roleArn, sessionName, token }: Assumption,
  abortSignal: AbortSignal,
): Promise<Required<Identity> | undefined> {
  const client = new STSClient(settings);
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
  });
  const { Credentials: given } = await client.send(command, { abortSignal });
  const identity = {
    accessKeyId: readText(given, "AccessKeyId"),
    secretAccessKey: readText(given, "SecretAccessKey"),
    sessionToken: readText(given, "SessionToken"),
    expiration: new Date(readTime(given, "Expiration") ?? 0),
  };
  return Object.values(identity).includes("") ? undefined : identity;
}
