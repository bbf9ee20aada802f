/**
 * The embedded GitHub: REST and GraphQL on loopback over one store, `emulate` below for what the store does not hold,
 * faults and barriers inside. It judges nothing; tests read its store and its log.
 */
import { startLoopback } from "../loopback.ts";
import type { LoggedRequest, Loopback } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Rule, RuleHandle, Schedule } from "../schedule.ts";
import { createCommitNames } from "./commit-names.ts";
import type { GitHubFault } from "./faults.ts";
import { createIdentities } from "./identities.ts";
import type { Permissions } from "./permissions.ts";
import { serve } from "./serve.ts";
import type { World } from "./serve.ts";
import { addRepository, createStore } from "./store.ts";
import type { Repository } from "./store.ts";
import { startUpstream } from "./upstream.ts";
import type { Upstream } from "./upstream.ts";
import { createVerbs } from "./verbs.ts";
import type { Verbs } from "./verbs.ts";

/** Options of {@link startGitHub}. */
export type GitHubOptions = {
  owner?: string;
  repo?: string;
  defaultBranch?: string;
  /** Files of the default branch, committed at the start. */
  files?: Readonly<Record<string, string>>;
  /** Faults from the start. */
  faults?: readonly Rule<GitHubFault>[];
  /** What installation tokens may do; left out: everything. */
  permissions?: Permissions;
  /** As GitHub Enterprise Server: REST under `/api/v3`, GraphQL at `/api/graphql`. */
  enterprise?: boolean;
  /** The server's clock, ms since epoch. Default: the real one. */
  now?: () => number;
};

/** A running GitHub. */
export interface GitHub extends Verbs {
  /** For GITHUB_SERVER_URL. */
  readonly url: string;
  /** For GITHUB_API_URL. */
  readonly apiUrl: string;
  /** For GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly repository: { owner: string; repo: string };
  /** The token of `github-actions` (the job), `app` or `app:<slug>` (an App's installation) or a person's login. */
  token(who: string): string;
  /** From now on this token gets 401. */
  revoke(token: string): void;
  /** Changes what installation tokens may do. */
  permit(permissions: Permissions | undefined): void;
  /** A commit of this server is from now on called by its id in a real git repository, in requests and answers. */
  nameCommit(ours: string, theirs: string): void;
  /** Everything that was asked, in order of arrival. */
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<GitHubFault>;
  /** Shorthands of `faults`. */
  barrier(on: string, count: number, stage?: "before" | "after"): RuleHandle;
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  /** The store and emulate, for what has no verb here. */
  readonly store: Repository;
  readonly upstream: Upstream;
  close(): Promise<void>;
}

/** Starts the embedded GitHub with one repository (`octo-org/infrastructure`). Stop it with `close()`. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { owner = "octo-org", repo = "infrastructure", defaultBranch = "main", now = Date.now } = options;
  const upstream = await startUpstream([{ owner, repo, defaultBranch }]);
  const store = createStore(now);
  const world: World = {
    store,
    repository: addRepository(store, owner, repo, defaultBranch),
    identities: createIdentities(owner),
    upstream,
    schedule: createSchedule(options.faults),
    permissions: options.permissions,
    now,
    url: "",
  };
  await commitFiles(upstream, `/repos/${owner}/${repo}`, options.files ?? {});
  const names = createCommitNames();
  const server: Loopback = await startLoopback(async (request) => {
    names.receive(request);
    return names.send(await serve(world, request));
  });
  world.url = server.url;
  const prefix = options.enterprise === true ? "/api" : "";
  return {
    url: server.url,
    apiUrl: options.enterprise === true ? `${server.url}/api/v3` : server.url,
    graphqlUrl: `${server.url}${prefix}/graphql`,
    repository: { owner, repo },
    token: (who) => world.identities.token(who),
    revoke: (token) => world.identities.revoke(token),
    permit: (permissions) => {
      world.permissions = permissions;
    },
    ...createVerbs(world),
    nameCommit: (ours, theirs) => names.call(ours, theirs),
    requests: server.requests,
    faults: world.schedule,
    barrier: (...given) => world.schedule.barrier(...given),
    hold: (...given) => world.schedule.hold(...given),
    store: world.repository,
    upstream,
    close: async () => {
      world.schedule.clear();
      await server.close();
      await upstream.close();
    },
  };
}

async function commitFiles(upstream: Upstream, root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const answer = await upstream.request("PUT", `${root}/contents/${path}`, {
      message: `Add ${path}`,
      content: Buffer.from(content).toString("base64"),
    });
    if (answer.status >= 300) throw new Error(`emulate did not take ${path}: ${JSON.stringify(answer.body)}`);
  }
}
