/** The target jenkins over time: its cases, what it asks, why a build failed, and how it is stopped. */
import { describe, expect, it } from "@jest/globals";
import type { HttpAnswer } from "@handrail/http";
import { exchangeOver } from "../http/exchange-fixture.ts";
import type { Asked } from "../http/exchange-fixture.ts";
import { autoClock, callBudget, doorsWith, play, scenarios } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import { createJenkinsTarget } from "./target.ts";
import type { JenkinsSettings } from "./target.ts";

const plain: JenkinsSettings = {
  url: "https://jenkins.test/",
  job: "deploy",
  queueItem: 494,
  buildNumber: undefined,
  user: "ci",
  token: "t0ken",
  allowUnstable: false,
};

async function run(ops: Ops, more: Partial<JenkinsSettings> = {}): Promise<Told & { asked: Asked[] }> {
  const clock = autoClock();
  const asked: Asked[] = [];
  const http = exchangeOver(ops, clock, asked, false);
  const told = await play(createJenkinsTarget({ ...plain, ...more }, doorsWith(clock, { http })), clock);
  return { ...told, asked };
}

const QUEUE = "GET /queue/item/494/api/json";
const BUILD = "GET /job/deploy/233/api/json";
const JOB = "GET /job/deploy/api/json";
const left = { id: 494, executable: { number: 233, url: "http://j/job/deploy/233/" } };
const running = { number: 233, building: true, result: null };
const done = (result: string) => ({ number: 233, building: false, result });
const gone = { name: "NotFound", httpStatus: 404, message: "" };

type Case = {
  name: string;
  ops: Ops;
  settings?: Partial<JenkinsSettings>;
  result: string;
  truthAt: number;
  late: number;
  mention?: readonly string[];
};

const cases: Case[] = [
  ...scenarios("jk-").map(({ id, with: given, ops, expected }) => ({
    name: id,
    ops,
    settings: { job: given["job"] ?? "", queueItem: Number(given["queue-item"]) },
    result: expected.result,
    truthAt: expected.truthAt,
    late: expected.maxDetectionLatencyS,
    mention: expected.mustMention ?? [],
  })),
  {
    name: "cancelled in the queue",
    ops: {
      [QUEUE]: [
        { t: 0, body: { id: 494, why: "Waiting for next available executor", stuck: true } },
        { t: 50, body: { id: 494, cancelled: true } },
      ],
    },
    result: "cancelled",
    truthAt: 50,
    late: 10,
    mention: ["cancelled", "stuck: Waiting for next available executor"],
  },
  {
    name: "forgotten by the queue",
    ops: {
      [QUEUE]: [{ t: 0, error: gone }],
      [JOB]: [
        {
          t: 0,
          body: {
            builds: [
              { number: 234, queueId: 500 },
              { ...running, queueId: 494 },
            ],
          },
        },
      ],
      [BUILD]: [
        { t: 0, body: running },
        { t: 100, body: { ...done("SUCCESS"), queueId: 494 } },
      ],
    },
    result: "success",
    truthAt: 100,
    late: 10,
  },
  {
    name: "never in the queue",
    ops: { [QUEUE]: [{ t: 0, error: gone }], [JOB]: [{ t: 0, body: { builds: [{ number: 1, queueId: 5 }] } }] },
    result: "not-found",
    truthAt: 60,
    late: 10,
    mention: ["404", "queue item 494"],
  },
  { name: "empty answers", ops: {}, result: "not-found", truthAt: 60, late: 10 },
  {
    name: "empty answers without a pin",
    ops: {},
    settings: { queueItem: undefined },
    result: "not-found",
    truthAt: 60,
    late: 10,
  },
  {
    name: "nothing was started",
    ops: { [JOB]: [{ t: 0, body: { builds: [{ ...done("SUCCESS"), timestamp: 1 }] } }] },
    settings: { queueItem: undefined },
    result: "noop",
    truthAt: 60,
    late: 10,
  },
  {
    name: "a build that is not visible right after its start",
    ops: {
      [BUILD]: [
        { t: 0, error: gone },
        { t: 20, body: running },
        { t: 70, body: done("ABORTED") },
      ],
    },
    settings: { buildNumber: 233, queueItem: undefined },
    result: "stopped",
    truthAt: 70,
    late: 10,
    mention: ["ABORTED"],
  },
  {
    name: "a build that is deleted",
    ops: {
      [BUILD]: [
        { t: 0, body: running },
        { t: 20, error: gone },
      ],
    },
    settings: { buildNumber: 233 },
    result: "not-found",
    truthAt: 80,
    late: 20,
    mention: ["is gone (404"],
  },
  {
    name: "a start page in HTML, and an unstable build that is allowed",
    ops: {
      [BUILD]: [
        { t: 0, error: { name: "Jenkins is getting ready to work", httpStatus: 503, message: "" } },
        { t: 100, body: done("UNSTABLE") },
      ],
    },
    settings: { buildNumber: 233, allowUnstable: true },
    result: "success",
    truthAt: 100,
    late: 20,
    mention: ["503", "UNSTABLE"],
  },
  {
    name: "no permission",
    ops: { [BUILD]: [{ t: 0, error: { name: "Forbidden", httpStatus: 403, message: "" } }] },
    settings: { buildNumber: 233 },
    result: "access-denied",
    truthAt: 0,
    late: 60,
    mention: ["GET /job/deploy/233/api/json: 403 Forbidden"],
  },
  {
    name: "a branch of a multibranch job",
    ops: {
      [QUEUE]: [
        { t: 0, body: { id: 494, executable: { number: 7, url: "https://jenkins.test/job/app/job/main/7/" } } },
      ],
      "GET /job/app/job/main/7/api/json": [{ t: 30, body: { ...done("SUCCESS"), number: 7 } }],
      "GET /job/app/7/api/json": [{ t: 0, body: { ...done("FAILURE"), number: 7 } }],
    },
    settings: { job: "app" },
    result: "success",
    truthAt: 30,
    late: 10,
  },
];

describe("jenkins", () => {
  it.each(cases)("$name", async ({ ops, settings, result, truthAt, late, mention = [] }) => {
    const { verdict, endedS, said, missed, asked } = await run(ops, settings);
    expect(verdict.result).toBe(result);
    expect(endedS).toBeGreaterThanOrEqual(truthAt);
    expect(endedS).toBeLessThanOrEqual(truthAt + late);
    for (const words of mention) expect(`${said}\n${missed}`).toContain(words);
    expect(asked.length).toBeLessThanOrEqual(callBudget(endedS) + 3);
  });

  it("the token goes to jenkins-url alone", async () => {
    const { asked } = await run({
      [QUEUE]: [{ t: 0, body: { id: 494, executable: { number: 233, url: "https://evil.test/job/deploy/233/" } } }],
      [BUILD]: [{ t: 0, body: done("SUCCESS") }],
    });
    for (const { request } of asked) {
      expect(request?.url).toMatch(/^https:\/\/jenkins\.test\//);
      expect(request?.headers?.["authorization"]).toBe(`Basic ${Buffer.from("ci:t0ken").toString("base64")}`);
    }
    const { asked: bare } = await run({ [QUEUE]: [{ t: 0, body: { id: 494, cancelled: true } }] }, { token: "" });
    expect(bare[0]?.request?.headers).not.toHaveProperty("authorization");
  });
});

describe("why, and stopping", () => {
  type Route = (
    path: string,
    method: string,
    headers: Readonly<Record<string, string>>,
  ) => Partial<HttpAnswer> | undefined;
  const open = (route: Route, settings: Partial<JenkinsSettings> = {}) => {
    const clock = autoClock();
    const asked: string[] = [];
    const http = (request: {
      method: string;
      url: string;
      headers?: Readonly<Record<string, string>>;
    }): Promise<HttpAnswer> => {
      const { pathname, search } = new URL(request.url);
      asked.push(`${request.method} ${pathname}${pathname.endsWith("api/json") ? "" : search}`);
      return Promise.resolve({
        status: 200,
        headers: {},
        text: "",
        ...route(`${pathname}${search}`, request.method, request.headers ?? {}),
      });
    };
    return { target: createJenkinsTarget({ ...plain, ...settings }, doorsWith(clock, { http })), asked };
  };

  it("names the first failed stage and the end of a long log", async () => {
    const { target, asked } = open(
      (path) => {
        if (path.includes("wfapi")) {
          const stages = [
            { name: "Build", status: "SUCCESS" },
            { name: "Deploy", status: "FAILED", error: { message: "exit 1" } },
          ];
          return { text: JSON.stringify({ stages }) };
        }
        if (path.endsWith("start=0")) return { headers: { "x-text-size": "1000000" }, text: "beginning" };
        if (path.includes("start="))
          return { text: `rt of a line\n${Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n")}\n` };
        return { text: JSON.stringify(done("FAILURE")) };
      },
      { buildNumber: 233 },
    );
    await target.look(["deploy"], 0);
    const diagnosis = await target.diagnose("deploy", { result: "failed", cause: "" });
    expect(diagnosis.causes).toEqual(["stage Deploy failed: exit 1"]);
    expect(diagnosis.logLines).toHaveLength(30);
    expect(diagnosis.logLines?.at(-1)).toBe("line 39");
    expect(diagnosis.links?.[0]?.url).toBe("https://jenkins.test/job/deploy/233/");
    expect(asked.slice(1).toSorted()).toEqual([
      "GET /job/deploy/233/logText/progressiveText?start=0",
      "GET /job/deploy/233/logText/progressiveText?start=975424",
      "GET /job/deploy/233/wfapi/describe",
    ]);
  });

  it("a short log takes one request, and what is not there is left out", async () => {
    const { target, asked } = open(
      (path) =>
        path.includes("wfapi")
          ? { status: 404 }
          : path.includes("logText")
            ? { text: "a\nb" }
            : { text: JSON.stringify(done("FAILURE")) },
      { buildNumber: 233 },
    );
    await target.look(["deploy"], 0);
    const { causes, logLines } = await target.diagnose("deploy", { result: "failed", cause: "" });
    expect({ causes, logLines, asked: asked.length }).toEqual({ causes: [], logLines: ["a", "b"], asked: 3 });
  });

  it("stops a build, cancels an item, and follows an item that became a build", async () => {
    const build = open(() => ({ status: 302 }), { buildNumber: 233 });
    expect(await build.target.stop("deploy", "rollback")).toEqual({
      isAccepted: true,
      told: "stop of build #233 was accepted; a build cannot be rolled back",
    });
    expect(build.asked).toEqual(["POST /job/deploy/233/stop"]);
    const item = open((_path, method) =>
      method === "POST" ? { status: 204 } : { text: JSON.stringify({ id: 494, why: "" }) },
    );
    expect((await item.target.stop("deploy", "stop")).isAccepted).toBe(true);
    expect(item.asked.at(-1)).toBe("POST /queue/cancelItem?id=494");
    const started = open((_path, method) => (method === "POST" ? {} : { text: JSON.stringify(left) }));
    expect((await started.target.stop("deploy", "stop")).told).toBe("stop of build #233 was accepted");
    const none = open(() => ({}), { queueItem: undefined });
    expect((await none.target.stop("deploy", "stop")).isAccepted).toBe(false);
    expect(none.asked).toEqual([]);
  });

  it("gets a crumb when Jenkins wants one", async () => {
    const sent: Readonly<Record<string, string>>[] = [];
    const { target, asked } = open(
      (path, method, headers) => {
        if (path.includes("crumbIssuer")) {
          return {
            headers: { "set-cookie": "JSESSIONID.1a=node0xyz; Path=/; HttpOnly" },
            text: JSON.stringify({ crumb: "abc", crumbRequestField: "Jenkins-Crumb" }),
          };
        }
        if (method === "POST") sent.push(headers);
        return { status: "jenkins-crumb" in headers ? 302 : 403 };
      },
      { buildNumber: 233 },
    );
    expect((await target.stop("deploy", "stop")).isAccepted).toBe(true);
    expect(asked).toEqual(["POST /job/deploy/233/stop", "GET /crumbIssuer/api/json", "POST /job/deploy/233/stop"]);
    expect(sent[1]).toMatchObject({ "jenkins-crumb": "abc", cookie: "JSESSIONID.1a=node0xyz" });
    const refused = open(() => ({ status: 403 }), { buildNumber: 233 });
    expect((await refused.target.stop("deploy", "stop")).told).toBe(
      "stop of build #233 was not accepted (403 Forbidden)",
    );
  });
});
