/**
 * A release mirror on loopback in the vendors' layouts: HashiCorp's releases and OpenTofu's api.json with GitHub's
 * assets. Signed by keys of its own; what is wrong with a release is part of the release, what goes wrong on the way is
 * a fault.
 */
import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "../schedule.ts";
import { spoil } from "../spoil.ts";
import type { ReleaseFault } from "../spoil.ts";
import { signingKey } from "./keys.ts";
import type { KeyKind, SigningKey } from "./keys.ts";
import { addOpenTofu, addTerraform, releasesPage, writeIndexes } from "./layout.ts";
import type { Files, Release } from "./layout.ts";

/** Options of {@link startReleases}. */
export type ReleasesOptions = { releases?: readonly Release[]; faults?: readonly Rule<ReleaseFault>[] };

/** A running release server. */
export interface Releases {
  /**
   * For `releases-url`: `<url>/terraform/index.json`, `<url>/api.json` and `<url>/tofu/api.json`, and HashiCorp's releases
   * API as `<url>/v1/releases/terraform`.
   */
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
  const server = await startLoopback((request) => serve(schedule, files, releases, request));
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

async function serve(
  schedule: Faults<ReleaseFault>,
  files: Files,
  releases: readonly Release[],
  request: LoggedRequest,
): Promise<Answer> {
  const { rules, wait } = schedule.match(request);
  await wait("before");
  const [rule] = rules;
  request.fault = rule?.fault;
  const bytes = files.get(decodeURIComponent(request.path));
  const page = releasesPage(releases, request.path, request.query);
  const found: Answer =
    page !== undefined
      ? { status: 200, body: page }
      : bytes === undefined
        ? { status: 404, headers: { "content-type": "text/html" }, body: "<html><body>Not Found</body></html>" }
        : {
            status: 200,
            headers: {
              "content-type": request.path.endsWith(".json") ? "application/json" : "application/octet-stream",
            },
            body: bytes,
          };
  await wait("after");
  return rule === undefined ? found : spoil(rule, request, found);
}
