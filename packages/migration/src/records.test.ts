/** Records that GitHub does not hand out: a run does not begin, for the newest may say that something is half done. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "@handrail/github/client";
import { startGitHub } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { engage } from "./engage.ts";
import type { Engaged } from "./engage.ts";
import { createWorld } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import type { Journal } from "./journal.ts";

let github: GitHub;
let world: World;
let commands: string[];

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  open();
});

function open(inputs: Readonly<Record<string, string>> = {}): void {
  world = createWorld({ inputs });
  world.step.context = { ...world.step.context, ...github.repository };
  const { clock, log } = { clock: world.clock, log: world.step.deps.host.log };
  const { apiUrl, graphqlUrl } = github;
  const token = github.token("github-actions");
  const { listDeployments, runState } = createClient({ token, apiUrl, graphqlUrl, clock, log, environment: {} });
  world.github = { listDeployments, runState };
  commands = [];
  world.command = (...argv) => {
    commands.push(argv.join(" "));
    return {};
  };
}

const begin = (kind: Journal["kind"]): Promise<Engaged> =>
  engage(world.step, world.place, { kind, migrations: undefined });
const locks = (): number => world.database.prepare("select * from handrail_lock").all().length;
const refuse = (fault: GitHubFault): void => {
  github.faults.add({ on: "GET /repos/:o/:r/deployments", nth: "all", fault });
};

describe.each<[GitHubFault, RegExp, RegExp]>([
  ["403-permission", /The token may not do this: GET .*deployments/, /The job needs `permissions: deployments: read`/],
  ["500", /GET .*deployments with status 500/, /Without an input environment/],
])("GitHub answers %s", (fault, why, remedy) => {
  beforeEach(() => refuse(fault));

  it("a run is refused before anything is done, and the lock is free again", async () => {
    await expect(begin("run")).rejects.toMatchObject({
      reason: "no-record",
      result: "refused",
      what: expect.stringMatching(/^Whether an earlier run left something half done cannot be seen: /),
    });
    await expect(begin("run")).rejects.toMatchObject({
      what: expect.stringMatching(why),
      remedy: expect.stringMatching(remedy),
    });
    expect([locks(), world.states.get("nonce"), world.states.get("noted")]).toEqual([0, "", undefined]);
    expect([commands, world.deployments]).toEqual([[], []]);
  });

  it("a run that nothing can ask the database for is refused, too", async () => {
    world.place.executor = { ...world.place.executor, query: undefined };
    await expect(begin("run")).rejects.toMatchObject({ reason: "no-record", result: "refused" });
  });

  it("a rollback is told that it knows of none, and judges for itself", async () => {
    const { records, notes } = await begin("rollback");
    expect([records, notes]).toEqual([[], [expect.stringMatching(/^Earlier records could not be read: /)]]);
  });

  it("a dry run says so, and goes on: it changes nothing", async () => {
    open({ "dry-run": "true" });
    const { records, notes } = await begin("run");
    expect([records, notes]).toEqual([[], [expect.stringMatching(/^Earlier records could not be read: /)]]);
  });

  it("nobody is asked where no record is kept", async () => {
    open({ environment: "" });
    expect((await begin("run")).records).toEqual([]);
  });
});

describe("GitHub has none", () => {
  it("a run begins", async () => {
    expect((await begin("run")).records).toEqual([]);
    expect(locks()).toBe(1);
  });
});
