/**
 * Servers behind a balancer that takes them in turn. Each changes its version when it likes, and back; caches repeat old
 * answers, and some requests fail. The world knows what it served. For tests of the target http.
 */
import { HttpFault } from "@handrail/http";
import type { Exchange, HttpAnswer } from "@handrail/http";
import fc from "fast-check";

/** What can happen to a request besides an answer of a server. */
export const spoils = ["good", "cached", "reset", "503", "html", "redirect"] as const;

/** A world: for each server when (s) it serves v2, and when it goes back to v1. */
export type Park = {
  servers: readonly { updatedAt: number; backAt: number }[];
  consecutive: number;
  noise: readonly (typeof spoils)[number][];
  /** From here (s) on no request is spoiled. */
  quietAt: number;
};

/** Any world; there are never more servers than answers that are asked for in a row. */
export const parks: fc.Arbitrary<Park> = fc
  .record({
    servers: fc.array(
      fc.record({
        updatedAt: fc.integer({ min: 0, max: 200 }),
        lasts: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 3, nil: Infinity }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    more: fc.integer({ min: 0, max: 4 }),
    noise: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 10 }),
    quietAt: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ servers, more, noise, quietAt }) => ({
    servers: servers.map(({ updatedAt, lasts }) => ({ updatedAt, backAt: updatedAt + lasts })),
    consecutive: servers.length + more,
    noise,
    quietAt,
  }));

/** What the servers themselves answered, oldest first. */
export type Served = { at: number; server: number; version: string };

/** The world's answers, and what was served. */
export function open(park: Park, now: () => number): { exchange: Exchange; served: Served[] } {
  const served: Served[] = [];
  let count = 0;
  const versionOf = (server: number, at: number): string => {
    const { updatedAt, backAt } = park.servers[server] ?? { updatedAt: Infinity, backAt: Infinity };
    return at >= updatedAt && at < backAt ? "v2" : "v1";
  };
  const answer = (version: string, headers: Record<string, string> = {}): HttpAnswer => ({
    status: 200,
    headers,
    text: JSON.stringify({ version }),
  });
  const exchange: Exchange = () => {
    const at = now();
    const spoil = at >= park.quietAt ? "good" : (park.noise[count % park.noise.length] ?? "good");
    count += 1;
    switch (spoil) {
      case "good": {
        const server = served.length % park.servers.length;
        const version = versionOf(server, at);
        served.push({ at, server, version });
        return Promise.resolve(answer(version));
      }
      case "cached":
        return Promise.resolve(answer(count % 2 === 0 ? "v2" : "v1", { age: "30", "x-cache": "HIT" }));
      case "reset":
        return Promise.reject(new HttpFault({ method: "GET", host: "app", code: "ECONNRESET" }));
      case "503":
        return Promise.resolve({ status: 503, headers: {}, text: JSON.stringify({ version: "v2" }) });
      case "html":
        return Promise.resolve({ status: 200, headers: {}, text: "<title>version v2</title>" });
      case "redirect":
      default:
        return Promise.resolve({ status: 302, headers: { location: "https://sso/?token=secret" }, text: "" });
    }
  };
  return { exchange, served };
}
