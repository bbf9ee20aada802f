/**
 * Asks registries and release servers: JSON of a bounded size, small files, packages; a few at a time. What may be asked
 * is the gates' business, what an answer means the callers'.
 */
import { parseJson } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import type { HostToken } from "./registry-cli-configuration.ts";
import { endpointGate, type GateOptions, packageGate } from "./registry-gate.ts";
import { createLanes } from "./registry-lanes.ts";
import type { RegistryOptions } from "./registry-options.ts";
import type { Trust } from "./registry-trust.ts";
import { type Gate, readBytes, save, transfer, type TransferOptions } from "./transfer.ts";

/** A JSON answer and the URL that gave it in the end. */
export type Document = { json: unknown; url: URL };

/** All reject with a {@link DownloadError}. */
export interface Client {
  /** A registry's own endpoint; the token goes nowhere else. `limit` in bytes, 5 MB when absent. */
  json(url: string, token?: HostToken, limit?: number): Promise<Document>;
  /** A small file that belongs to a package. */
  bytes(url: string): Promise<Buffer>;
  /** Where a URL leads on its own host; the body is not read. */
  landing(url: string): Promise<URL>;
  /** A package, into a new file. */
  file(url: string, path: string): Promise<{ sha256: string; size: number }>;
}

const JSON_LIMIT = 5 << 20;
const SMALL_LIMIT = 1 << 20;
const PACKAGE_LIMIT = 1 << 30;
const MOST_REDIRECTS = 3;
const SILENCE_MS = 10_000;
const SMALL_DEADLINE_MS = 60_000;
const PACKAGE_DEADLINE_MS = 15 * 60_000;
const ASKED_AT_A_TIME = 8;
const PACKAGES_AT_A_TIME = 4;

/** Creates a client. */
export function createClient(options: RegistryOptions, trust: Trust): Client {
  const { environment, network, clock, log, signal, random } = options;
  const gates: GateOptions = network === undefined ? { environment, trust } : { environment, trust, network };
  const asking = createLanes(ASKED_AT_A_TIME);
  const fetching = createLanes(PACKAGES_AT_A_TIME);
  const how = (gate: Gate, deadlineMs: number): TransferOptions => ({
    gate,
    mostRedirects: MOST_REDIRECTS,
    userAgent: "handrail-terraform-bump",
    silenceMs: SILENCE_MS,
    deadlineMs,
    environment,
    clock,
    log,
    signal,
    random,
  });
  return {
    json: (url, token, limit = JSON_LIMIT) =>
      asking(() =>
        transfer(how(endpointGate(gates, token?.value), SMALL_DEADLINE_MS), url, async (answer) => ({
          json: parsed(await readBytes(answer, limit)),
          url: answer.url,
        })),
      ),
    bytes: (url) =>
      asking(() =>
        transfer(how(packageGate(gates), SMALL_DEADLINE_MS), url, (answer) => readBytes(answer, SMALL_LIMIT)),
      ),
    landing: (url) =>
      asking(() =>
        transfer(how(endpointGate(gates, undefined), SMALL_DEADLINE_MS), url, async ({ message, url: landed }) => {
          message.destroy();
          return landed;
        }),
      ),
    file: (url, path) =>
      fetching(() =>
        transfer(how(packageGate(gates), PACKAGE_DEADLINE_MS), url, (answer) => save(answer, path, PACKAGE_LIMIT)),
      ),
  };
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseJson(bytes.toString("utf8"));
  } catch {
    const isHtml = /^\s{0,64}<(?:!doctype|html)/i.test(bytes.subarray(0, 128).toString("latin1"));
    throw new DownloadError(isHtml ? "the answer is an HTML page, not JSON" : "the answer is not JSON");
  }
}
