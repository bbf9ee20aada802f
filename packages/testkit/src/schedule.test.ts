import { describe, expect, it } from "@jest/globals";

import type { LoggedRequest } from "./loopback.ts";
import { compilePath, createSchedule } from "./schedule.ts";

function request(method: string, path: string, text = ""): LoggedRequest {
  return {
    id: 1,
    method,
    path,
    query: new URLSearchParams(),
    headers: {},
    text,
    body: undefined,
    status: undefined,
    fault: undefined,
    at: 0,
  };
}

describe("patterns", () => {
  it.each([
    ["/repos/:o/:r/issues/:n", "/repos/a/b%20c/issues/1", { o: "a", r: "b c", n: "1" }],
    ["/repos/:o/:r", "/repos/a/b/c", undefined],
    ["/terraform/*.zip", "/terraform/1.0/x.zip", { "*": "1.0/x" }],
    ["/a.b", "/aXb", undefined],
  ])("%s against %s", (pattern, path, found) => {
    expect(compilePath(pattern)(path)).toEqual(found);
  });
});

describe("rules", () => {
  it("hit the nth match of method, path, body and predicate", () => {
    const schedule = createSchedule<"x">();
    const handle = schedule.add({ on: "POST /graphql", body: "minimizeComment", nth: [2, 3], fault: "x" });
    schedule.add({ on: "* /graphql", nth: "all", when: (each) => each.text.includes("viewer"), fault: "x" });
    const hits = ["viewer", "minimizeComment", "minimizeComment", "other", "minimizeComment", "minimizeComment"].map(
      (text) => schedule.match(request("POST", "/graphql", text)).rules.length,
    );
    expect(hits).toEqual([1, 0, 1, 0, 1, 0]);
    expect(handle.hits).toBe(2);
    handle.remove();
    schedule.clear();
    expect(schedule.match(request("POST", "/graphql", "viewer")).rules).toEqual([]);
  });

  it("hold until released, and let pass what comes later", async () => {
    const schedule = createSchedule<"delay">();
    const hold = schedule.hold("GET /x", "after");
    const first = schedule.match(request("GET", "/x"));
    await first.wait("before");
    const log: string[] = [];
    const done = first.wait("after").then(() => log.push("released"));
    await hold.arrived();
    expect(log).toEqual([]);
    hold.release();
    await done;
    await schedule.match(request("GET", "/x")).wait("after");
    expect(hold.hits).toBe(2);
  });
});
