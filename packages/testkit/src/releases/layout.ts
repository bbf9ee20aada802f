/** The vendors' layouts: which files a release consists of, and the indexes over them. */
import { createHash } from "node:crypto";

import { archive } from "./archives.ts";
import type { ArchiveKind } from "./archives.ts";
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
  /** When it was made, RFC 3339; told by the releases API only. */
  releasedAt?: string;
  /** Taken back by the vendor; told by the releases API only. */
  isWithdrawn?: boolean;
};

const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"];
/** What is served, by path. */
export type Files = Map<string, Buffer>;

/** Adds a release in HashiCorp's layout. */
export async function addTerraform(
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

/** Adds a release in OpenTofu's layout. */
export async function addOpenTofu(files: Files, release: Release, keys: Record<KeyKind, SigningKey>): Promise<void> {
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

/** Writes both products' lists of releases. */
export function writeIndexes(files: Files, releases: readonly Release[], url: string): void {
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

const PAGE = 20;

/**
 * A page of the releases API, newest first: `/v1/releases/terraform?limit=20&after=<timestamp_created>`. Undefined for a
 * product that it does not have. https://releases.hashicorp.com/docs/api/v1/
 */
export function releasesPage(releases: readonly Release[], path: string, query: URLSearchParams): unknown {
  if (path !== "/v1/releases/terraform") return undefined;
  const limit = Math.min(Number(query.get("limit") ?? PAGE), PAGE);
  const after = query.get("after");
  return releases
    .filter(({ product, isUnlisted }) => product !== "opentofu" && isUnlisted !== true)
    .map(describeCreation)
    .sort((a, b) => (a.timestamp_created < b.timestamp_created ? 1 : -1))
    .filter(({ timestamp_created }) => after === null || timestamp_created < after)
    .slice(0, limit);
}

function describeCreation({ version, releasedAt, isWithdrawn }: Release): Record<string, unknown> & {
  timestamp_created: string;
} {
  return {
    name: "terraform",
    version,
    is_prerelease: version.includes("-"),
    license_class: "oss",
    status: { state: isWithdrawn === true ? "withdrawn" : "supported" },
    timestamp_created: releasedAt ?? "2020-01-01T00:00:00.000Z",
  };
}
