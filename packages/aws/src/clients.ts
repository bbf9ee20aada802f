/**
 * The SDK's clients that are open: each loaded and made when its first call comes, and made anew when the keys to sign with are
 * others. It judges no error.
 */
import type { AwsOperations, AwsService } from "./ask.ts";
import type { ClientSettings, SdkClient } from "./service.ts";
import { loaders } from "./services.ts";
import type { Session } from "./session.ts";

/** Sends calls. */
export interface Clients {
  /** Goes up when they sign with other credentials. */
  readonly generation: number;
  /** Rejects as the SDK does. */
  send<S extends AwsService>(
    service: S,
    operation: AwsOperations[S],
    input: Readonly<Record<string, unknown>>,
    abortSignal: AbortSignal,
  ): Promise<unknown>;
  /** Lets them sign with a new session of the role, unless that was done since `seen`. */
  renew(seen: number): Promise<void>;
}

/** What clients are made with. */
export type ClientsOptions = {
  settings(): ClientSettings;
  /** Of the role that was given. */
  session: Session | undefined;
  /** Sign as the role from the beginning, not only after a renewal. */
  isRoleFirst: boolean;
  mask(secret: string): void;
};

/** Opens nothing before the first call. */
export function createClients({ settings, session, isRoleFirst, mask }: ClientsOptions): Clients {
  const open = new Map<AwsService, SdkClient>();
  let usesRole = isRoleFirst;
  let generation = 0;
  let renewing: Promise<void> | undefined;
  const startRenewing = async (role: Session): Promise<void> => {
    try {
      await role.renew();
      usesRole = true;
      generation += 1;
      open.clear();
    } finally {
      renewing = undefined;
    }
  };
  return {
    get generation() {
      return generation;
    },
    send: async (service, operation, input, abortSignal) => {
      const { service: loaded } = await loaders[service]();
      const credentials = session === undefined || !usesRole ? {} : { credentials: () => session.identity() };
      const client = open.get(service) ?? loaded.open({ ...settings(), ...credentials });
      open.set(service, client);
      const { secretAccessKey, sessionToken = "" } = await client.config.credentials();
      for (const secret of [secretAccessKey, sessionToken]) mask(secret);
      const Command = loaded.commands[operation];
      // The SDK's types want each command's own input; we make it from unknown parts and read unknown answers.
      return client.send(new Command(input as never) as never, { abortSignal });
    },
    renew: async (seen) => {
      if (session === undefined || seen !== generation) return;
      renewing ??= startRenewing(session);
      await renewing;
    },
  };
}
