/**
 * The effect door of @handrail/aws: the SDK's clients, one lazily loaded file per service. A call is made once; what failed
 * is repeated only when its credentials had expired and new ones could be had.
 */
import { withDeadline } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { AwsFault } from "./ask.ts";
import type { Ask, AwsService } from "./ask.ts";
import { createClients } from "./clients.ts";
import { toFault } from "./faults.ts";
import { resolveRegion } from "./region.ts";
import type { ClientSettings } from "./service.ts";
import { actionOf, loaders } from "./services.ts";
import { createSession } from "./session.ts";
import { GRANT_ID_TOKEN, hasTokenSource } from "./token.ts";
import { createWire } from "./wire.ts";

/** What the door is opened with. */
export type AwsOptions = {
  /**
   * Region, proxies, and where the job's OIDC token is. Credentials, profiles and endpoints are read by the SDK from the
   * environment of the process, which this has to be a copy of.
   */
  environment: Readonly<Record<string, string | undefined>>;
  /** In the place of AWS_REGION and AWS_DEFAULT_REGION. */
  region?: string;
  /**
   * A role to assume with the job's OIDC token (`id-token: write`): when the job has no credentials of its own (keys in the
   * environment or a profile; what the machine has does not count), and when those have expired.
   */
  role?: { arn: string; sessionName: string };
  clock: Clock;
  /** Ends everything under way, but for calls that are made even when cancelled. */
  signal: AbortSignal;
  /** Hides what has been obtained (keys, tokens) in the log. */
  mask(secret: string): void;
};

/** AWS behind one function. */
export interface Aws {
  readonly ask: Ask;
  /** @throws Failure `invalid-input` when no Region is known */
  readonly region: string;
  /** AWS's time in ms since 1970 by the Date of its newest answer; the clock's own before there was one. */
  serverNow(): number;
  /** Loads the clients of services. */
  load(...services: readonly AwsService[]): Promise<void>;
}

const DEADLINE_MS = 10_000;

/** Opens the door. Nothing is loaded or sent before the first call. */
export function createAws(options: AwsOptions): Aws {
  const { clock, environment, role } = options;
  const mask = once(options.mask);
  const wire = createWire(options);
  const region = (): string => resolveRegion(options.region, environment);
  const settings = (): ClientSettings => ({
    region: region(),
    maxAttempts: 1,
    retryMode: "standard",
    requestHandler: wire.handler,
    systemClockOffset: wire.signingOffset(),
  });
  const session =
    role === undefined
      ? undefined
      : createSession({ role, environment, clock, wire, settings, mask, deadlineMs: DEADLINE_MS });
  const clients = createClients({ settings, session, isRoleFirst: !hasCredentials(environment), mask });

  const ask: Ask = async (service, operation, input, given) => {
    region();
    const signal = given?.evenWhenCancelled === true ? undefined : options.signal;
    const limited = <T>(ms: number, work: (ending: AbortSignal) => Promise<T>): Promise<T> =>
      withDeadline({ clock, ms, signal }, work).catch((error: unknown) => {
        throw signal?.aborted === true ? signal.reason : toFault(error, actionOf(service, operation));
      });
    const attempt = (): Promise<unknown> =>
      limited(DEADLINE_MS, (ending) => clients.send(service, operation, input, ending));
    const { generation } = clients;
    try {
      return await attempt();
    } catch (error) {
      if (session === undefined || !(error instanceof AwsFault) || error.kind !== "expired") throw error;
      if (!hasTokenSource(environment)) throw withRemedy(error, GRANT_ID_TOKEN);
    }
    // The token and STS have a deadline each.
    await limited(3 * DEADLINE_MS, () => clients.renew(generation));
    return attempt();
  };
  return {
    ask,
    get region() {
      return region();
    },
    serverNow: () => wire.serverNow(),
    load: async (...services) => {
      await Promise.all(services.map((service) => loaders[service]()));
    },
  };
}

/** Whether the job brings credentials of its own. */
function hasCredentials(environment: AwsOptions["environment"]): boolean {
  const has = (name: string): boolean => (environment[name] ?? "") !== "";
  return has("AWS_PROFILE") || (has("AWS_ACCESS_KEY_ID") && has("AWS_SECRET_ACCESS_KEY"));
}

function withRemedy({ kind, action, code, said: message, cause }: AwsFault, remedy: string): AwsFault {
  return new AwsFault({ kind, action, code, message, remedy, cause });
}

function once(mask: (secret: string) => void): (secret: string) => void {
  const known = new Set<string>([""]);
  return (secret) => {
    if (!known.has(secret)) mask(secret);
    known.add(secret);
  };
}
