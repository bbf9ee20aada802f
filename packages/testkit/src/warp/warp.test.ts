/** Warped time, in processes of their own: waiting passes at once, work takes no time, and nothing is mistaken for the other. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { runAction } from "../action/run.ts";
import type { ActionResult } from "../action/run.ts";
import { startAws } from "../aws/server.ts";
import { startLoopback } from "../loopback.ts";
import type { Answer } from "../loopback.ts";
import { workspace } from "../workspace.ts";
import { warpedNow } from "./header.ts";
import { warpTime } from "./warp.ts";
import type { Warp, WarpOptions } from "./warp.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of open.splice(0).reverse()) await end();
});

type Warped = { result: ActionResult; warp: Warp; lines: string[] };

/** Runs a module whose time is warped; its lines of output are JSON. */
async function run(source: string, options: WarpOptions = {}, env: Record<string, string> = {}): Promise<Warped> {
  // Beside the packages, so that it can import the SDK.
  const folder = workspace({ "main.mjs": source }, { git: false });
  const warp = warpTime(options);
  const result = await runAction({ action: folder.resolve("main.mjs"), nodeArguments: warp.nodeArguments, env });
  open.push(
    () => folder.cleanup(),
    () => warp[Symbol.dispose](),
    () => result.cleanup(),
  );
  return { result, warp, lines: result.stdout.trim().split("\n") };
}

const print =
  "const say = (...values) => console.log(values.join(' ')); const ms = () => Math.round(performance.now());\n";

describe("time", () => {
  it("jumps to timers in their order, whoever gives them", async () => {
    const { lines, result } = await run(`${print}
      import { setTimeout as sleep, scheduler } from "node:timers/promises";
      import timers from "node:timers";
      import { promisify } from "node:util";
      const begin = Date.now();
      setTimeout(() => say("late", ms()), 3_600_000);
      const same = setTimeout((a) => say("argument", a), 1_800_000, "x");
      clearTimeout(setTimeout(() => say("never"), 10));
      timers.setTimeout(() => say("module", ms()), 2_000_000);
      setTimeout(() => say("unref"), 9e6).unref();
      let ticks = 0;
      const every = setInterval(() => { if (++ticks === 3) { clearInterval(every); say("ticks", ms()); } }, 1000);
      await sleep(5000, "value").then((value) => say(value, ms()));
      await scheduler.wait(1000);
      await promisify(setTimeout)(1000);
      say(ms(), new Date() - begin, new Date(5).getTime(), new Date() instanceof Date, typeof Date());
      await sleep(10, undefined, { signal: AbortSignal.abort() }).catch((error) => say(error.name, error.code));
      const limit = AbortSignal.timeout(10_000);
      await sleep(20_000, undefined, { signal: limit }).catch((error) => say(error.name, limit.reason.name, ms()));
      const [seconds] = process.hrtime();
      say(seconds, process.hrtime.bigint() / 10n ** 9n, same.hasRef());
    `);
    expect(lines).toEqual([
      "ticks 3000",
      "value 5000",
      "7000 7000 5 true string",
      "AbortError ABORT_ERR",
      "AbortError TimeoutError 17000",
      "17 17 true",
      "argument x",
      "module 2000000",
      "late 3600000",
    ]);
    expect(result.exitCode).toBe(0);
  });

  it("stands still while files are read, modules are loaded and children run", async () => {
    const { lines, warp } = await run(`${print}
      import { writeSync } from "node:fs";
      import { readFile } from "node:fs/promises";
      import { execFile } from "node:child_process";
      import { promisify } from "node:util";
      const limit = setTimeout(() => say("limit", ms()), 100);
      for (let i = 0; i < 50; i += 1) await readFile(import.meta.filename);
      await import("node:test");
      await promisify(execFile)("sleep", ["0.05"]);
      say(ms());
      writeSync(1, "direct\\n");
      clearTimeout(limit);
    `);
    expect(lines).toEqual(["40", "direct"]);
    expect(warp.events().map(({ kind }) => kind)).toEqual(["child", "output", "output", "end"]);
  });

  it("sends its signal at its instant, once", async () => {
    const { lines, result, warp } = await run(
      `${print}
      import http from "node:http";
      process.once("SIGINT", () => { say("interrupted", ms()); setTimeout(() => { say("end", ms()); process.exit(3); }, 500); });
      setInterval(() => {}, 9000);
      setTimeout(() => http.get("http://127.0.0.1:9/").on("error", (error) => say(error.code)), 5000);
    `,
      { signal: { name: "SIGINT", afterMs: 60_000 } },
    );
    expect(lines).toEqual(["ECONNREFUSED", "interrupted 65000", "end 65500"]);
    expect(result.exitCode).toBe(3);
    const ends = warp.events().filter(({ kind }) => kind === "signal" || kind === "end");
    expect((ends[1]?.at ?? 0) - (ends[0]?.at ?? 0)).toBe(500);
  });
});

describe("requests", () => {
  const answers: Record<string, Answer> = {
    "/ok": { status: 200, body: "yes" },
    "/never": { status: 200, cut: "never" },
    "/cut": { status: 200, cut: "before" },
  };

  it("take their latency, tell the time, and a silent server is waited for in warped time", async () => {
    const seen: number[] = [];
    const server = await startLoopback((request) => {
      seen.push(warpedNow(request) ?? Number.NaN);
      return answers[request.path] ?? { status: 404 };
    });
    open.push(() => server.close());
    const { lines, warp } = await run(
      `${print}
      import http from "node:http";
      const get = (path, set = () => {}) => new Promise((resolve) => {
        const request = http.get("${server.url}" + path, (response) => {
          response.resume().on("end", () => resolve(response.statusCode));
        });
        request.on("error", (error) => resolve(error.code ?? error.name));
        set(request);
      });
      say(await get("/ok"), ms());
      say((await Promise.all([get("/ok"), get("/ok"), get("/ok")])).join(), ms());
      say(await get("/cut"), ms());
      say(await get("/never", (request) => setTimeout(() => request.destroy(), 10_000)), ms());
      say(await get("/never", (request) => request.setTimeout(10_000, () => request.destroy(new Error()))), ms());
      say((await fetch("${server.url}/ok")).status, ms(), Date.now() > 1e12);
      `,
      { latencyMs: 100, clockOffsetMs: 3_600_000 },
    );
    expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "200 100",
      "200,200,200 200",
      "ECONNRESET 200",
      "ECONNRESET 10200",
      "Error 20200",
      "200 20300",
    ]);
    const first = seen[0] ?? 0;
    expect(seen.map((at) => at - first)).toEqual([0, 100, 100, 100, 200, 200, 10_200, 20_200]);
    expect(Math.abs(first - Date.now())).toBeLessThan(3_000_000);
    expect(warp.events().filter(({ kind }) => kind === "stall")).toEqual([]);
  });

  it("of the SDK's clients: half an hour of looking every nine seconds, through every kind of trouble", async () => {
    let zero: number | undefined;
    const times: number[] = [];
    const server = await startAws(({ at }) => {
      zero ??= at;
      const t = (at - zero) / 1000;
      times.push(t);
      if (t > 100 && t < 130) return { net: "blackhole" };
      if (t > 200 && t < 230) return { net: "reset" };
      if (t > 300 && t < 330)
        return { error: { name: "ThrottlingException", httpStatus: 400, message: "Rate exceeded" } };
      return { output: { services: [{ status: t > 1800 ? "INACTIVE" : "ACTIVE", createdAt: new Date(at) }] } };
    });
    open.push(() => server.close());
    const sdk = import.meta.resolve("@aws-sdk/client-ecs");
    const { lines, warp } = await run(
      `import { ECSClient, DescribeServicesCommand } from ${JSON.stringify(sdk)};
      const client = new ECSClient({ maxAttempts: 1 });
      const faults = {};
      for (let status = ""; status !== "INACTIVE"; await new Promise((resolve) => setTimeout(resolve, 9000))) {
        try {
          const look = new DescribeServicesCommand({ services: ["a"] });
          ({ status } = (await client.send(look, { abortSignal: AbortSignal.timeout(10_000) })).services[0]);
        } catch (error) {
          faults[error.name] = (faults[error.name] ?? 0) + 1;
        }
      }
      console.log(JSON.stringify(faults));`,
      { clockOffsetMs: 7 * 60_000 },
      {
        AWS_ENDPOINT_URL: server.url,
        AWS_REGION: "eu-west-1",
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "secret",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    );
    expect(lines).toEqual(['{"AbortError":2,"TimeoutError":4,"ThrottlingException":3}']);
    expect(times.at(-1)).toBeGreaterThan(1800);
    expect(times.at(-1)).toBeLessThan(1810);
    expect(times.length).toBeLessThan(201);
    expect(warp.events().at(-1)).toMatchObject({ kind: "end", exitCode: 0 });
  });
});
