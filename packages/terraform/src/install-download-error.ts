/**
 * Why a download failed, and whether it is worth another try. Knows the network's error codes and HTTP's statuses; it
 * sends nothing.
 */

/** Codes of the disk and the process: no other try and no other server helps. */
const LOCAL_CODES: ReadonlySet<string> = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EACCES",
  "EPERM",
  "EMFILE",
  "ENOMEM",
  "EIO",
]);

type Details = { isPassing?: boolean; status?: number; retryAfterMs?: number; cause?: unknown };

/** A download that failed; the message completes "it failed: …". */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  /** May another try succeed? */
  readonly isPassing: boolean;
  /** The status of the answer, when there was one. */
  readonly status: number | undefined;
  /** What the server asked us to wait. */
  readonly retryAfterMs: number;
  /** The URL without credentials and query; set when the last try failed. */
  url: string | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.isPassing = details.isPassing ?? false;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs ?? 0;
  }

  /** The same error with its place. */
  at(url: string): this {
    this.url = url;
    return this;
  }

  /** The error for an answer that is not 200. */
  static forStatus(status: number, retryAfter: string | undefined): DownloadError {
    const isPassing = status === 408 || status === 429 || status >= 500;
    const seconds = Number(retryAfter);
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
    return new DownloadError(`the server answered with status ${status}`, { isPassing, status, retryAfterMs });
  }

  /** Any error of a try. What node's network throws has a code and is passing. Throws an error of this machine again. */
  static from(error: unknown): DownloadError {
    if (error instanceof DownloadError) return error;
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
    if (code !== undefined && LOCAL_CODES.has(code)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return new DownloadError(code === undefined ? message : `${message} (${code})`, {
      isPassing: code !== undefined,
      cause: error,
    });
  }
}
