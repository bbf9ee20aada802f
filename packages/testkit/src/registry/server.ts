/**
 * A registry on loopback: providers with signed packages, modules with tarballs, tokens, dates, and faults. The real
 * terraform installs from it, pointed here by the CLI configuration that `cliConfiguration` writes. What is wrong with a
 * package is part of its description, what goes wrong on the way is a fault.
 */
import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { signingKey } from "../releases/keys.ts";
import type { KeyKind, SigningKey } from "../releases/keys.ts";
import { createSchedule } from "../schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "../schedule.ts";
import { spoil } from "../spoil.ts";
import type { ReleaseFault } from "../spoil.ts";
import { addModule, addProvider } from "./layout.ts";
import type { Content, Contents, RegistryModule, RegistryProvider, Style } from "./layout.ts";

/** Options of {@link startRegistry}. */
export type RegistryOptions = Partial<Style> & {
  providers?: readonly RegistryProvider[];
  modules?: readonly RegistryModule[];
  /** What the registry's endpoints want as `Authorization: Bearer`; else they answer 401. Packages are free. */
  token?: string;
  faults?: readonly Rule<ReleaseFault>[];
};

/** A running registry. */
export interface LoopbackRegistry {
  /** `http://127.0.0.1:<port>`, with `/.well-known/terraform.json` below it. */
  readonly url: string;
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  readonly keys: Readonly<Record<KeyKind, SigningKey>>;
  /** The CLI configuration that makes these hosts be this registry. */
  cliConfiguration(...hosts: string[]): string;
  addProvider(provider: RegistryProvider): Promise<void>;
  addModule(module: RegistryModule): void;
  /** The bytes served for a path, to compare with. */
  file(path: string): Buffer | undefined;
  /** Replaces or removes what is served for a path; an object is sent as JSON. */
  replace(path: string, content: Uint8Array | string | object | undefined): void;
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<ReleaseFault>;
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  close(): Promise<void>;
}

const KINDS: readonly KeyKind[] = ["trusted", "subkey", "unknown", "revoked", "expired"];
const SERVICES = { "providers.v1": "/v1/providers/", "modules.v1": "/v1/modules/" };

/** Starts a registry; without descriptions it is empty. */
export async function startRegistry(options: RegistryOptions = {}): Promise<LoopbackRegistry> {
  const contents: Contents = new Map([["/.well-known/terraform.json", { json: SERVICES }]]);
  const schedule = createSchedule<ReleaseFault>(options.faults);
  const keys = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await signingKey(kind)])),
  ) as Record<KeyKind, SigningKey>;
  const style = { isOpenTofu: false, hasNoPlatforms: false, files: "", ...options };
  const server = await startLoopback((request) => serve(schedule, contents, options.token, request));
  for (const provider of options.providers ?? []) await addProvider(contents, provider, keys, style);
  for (const module of options.modules ?? []) addModule(contents, module, style);
  return {
    url: server.url,
    host: `127.0.0.1:${server.port}`,
    keys,
    cliConfiguration: (...hosts) => hosts.map((host) => hostBlock(host, server.url)).join(""),
    addProvider: (provider) => addProvider(contents, provider, keys, style),
    addModule: (module) => addModule(contents, module, style),
    file: (path) => {
      const found = contents.get(path);
      return found instanceof Uint8Array ? Buffer.from(found) : undefined;
    },
    replace: (path, content) => {
      if (content === undefined) contents.delete(path);
      else contents.set(path, toContent(content));
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

function toContent(content: Uint8Array | string | object): Content {
  return content instanceof Uint8Array || typeof content === "string" ? Buffer.from(content) : { json: content };
}

/** terraform asks no discovery of a host that stands in its configuration, and takes http there. */
function hostBlock(host: string, url: string): string {
  const services = Object.entries(SERVICES).map(([name, path]) => `    "${name}" = "${url}${path}"\n`);
  return `host "${host}" {\n  services = {\n${services.join("")}  }\n}\n`;
}

async function serve(
  schedule: Faults<ReleaseFault>,
  contents: Contents,
  token: string | undefined,
  request: LoggedRequest,
): Promise<Answer> {
  const { rules, wait } = schedule.match(request);
  await wait("before");
  const [rule] = rules;
  request.fault = rule?.fault;
  const isOpen = token === undefined || !request.path.startsWith("/v1/");
  const isAllowed = isOpen || request.headers["authorization"] === `Bearer ${token}`;
  const found: Answer = isAllowed
    ? answerOf(contents.get(decodeURIComponent(request.path)))
    : { status: 401, body: { errors: ["Unauthorized"] } };
  await wait("after");
  return rule === undefined ? found : spoil(rule, request, found);
}

function answerOf(content: Content | undefined): Answer {
  if (content === undefined) return { status: 404, body: { errors: ["Not Found"] } };
  if (content instanceof Uint8Array) {
    return { status: 200, headers: { "content-type": "application/octet-stream" }, body: content };
  }
  if ("json" in content) return { status: 200, body: content.json };
  return { status: 204, headers: { "x-terraform-get": content.terraformGet } };
}
