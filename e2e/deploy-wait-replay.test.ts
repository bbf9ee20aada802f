/** The replay itself, with small scripts in the place of the action: it lets the right one pass and catches the others. */
import { afterAll, describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { readCases } from "./deploy-wait-replay-case.ts";
import type { Case } from "./deploy-wait-replay-case.ts";
import { complaints } from "./deploy-wait-replay-judge.ts";
import { replay } from "./deploy-wait-replay.ts";

const cases = new Map(readCases().map((each) => [each.id, each]));
const folder = workspace({}, { git: false, name: "stand-ins" });
afterAll(() => folder.cleanup());

/** What every stand-in has at hand. */
const PRELUDE = `
import { appendFileSync } from "node:fs";
import { execFileSync, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
const input = (name) => process.env["INPUT_" + name.toUpperCase()] ?? "";
const end = (result, exitCode, text) => {
  appendFileSync(process.env.GITHUB_OUTPUT, "result=" + result + "\\n");
  console.log(exitCode === 0 ? text : "::error title=deploy-wait::" + text);
  process.exit(exitCode);
};
const aws = async (target, version, body) => {
  const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-" + version };
  const answer = await fetch(process.env.AWS_ENDPOINT_URL, { method: "POST", headers, body: JSON.stringify(body) });
  return answer.json();
};
const build = async () => (await aws("CodeBuild_20161006.BatchGetBuilds", "1.1", { ids: [input("build-id")] })).builds[0];
`;

/** Runs a stand-in on a case and says what the judge has to complain about. */
async function judge(id: string, source: string, change: (each: Case) => Case = (each) => each): Promise<string[]> {
  const found = cases.get(id);
  if (found === undefined) throw new Error(`There is no case ${id}`);
  folder.write({ "stand-in.mjs": PRELUDE + source });
  const each = change(found);
  const replayed = await replay(each, folder.resolve("stand-in.mjs"));
  using _ = replayed.result;
  return complaints(each, replayed);
}

const LOOK = (everyMs: number): string => `
  let each = await build();
  for (; each.buildStatus === "IN_PROGRESS"; each = await build()) await sleep(${everyMs});
  if (each.buildStatus === "SUCCEEDED") end("success", 0, "done");
  end("failed", 1, each.phases?.[0]?.contexts[0].message ?? each.buildStatus);
`;

describe("the replay", () => {
  it.each(["cb-ok", "cb-failed", "cb-timed-out", "cb-fault"])(
    "%s: what looks every 9 s is right and in time",
    async (id) => {
      expect(await judge(id, LOOK(9000))).toEqual([]);
    },
  );

  it.each([
    ["what looks too seldom", LOOK(60_000), [/^told at 120\.\d+ s, later than 100 s$/]],
    ["what does not look", 'end("success", 0, "");', [/^told at 0 s, before the truth at 90 s$/]],
    [
      "another result",
      'await build(); await sleep(91e3); end("failed", 1, "no");',
      [/^the result is failed/, /^the exit code is 1/],
    ],
    ["too many calls", LOOK(900), [/^\d\d+ calls in the place of 50$/]],
    [
      "a crash",
      "await build(); await sleep(91e3); throw new Error('x');",
      [/^the result is absent/, /^the exit code is 1/],
    ],
  ])("catches %s", async (_, source, expected) => {
    const limited = (each: Case): Case => ({ ...each, expected: { ...each.expected, maxCalls: 50 } });
    const found = await judge("cb-ok", source, limited);
    expect(found).toEqual(expected.map((text) => expect.stringMatching(text)));
  });

  it("catches an annotation that says nothing", async () => {
    const source = 'await build(); await sleep(91e3); end("failed", 1, "It failed");';
    expect(await judge("cb-failed", source)).toEqual(['nothing mentions "make: *** [deploy] Error 2"']);
  });

  it("signals, and measures what is called then", async () => {
    const stop = (ms: number): string => `
      process.once("SIGINT", async () => {
        await sleep(${ms});
        await aws("AmazonEC2ContainerServiceV20141113.StopServiceDeployment", "1.1", {});
        end("cancelled", 1, "cancelled");
      });
      await aws("AmazonEC2ContainerServiceV20141113.DescribeServices", "1.1", {});
      setInterval(() => {}, 9000);`;
    expect(await judge("ecs-cancel-sigint", stop(100))).toEqual([]);
    expect(await judge("ecs-cancel-sigint", stop(10_000))).toEqual([
      expect.stringMatching(/^called at 70(?:\.\d+)? s/),
      expect.stringMatching(/^ended at 70(?:\.\d+)? s/),
    ]);
  });

  it("has a kubectl whose time is the action's", async () => {
    const source = `
      import { execFile } from "node:child_process";
      import { promisify } from "node:util";
      for (;;) {
        const words = ["get", "deployment", "app", "--output", "json"];
        const { metadata, status } = JSON.parse((await promisify(execFile)("kubectl", words)).stdout);
        const isSeen = status.observedGeneration === metadata.generation;
        if (isSeen && status.updatedReplicas === 3 && status.replicas === 3) end("success", 0, "done");
        await sleep(9000);
      }`;
    expect(await judge("k8s-generation-lag", source)).toEqual([]);
  });

  it("has a Jenkins, a GitHub and a version to ask", async () => {
    const until = (url: string, isDone: string, then: string): string => `
      for (;;) {
        const answer = await fetch(${url}).catch(() => undefined);
        const body = answer?.ok ? await answer.json() : {};
        if (${isDone}) { ${then} }
        await sleep(9000);
      }`;
    const jenkins = until(
      'input("jenkins-url") + "/job/deploy/233/api/json?tree=result"',
      'body.result === "SUCCESS"',
      'end("success", 0, "done")',
    );
    expect(await judge("jk-restart-503", jenkins)).toEqual([]);
    const github = until(
      'process.env.GITHUB_API_URL + "/repos/o/r/actions/runs/9"',
      'body.status === "completed"',
      'end("success", 0, "was waiting")',
    );
    expect(await judge("gh-run-waiting", github)).toEqual([]);
    const health = `
      const { status } = await fetch(input("url"));
      await sleep(120e3);
      end("timeout", 1, (await fetch(input("url"))).status);`;
    expect(await judge("http-500-new", health)).toEqual([]);
  });
});
