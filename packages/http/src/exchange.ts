/**
 * One request and one answer, as the rest sees them. Types and the error only; the door `./client` has the implementation.
 */
import { Failure } from "@handrail/runner";

/** A request. Redirects are not followed: an answer with a status of 3xx is an answer. */
export type HttpRequest = {
  method: "GET" | "POST";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For the whole exchange: 10,000 when absent. */
  timeoutMs?: number;
  /** Bytes of the body that are read, from its beginning: 1 MiB when absent. */
  maxBytes?: number;
  /** Send it also when the step is cancelled. */
  evenWhenCancelled?: boolean;
};

/** An answer. Names of headers are in lower case. */
export type HttpAnswer = { status: number; headers: Readonly<Record<string, string>>; text: string };

/** Makes an exchange on a connection of its own. Rejects with HttpFault, or with the signal's reason. */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>;

/** There was no answer: no such host, refused, reset, silent, not HTTP, a certificate that is not trusted. */
export class HttpFault extends Failure {
  /** The system's word (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`), or `TIMEOUT`. */
  readonly code: string;

  constructor({ method, host, code, cause }: { method: string; host: string; code: string; cause?: unknown }) {
    super({
      reason: "failed",
      what: `${method} ${host} had no answer (${code})`,
      remedy: "Check the URL, and the network between the runner and that host.",
      cause,
    });
    this.name = "HttpFault";
    this.code = code;
  }
}
