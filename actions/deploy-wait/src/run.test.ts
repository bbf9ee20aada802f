/** The order of effects: what is told, what is kept on GitHub, and what a cancel still does. */
import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { runPost } from "./post.ts";
import { run } from "./run.ts";
import { stage } from "./step-fixture.ts";
import type { Verdict } from "./wait/verdict.ts";

const success: Verdict = { result: "success", cause: "" };
const rolledBack: Verdict = { result: "rolled-back", cause: "the circuit breaker said so" };

describe("run", () => {
  it("is green when the deployment is live, and says so on GitHub", async () => {
    const { step, statuses } = stage({ script: [[60, { verdict: success, facts: { pinned: "d-1" } }]] });
    const { outputs, failure, summary } = await run(step);
    expect(failure).toBeUndefined();
    expect(outputs).toMatchObject({ result: "success", "deployment-id": "d-1" });
    expect(outputs["duration-seconds"]).toBeGreaterThanOrEqual(60);
    expect(statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
    expect(summary).toContain("succeeded");
  });

  it("fails with the root cause in the first line", async () => {
    const { step, statuses } = stage({ script: [[60, { verdict: rolledBack }]] });
    const { outputs, failure } = await run(step);
    expect(outputs["result"]).toBe("rolled-back");
    expect(failure?.reason).toBe("rolled-back");
    expect(failure?.what).toBe("service app was rolled back: the circuit breaker said so; container app: exit code 1");
    expect(statuses.at(-1)).toMatchObject({ state: "failure" });
  });

  it("keeps its verdict when GitHub cannot be reached", async () => {
    const { step, log } = stage({ github: "down", script: [[60, { verdict: success }]] });
    expect((await run(step)).outputs["result"]).toBe("success");
    expect(log.join("\n")).toContain("The GitHub Deployment could not be kept");
  });

  it("leaves the end of the Deployment to the post step when GitHub does not take it", async () => {
    const { step, statuses, states } = stage({ script: [[60, { verdict: success }]], github: "refuses the end once" });
    expect((await run(step)).outputs["result"]).toBe("success");
    expect(states.get("ended")).toBe("false");
    await runPost(step);
    expect(statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
  });

  it("does not wait for a GitHub that never answers", async () => {
    const { step, states } = stage({ script: [[60, { verdict: success }]], github: "silent" });
    expect((await run(step)).outputs["result"]).toBe("success");
    expect(states.get("ended")).toBe("false");
  });

  it.each(["stop", "rollback"] as const)("asks for a %s when it takes too long", async (how) => {
    const { step, stops } = stage({ inputs: { timeout: "2m", "on-timeout": how }, script: [] });
    const { outputs, failure } = await run(step);
    expect(outputs["result"]).toBe("timeout");
    expect(failure?.what).toContain(`${how} accepted`);
    expect(stops).toEqual([how]);
  });

  it("stops nothing in a dry run", async () => {
    const { step, stops, statuses } = stage({
      inputs: { timeout: "2m", "on-timeout": "stop", "dry-run": "true" },
      script: [],
    });
    await run(step);
    expect(stops).toEqual([]);
    expect(statuses).toEqual([]);
  });

  it("lets what is watched afterwards have the last word", async () => {
    const verdict: Verdict = { result: "alarm", cause: "app-5xx went off" };
    const feedback = {
      begin: () => Promise.resolve([]),
      watch: () => Promise.resolve({ verdict, lines: [], markdown: "", details: {} }),
    };
    const { step, statuses } = stage({ script: [[60, { verdict: success }]], feedback });
    expect((await run(step)).outputs["result"]).toBe("alarm");
    expect(statuses.at(-1)).toMatchObject({ state: "failure" });
  });

  it("watches nothing after a failure", async () => {
    const feedback = { begin: () => Promise.resolve([]), watch: () => Promise.reject(new Error("watched")) };
    const { step } = stage({ script: [[60, { verdict: rolledBack }]], feedback });
    expect((await run(step)).outputs["result"]).toBe("rolled-back");
  });
});

describe("a cancel", () => {
  it.each(["stop", "rollback"] as const)(
    "asks for a %s at once, and the post step ends the Deployment",
    async (how) => {
      const clock = virtualClock();
      const { step, stops, controller, states, statuses } = stage({ inputs: { "on-cancel": how }, script: [], clock });
      const running = run(step);
      await clock.untilSleeping();
      controller.abort(new Error("cancelled"));
      const { outputs } = await running;
      expect(outputs).toMatchObject({ result: "cancelled" });
      expect(stops).toEqual([how]);
      expect(states.get("stopped")).toBe("true");
      await runPost(step);
      expect(stops).toEqual([how]);
      expect(statuses.at(-1)?.state).toBe("error");
    },
  );

  it("leaves the deployment alone when nothing else was asked for", async () => {
    const clock = virtualClock();
    const { step, stops, controller } = stage({ script: [], clock });
    const running = run(step);
    await clock.untilSleeping();
    controller.abort(new Error("cancelled"));
    expect((await running).outputs["reason"]).toContain("left alone");
    expect(stops).toEqual([]);
  });

  it("is finished by the post step when the stop was not accepted", async () => {
    const clock = virtualClock();
    let asked = 0;
    const { step, stops, controller, statuses } = stage({
      inputs: { "on-cancel": "stop" },
      script: [],
      clock,
      stop: () => Promise.resolve({ isAccepted: (asked += 1) > 2, told: `asked ${asked} times` }),
    });
    const running = run(step);
    await clock.untilSleeping();
    controller.abort(new Error("cancelled"));
    await running;
    await runPost(step);
    expect(stops).toEqual(["stop", "stop", "stop"]);
    expect(statuses.at(-1)?.description).toContain("asked 3 times");
  });

  it("stops nothing that has ended meanwhile", async () => {
    const { step, stops, states } = stage({ inputs: { "on-cancel": "stop" }, script: [[0, { verdict: success }]] });
    states.set("deployment", "5");
    await runPost(step);
    expect(stops).toEqual([]);
  });

  it("tells a verdict that the main step had come to", async () => {
    const { step, states, statuses } = stage({ script: [] });
    for (const [name, value] of [
      ["deployment", "5"],
      ["result", "success"],
      ["reason", "live"],
    ] as const)
      states.set(name, value);
    await runPost(step);
    expect(statuses).toEqual([{ state: "success", description: "live" }]);
  });
});
