/**
 * What can go wrong with a file on its way, for the servers that files are downloaded from. It knows nothing of what
 * they serve.
 */
import type { Answer, LoggedRequest } from "./loopback.ts";
import type { Rule } from "./schedule.ts";

/** What can go wrong with a download. `truncated` is a complete answer with half the bytes. */
export type ReleaseFault =
  | "401" | "403" | "404" | "429" | "500" | "502" | "503" | "504" | "reset-before" | "reset-mid-body" | "truncated" | "corrupted"
  | "html-200" | "malformed-json" | "huge-body" | "redirect" | "redirect-loop" | "delay"; // prettier-ignore

/** The answer `found`, as the rule spoils it. */
export function spoil(rule: Rule<ReleaseFault>, request: LoggedRequest, found: Answer): Answer {
  const bytes = bytesOf(found);
  switch (rule.fault) {
    case "reset-before":
      return { status: 0, cut: "before" };
    case "reset-mid-body":
      return { ...found, cut: "middle" };
    case "truncated":
      return { ...found, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
    case "corrupted": {
      const flipped = Buffer.from(bytes);
      const at = Math.floor(bytes.length / 2);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      return { ...found, body: flipped };
    }
    case "html-200":
      return {
        status: 200,
        headers: { "content-type": "text/html" },
        body: "<!DOCTYPE html><html><body>Sign in</body></html>",
      };
    case "malformed-json":
      return { status: 200, headers: { "content-type": "application/json" }, body: '{"versions":[{"version":"1.0' };
    case "huge-body":
      return { ...found, body: Buffer.alloc(rule.size ?? 50_000_000, " ") };
    case "redirect":
      return { status: 302, headers: { location: rule.location ?? "http://169.254.169.254/latest/meta-data" } };
    case "redirect-loop":
      return { status: 302, headers: { location: request.path } };
    case "delay":
      return found;
    case "401":
    case "403":
    case "404":
    case "429":
    case "500":
    case "502":
    case "503":
    case "504":
    default: {
      const retry: Record<string, string> =
        rule.retryAfter === undefined ? {} : { "retry-after": String(rule.retryAfter) };
      return {
        status: Number(rule.fault),
        headers: { "content-type": "text/html", ...retry },
        body: "<html><body>Error</body></html>",
      };
    }
  }
}

function bytesOf({ body }: Answer): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (typeof body === "string") return Buffer.from(body);
  return Buffer.from(body === undefined ? "" : JSON.stringify(body));
}
