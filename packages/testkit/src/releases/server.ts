/**
 * A release mirror on loopback in the vendors' layouts: HashiCorp's releases and OpenTofu's api.json with GitHub's
 * assets. Signed by keys of its own; what is wrong with a release is part of the release, what goes wrong on the way is
 * a fault.
 */
import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "../schedule.ts";
import { signingKey } from "./keys.ts";
import type { KeyKind, SigningKey } from "./keys.ts";
import { addOpenTofu, addTerraform, writeIndexes } from "./layout.ts";
import type { Files, Release } from "./layout.ts";

/** What can go wrong with a download. `truncated` is a complete answer with half the bytes. */
export type ReleaseFault =
  | "401" | "403" | "404" | "429" | "500" | "502" | "503" | "504" | "reset-before" | "reset-mid-body" | "truncated" | "corrupted"
  | "html-200" | "huge-body" | "redirect" | "redirect-loop" | "delay"; // prettier-ignore

/** Options of {@link startReleases}. */
export type ReleasesOptions = { releases?: readonly Release[]; faults?: readonly Rule<ReleaseFault>[] };

/** A running release server. */
export interface Releases {
  /** For `releases-url`: `<url>/terraform/index.json`, `<url>/api.json` and `<url>/tofu/api.json`. */
  readonly url: string;
  /** Armored public keys: `trusted` for `signing-key`. */
  readonly keys: Readonly<Record<KeyKind, SigningKey>>;
  add(release: Release): Promise<void>;
  /** The bytes served for a path, to compare with. */
  file(path: string): Buffer | undefined;
  /** Replaces or removes what is served for a path. */
  replace(path: string, bytes: Uint8Array | string | undefined): void;
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<ReleaseFault>;
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  close(): Promise<void>;
}

const KINDS: readonly KeyKind[] = ["trusted", "subkey", "unknown", "revoked", "expired"];

/** Starts the server; without releases given it has terraform 1.11.4 and OpenTofu 1.9.0. */
export async function startReleases(options: ReleasesOptions = {}): Promise<Releases> {
  const releases: Release[] = [];
  const files = new Map<string, Buffer>();
  const schedule = createSchedule<ReleaseFault>(options.faults);
  const keys = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await signingKey(kind)])),
  ) as Record<KeyKind, SigningKey>;
  const server = await startLoopback((request) => serve(schedule, files, request));
  const add = async (release: Release): Promise<void> => {
    releases.push(release);
    await (release.product === "opentofu"
      ? addOpenTofu(files, release, keys)
      : addTerraform(files, release, keys, server.url));
    writeIndexes(files, releases, server.url);
  };
  const initial = options.releases ?? [{ version: "1.11.4" }, { product: "opentofu" as const, version: "1.9.0" }];
  for (const release of initial) await add(release);
  return {
    url: server.url,
    keys,
    add,
    file: (path) => files.get(path),
    replace: (path, bytes) => {
      if (bytes === undefined) files.delete(path);
      else files.set(path, Buffer.from(bytes));
    },
    requests: server.requests,
    faults: schedule,
    hold: (...given) => schedule.hold(...given),
    close: async () => {
      schedule.clear();
      await server.close();
    },
  };
}

async function serve(schedule: Faults<ReleaseFault>, files: Files, request: LoggedRequest): Promise<Answer> {
  const { rules, wait } = schedule.match(request);
  await wait("before");
  const [rule] = rules;
  request.fault = rule?.fault;
  const bytes = files.get(decodeURIComponent(request.path));
  const found: Answer =
    bytes === undefined
      ? { status: 404, headers: { "content-type": "text/html" }, body: "<html><body>Not Found</body></html>" }
      : {
          status: 200,
          headers: { "content-type": request.path.endsWith(".json") ? "application/json" : "application/octet-stream" },
          body: bytes,
        };
  await wait("after");
  return rule === undefined ? found : spoil(rule, request, found);
}

function spoil(rule: Rule<ReleaseFault>, request: LoggedRequest, found: Answer): Answer {
  const bytes = found.body instanceof Uint8Array ? Buffer.from(found.body) : Buffer.from("");
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
