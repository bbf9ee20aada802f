/**
 * The stage of the terraform-bump tests: a GitHub, a registry, a release server and a checkout of the same commit, and the
 * built action run on them. It judges nothing.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAction, startGitHub, startRegistry, startReleases, workspace } from "@handrail/testkit";
import type { ActionResult, GitHub, GitHubOptions, LoopbackRegistry, Releases, Workspace } from "@handrail/testkit";

const action = join(import.meta.dirname, "../actions/terraform-bump");

/** One entry of the action's outputs, as JSON tells it. */
export type Entry = Readonly<Record<string, unknown>>;

/** A run that has ended. */
export type BumpRun = { result: ActionResult; updates: Entry[]; held: Entry[]; pulls: Entry[]; writes: string[] };

/** What a run is given besides the stage's own. */
export type BumpOptions = {
  inputs?: Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
  /** Whose token: `github-actions` unless told otherwise. */
  as?: string;
};

export interface BumpStage {
  readonly github: GitHub;
  readonly registry: LoopbackRegistry;
  readonly releases: Releases;
  readonly checkout: Workspace;
  /** Makes the checkout what main is now. */
  pull(): Promise<void>;
  /** Commits to main on GitHub, and pulls. */
  commit(files: Readonly<Record<string, string | null>>): Promise<void>;
  bump(options?: BumpOptions): Promise<BumpRun>;
  /** What a file is on a branch. */
  read(branch: string, path: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the stage. */
export async function openBumpStage(
  files: Readonly<Record<string, string>>,
  options: {
    registry?: Parameters<typeof startRegistry>[0];
    versions?: readonly string[];
    github?: GitHubOptions;
  } = {},
): Promise<BumpStage> {
  if (!existsSync(join(action, "dist/index.js")))
    throw new Error("There is no bundle to test: run `npm run build` first");
  const github = await startGitHub(options.github);
  const registry = await startRegistry(options.registry);
  const releases = await startReleases({ releases: (options.versions ?? ["1.11.4"]).map((version) => ({ version })) });
  const checkout = workspace({}, { name: "bump" });
  const results: ActionResult[] = [];
  const configuration = workspace({}, { git: false, name: "cli" });
  configuration.write({ "terraform.rc": registry.cliConfiguration("registry.terraform.io") });
  const contents = (branch: string, path: string): string =>
    `/repos/${github.repository.owner}/${github.repository.repo}/contents/${path}?ref=${encodeURIComponent(branch)}`;
  const read = async (branch: string, path: string): Promise<string> => {
    const { body } = await github.upstream.request("GET", contents(branch, path));
    return Buffer.from((body as { content: string }).content, "base64").toString();
  };
  const stage: BumpStage = {
    github,
    registry,
    releases,
    checkout,
    async pull() {
      const { owner, repo } = github.repository;
      const head = (await github.branches())["main"] ?? "";
      const { body } = await github.upstream.request("GET", `/repos/${owner}/${repo}/git/trees/${head}?recursive=1`);
      const { tree } = body as { tree: { path: string; type: string; sha: string }[] };
      for (const file of checkout.git("ls-files").split("\n").filter(Boolean)) checkout.remove(file);
      for (const { path, type, sha } of tree) {
        if (type !== "blob") continue;
        const blob = await github.upstream.request("GET", `/repos/${owner}/${repo}/git/blobs/${sha}`);
        checkout.write({ [path]: Buffer.from((blob.body as { content: string }).content, "base64") });
      }
      github.nameCommit(head, checkout.commit(`main at ${head}`));
    },
    async commit(changed) {
      await github.commit({ branch: "main", files: changed });
      await stage.pull();
    },
    async bump({ inputs = {}, env = {}, as = "github-actions" } = {}) {
      const before = github.requests.length;
      const result = await runAction({
        action,
        workspace: checkout,
        github,
        event: { repository: { default_branch: "main" } },
        eventName: "schedule",
        inputs: { "releases-url": releases.url, verify: "none", "github-token": github.token(as), ...inputs },
        env: { TF_CLI_CONFIG_FILE: configuration.resolve("terraform.rc"), ...env },
        limitMs: 120_000,
      });
      results.push(result);
      const parse = (name: string): Entry[] => JSON.parse(result.outputs[name] ?? "[]") as Entry[];
      const writes = github.requests
        .slice(before)
        .filter(({ method, path, text }) => method !== "GET" && !(path.endsWith("/graphql") && !/mutation/u.test(text)))
        .map(({ method, path }) => `${method} ${path}`);
      return { result, updates: parse("updates"), held: parse("held"), pulls: parse("pull-requests"), writes };
    },
    read,
    async close() {
      for (const result of results) result.cleanup();
      checkout.cleanup();
      configuration.cleanup();
      await Promise.all([github.close(), registry.close(), releases.close()]);
    },
  };
  await stage.commit(files);
  return stage;
}
