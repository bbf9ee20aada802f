/**
 * Turns whatever a call of the SDK throws into an AwsFault of the right kind. It sends nothing. The names of errors are those
 * of the services' "Common errors" pages and of the SDK's own classification (@smithy/core, service-error-classification).
 */
import { types } from "node:util";
import { DeadlineError, Failure, read, readNumber } from "@handrail/runner";
import { AwsFault } from "./ask.ts";
import type { AwsFaultKind } from "./ask.ts";

/** There was no whole answer, or something that is none: no such host, a cut connection, a proxy's page. */
export class WireError extends Error {
  /** The system's word (`ECONNRESET`), or `HTTP 502`. */
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "WireError";
    this.code = code;
  }
}

/** The service's error, as far as its answer tells. */
type Told = { code: string; message: string; status: number };

const SKEWED = /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)/;
/** As SigV4 words it: "Signature expired: 20260101T000000Z is now earlier than …", "Signature not yet current: …". */
const SKEWED_SIGNATURE = /signature (?:expired|not yet current)/i;
const EXPIRED = /^(?:ExpiredToken|TokenRefreshRequired)/;
const EXPIRED_TOKEN = /security token included in the request is expired/i;
const THROTTLED =
  /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottl|SlowDown|BandwidthLimitExceeded|EC2Throttled|PriorRequestNotComplete)/;
const DENIED =
  /^(?:AccessDenied|Unauthorized|NotAuthorized|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|AuthFailure|OptInRequired|InvalidIdentityToken|IDPRejectedClaim)/;
const UNAVAILABLE =
  /^(?:ServiceUnavailable|Unavailable|InternalFailure|InternalError|InternalServ|ServerException|ServiceException|RequestTimeout|IDPCommunicationError)/;
/** What the SDK calls an error that the service gave no name. */
const UNNAMED = /^(?:Unknown(?:Error)?|Error|)$/;

const NO_CREDENTIALS =
  "Run aws-actions/configure-aws-credentials before this step, or name a role in role-to-assume and grant the job `permissions: id-token: write`.";

/** One line of foreign text, not too long to be read. */
export function shorten(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0]?.trim() ?? "";
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** The error that a call of `action` rejects with. A Failure stays as it is. */
export function toFault(error: unknown, action: string): Failure {
  if (error instanceof Failure) return error;
  const { name, message } = describe(error);
  const fault = (kind: AwsFaultKind, code: string, said: string, remedy?: string): AwsFault =>
    new AwsFault({
      kind,
      action,
      code,
      message: shorten(said),
      cause: error,
      ...(remedy === undefined ? {} : { remedy }),
    });
  if (error instanceof DeadlineError) return fault("unavailable", "TIMEOUT", message);
  if (error instanceof WireError) return fault("unavailable", error.code, message);
  const status = readNumber(error, "$metadata", "httpStatusCode");
  if (status !== undefined) {
    // What the service itself says has a side that is to blame; what does not could not be read.
    if (read(error, "$fault") === undefined) {
      return fault("unavailable", "BadAnswer", `the answer with HTTP ${status} cannot be read`);
    }
    const isNamed = !UNNAMED.test(name);
    const told = {
      code: isNamed ? name : `HTTP ${status}`,
      message: message === "UnknownError" ? "" : message,
      status,
    };
    return fault(kindOf(told), told.code, told.message);
  }
  if (name.endsWith("ProviderError")) {
    return fault("denied", "NoCredentials", `no AWS credentials were found: ${message}`, NO_CREDENTIALS);
  }
  if (/^(?:TimeoutError|AbortError)$/.test(name)) return fault("unavailable", "TIMEOUT", message);
  // Nothing was sent: an endpoint that is no URL, a profile that is not there, an input that the SDK refuses.
  return fault("refused", name, message, "Check the AWS variables of the job and what the step was given.");
}

function kindOf({ code, message, status }: Told): AwsFaultKind {
  if (SKEWED.test(code) || (/Signature/.test(code) && SKEWED_SIGNATURE.test(message))) return "skewed";
  if (EXPIRED.test(code) || (status < 500 && EXPIRED_TOKEN.test(message))) return "expired";
  if (THROTTLED.test(code) || status === 429 || /^rate exceeded/i.test(message)) return "throttled";
  if (UNAVAILABLE.test(code) || status >= 500 || status < 400 || status === 407 || status === 408) return "unavailable";
  if (DENIED.test(code) || status === 401 || status === 403) return "denied";
  return "refused";
}

function describe(error: unknown): { name: string; message: string } {
  if (types.isNativeError(error) || error instanceof Error) return { name: error.name, message: error.message };
  return { name: "Error", message: String(error) };
}
