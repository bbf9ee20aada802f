/**
 * A release mirror on loopback in the vendors' layouts: HashiCorp's releases and OpenTofu's api.json with GitHub's
 * assets. Signed by keys of its own; what is wrong with a release is part of the release, what goes wrong on the way is
 * a fault.
 */
import { createHash } from "node:crypto";

import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "../schedule.ts";
import { archive } from "./archives.ts";
import type { ArchiveKind } from "./archives.ts";
import { signingKey } from "./keys.ts";
import type { KeyKind, SigningKey } from "./keys.ts";

/** A release and what is wrong with it. */
export type Release = {
  product?: "terraform" | "opentofu";
  version: string;
  /** `os_arch`; default linux and darwin, amd64 and arm64. */
  platforms?: readonly string[];
  archive?: ArchiveKind;
  /** The zip's bytes, for archives that have no name here. */
  zip?: Uint8Array;
  /** Content of the program; default a script that answers `version`. */
  program?: string | Uint8Array;
  signedBy?: KeyKind;
  /** `other-data`: the signature is good, but of another text. `armored`: good. */
  signature?: "good" | "armored" | "other-data" | "garbage" | "empty" | "missing";
  /** What the checksum file says about the zips. `twice`: listed with two sums. */
  checksums?: "good" | "wrong" | "not-listed" | "twice" | "garbage";
  /** Left out of the index, though its files are there. */
  isUnlisted?: boolean;
};

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

const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"];
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

type Files = Map<string, Buffer>;

async function addTerraform(
  files: Files,
  release: Release,
  keys: Record<KeyKind, SigningKey>,
  url: string,
): Promise<void> {
  const directory = `/terraform/${release.version}/`;
  const stem = `terraform_${release.version}`;
  const sums = addZips(files, release, directory, stem, "terraform");
  files.set(`${directory}${stem}_SHA256SUMS`, sums);
  const signature = await sign(release, keys, sums);
  if (signature !== undefined) {
    const key = keys[release.signedBy ?? "trusted"];
    files.set(`${directory}${stem}_SHA256SUMS.sig`, signature);
    files.set(`${directory}${stem}_SHA256SUMS.${key.keyId.slice(-8)}.sig`, signature);
  }
  files.set(`${directory}index.json`, Buffer.from(JSON.stringify(describe(release, keys, url))));
}

async function addOpenTofu(files: Files, release: Release, keys: Record<KeyKind, SigningKey>): Promise<void> {
  const stem = `tofu_${release.version}`;
  // The same files as GitHub's assets and without its leading folders.
  for (const directory of [`/opentofu/opentofu/releases/download/v${release.version}/`, `/v${release.version}/`]) {
    const sums = addZips(files, release, directory, stem, "tofu");
    files.set(`${directory}${stem}_SHA256SUMS`, sums);
    // The .sig beside it is a cosign signature.
    files.set(`${directory}${stem}_SHA256SUMS.sig`, Buffer.from("MEUCIQDnot-an-openpgp-signature"));
    const signature = await sign(release, keys, sums);
    if (signature !== undefined) files.set(`${directory}${stem}_SHA256SUMS.gpgsig`, signature);
  }
}

/** Stores the zips and returns the text of the checksum file. */
function addZips(files: Files, release: Release, directory: string, stem: string, program: string): Buffer {
  const lines: string[] = [];
  const content = release.program ?? defaultProgram(program, release.version);
  const bytes =
    release.zip === undefined ? archive(release.archive ?? "good", program, content) : Buffer.from(release.zip);
  const sum = createHash("sha256").update(bytes).digest("hex");
  for (const platform of release.platforms ?? PLATFORMS) {
    const name = `${stem}_${platform}.zip`;
    files.set(`${directory}${name}`, bytes);
    const checksums = release.checksums ?? "good";
    if (checksums === "good" || checksums === "twice") lines.push(`${sum}  ${name}`);
    if (checksums === "wrong" || checksums === "twice") lines.push(`${"0".repeat(64)}  ${name}`);
    if (checksums === "garbage") lines.push(`not a checksum of ${name}`);
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

async function sign(release: Release, keys: Record<KeyKind, SigningKey>, sums: Buffer): Promise<Buffer | undefined> {
  const key = keys[release.signedBy ?? "trusted"];
  switch (release.signature ?? "good") {
    case "good":
      return key.sign(sums);
    case "armored":
      return key.sign(sums, "armored");
    case "other-data":
      return key.sign(Buffer.from("something else\n"));
    case "garbage":
      return Buffer.from("-----BEGIN PGP SIGNATURE-----\n\nbm90IGEgc2lnbmF0dXJl\n-----END PGP SIGNATURE-----\n");
    case "empty":
      return Buffer.alloc(0);
    case "missing":
    default:
      return undefined;
  }
}

function defaultProgram(program: string, version: string): string {
  const json = JSON.stringify({
    terraform_version: version,
    platform: "linux_amd64",
    provider_selections: {},
    terraform_outdated: false,
  });
  const title = program === "tofu" ? "OpenTofu" : "Terraform";
  return `#!/bin/sh\ncase "$*" in *-json*) echo '${json}' ;; *) echo '${title} v${version}' ;; esac\n`;
}

/** A release as HashiCorp's index describes it. */
function describe(release: Release, keys: Record<KeyKind, SigningKey>, url: string): Record<string, unknown> {
  const { version } = release;
  const stem = `terraform_${version}`;
  const key = keys[release.signedBy ?? "trusted"];
  return {
    name: "terraform",
    version,
    shasums: `${stem}_SHA256SUMS`,
    shasums_signature: `${stem}_SHA256SUMS.sig`,
    shasums_signatures: [`${stem}_SHA256SUMS.${key.keyId.slice(-8)}.sig`, `${stem}_SHA256SUMS.sig`],
    builds: (release.platforms ?? PLATFORMS).map((platform) => {
      const [os, arch] = platform.split("_");
      const filename = `${stem}_${platform}.zip`;
      return { name: "terraform", version, os, arch, filename, url: `${url}/terraform/${version}/${filename}` };
    }),
  };
}

function writeIndexes(files: Files, releases: readonly Release[], url: string): void {
  const listed = releases.filter((each) => each.isUnlisted !== true);
  const terraform = listed.filter((each) => each.product !== "opentofu");
  const described = terraform.map(
    (each) => [each.version, JSON.parse(String(files.get(`/terraform/${each.version}/index.json`)))] as const,
  );
  files.set(
    "/terraform/index.json",
    Buffer.from(JSON.stringify({ name: "terraform", versions: Object.fromEntries(described), url })),
  );
  const versions = listed
    .filter((each) => each.product === "opentofu")
    .map(({ version, platforms }) => ({
      id: version,
      files: [
        ...["SHA256SUMS", "SHA256SUMS.sig", "SHA256SUMS.gpgsig"].map((end) => `tofu_${version}_${end}`),
        ...(platforms ?? PLATFORMS).map((platform) => `tofu_${version}_${platform}.zip`),
      ],
    }));
  const api = Buffer.from(JSON.stringify({ versions }));
  files.set("/tofu/api.json", api);
  files.set("/api.json", api);
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
