/**
 * The session of the role that the step was given: assumed when it is needed, kept for everyone who signs, renewed before it
 * ends. It knows no service but STS.
 */
import { withDeadline } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { AwsFault } from "./ask.ts";
import { toFault } from "./faults.ts";
import type { ClientSettings, Identity } from "./service.ts";
import { ASSUME, fetchToken } from "./token.ts";
import type { Wire } from "./wire.ts";

/** See createSession. */
export interface Session {
  /** Credentials that are good for some time. Rejects with an AwsFault. */
  identity(): Promise<Identity>;
  /** Obtains new ones, whatever is there. */
  renew(): Promise<Identity>;
}

/** What a session works with. */
export type SessionOptions = {
  role: { arn: string; sessionName: string };
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  wire: Wire;
  settings(): ClientSettings;
  mask(secret: string): void;
  /** For the token, and again for STS. */
  deadlineMs: number;
};

/** Credentials are renewed this long before they end. The SDK thinks the same of what it is given. */
const MARGIN_MS = 300_000;

/** Opens nothing before it is asked. */
export function createSession(options: SessionOptions): Session {
  let current: Required<Identity> | undefined;
  let pending: Promise<Identity> | undefined;
  const renew = (): Promise<Identity> => {
    pending ??= assume(options)
      .then((identity) => (current = identity))
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  const left = (): number => (current === undefined ? 0 : current.expiration.getTime() - options.wire.serverNow());
  return {
    renew,
    identity: async () => {
      if (current !== undefined && left() > MARGIN_MS) return current;
      try {
        return await renew();
      } catch (error) {
        // What is not renewed yet can still be good.
        if (current !== undefined && left() > 0) return current;
        throw error;
      }
    },
  };
}

async function assume(options: SessionOptions): Promise<Required<Identity>> {
  const { clock, deadlineMs: ms, environment, mask, role, settings, wire } = options;
  try {
    const token = await withDeadline({ clock, ms }, (signal) => fetchToken(environment, wire, signal));
    mask(token);
    const { assumeRole } = await import("./services/sts.ts");
    const assumption = { roleArn: role.arn, sessionName: role.sessionName, token };
    const identity = await withDeadline({ clock, ms }, (signal) => assumeRole(settings(), assumption, signal));
    if (identity === undefined) throw toBadAnswer();
    for (const secret of [identity.accessKeyId, identity.secretAccessKey, identity.sessionToken]) mask(secret);
    return identity;
  } catch (error) {
    throw explain(toFault(error, ASSUME), role.arn);
  }
}

function toBadAnswer(): AwsFault {
  return new AwsFault({
    kind: "unavailable",
    action: ASSUME,
    code: "BadAnswer",
    message: "the answer has no credentials",
  });
}

/** Says what to do about a role that AWS does not give; what has a remedy of its own (no token) stays. */
function explain(error: unknown, arn: string): unknown {
  if (
    !(error instanceof AwsFault) ||
    (error.kind !== "denied" && error.kind !== "refused") ||
    error.cause === undefined
  ) {
    return error;
  }
  const { kind, action, code, said: message, cause } = error;
  const remedy = `Check that ${arn} exists and that its trust policy accepts this job: provider token.actions.githubusercontent.com, audience sts.amazonaws.com, and this repository in the subject. The job needs \`permissions: id-token: write\`.`;
  return new AwsFault({ kind, action, code, message, remedy, cause });
}
