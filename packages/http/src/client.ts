/** The effect door of @handrail/http: one exchange on a connection of its own. */
import type { Clock } from "@handrail/runner";
import type { Exchange } from "./exchange.ts";

/** What the door is opened with. */
export type HttpOptions = {
  clock: Clock;
  signal: AbortSignal;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read. */
  environment: Readonly<Record<string, string | undefined>>;
};

/** Opens the door. */
export function createExchange(options: HttpOptions): Exchange {
  throw new Error(`not made yet: ${String(options.signal.aborted)}`);
}
