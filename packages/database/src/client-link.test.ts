/** One connection at a time: when it is kept, when it is made anew, and how it is left. The driver is an object literal. */
import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { faultOf } from "./client-fixture.ts";
import { createLink } from "./client-link.ts";
import type { Connection, Link } from "./client-link.ts";

/** What happened to the connections, in order: `1 open`, `1 select`, `1 end` … */
type Story = string[];

/** A link whose connections do what their statements say: `fail CODE`, `hang`, `lose`. */
function linkTo(story: Story, signal?: AbortSignal): Link {
  let count = 0;
  return createLink({ engine: "postgresql", clock: virtualClock(), signal }, () => {
    count += 1;
    const number = count;
    let isLost = false;
    const tell = (what: string): void => void story.push(`${number} ${what}`);
    tell("open");
    const connection: Connection = {
      ask: (statement) => {
        tell(statement);
        if (statement === "hang") return new Promise(() => undefined);
        if (statement === "lose") isLost = true;
        const [, code] = /^fail (\w+)/.exec(statement) ?? [];
        if (code === undefined) return Promise.resolve([]);
        return Promise.reject(Object.assign(new Error("no"), { code, severity: "ERROR" }));
      },
      release: () => tell("release"),
      isLost: () => isLost,
      cut: () => Promise.resolve(tell("cut")),
      end: () => Promise.resolve(tell("end")),
    };
    return Promise.resolve(connection);
  });
}

describe("a link", () => {
  it("opens nothing before the first question, and keeps a connection after a failure", async () => {
    const story: Story = [];
    const { query, close } = linkTo(story);
    await Promise.resolve();
    expect(story).toEqual([]);
    expect(await faultOf(query(["a", "fail 42601", "b"]))).toBe("refused 42601");
    await query(["c"]);
    await close();
    expect(story).toEqual(["1 open", "1 a", "1 fail 42601", "1 release", "1 c", "1 release", "1 end"]);
  });

  it("takes back a transaction that failed", async () => {
    const story: Story = [];
    const { query } = linkTo(story);
    expect(await faultOf(query([" BEGIN", "fail 42601", "commit"]))).toBe("refused 42601");
    await query(["a"]);
    expect(story).toEqual(["1 open", "1  BEGIN", "1 fail 42601", "1 rollback", "1 release", "1 a", "1 release"]);
  });

  it("leaves a connection that is lost, and makes another for the next question", async () => {
    const story: Story = [];
    const { query } = linkTo(story);
    expect(await faultOf(query(["fail 57P01"]))).toBe("unreachable 57P01");
    await query(["lose"]);
    await query(["a"]);
    const first = ["1 open", "1 fail 57P01", "1 end", "1 release"];
    expect(story).toEqual([...first, "2 open", "2 lose", "2 release", "2 end", "3 open", "3 a", "3 release"]);
  });

  it("cuts what hangs when it is aborted, and asks nothing after it", async () => {
    const story: Story = [];
    const controller = new AbortController();
    const { query, close } = linkTo(story, controller.signal);
    const [hanging, next] = [query(["hang"]), query(["a"])];
    await expect(Promise.race([hanging, Promise.resolve("waits")])).resolves.toBe("waits");
    for (let turn = 0; turn < 20 && !story.includes("1 hang"); turn += 1) await Promise.resolve();
    controller.abort(new Error("cancelled"));
    await expect(hanging).rejects.toThrow("cancelled");
    await expect(next).rejects.toThrow("cancelled");
    await close();
    expect(story).toEqual(["1 open", "1 hang", "1 cut", "1 release"]);
  });

  it("ends what hangs when it is closed", async () => {
    const story: Story = [];
    const { query, close } = linkTo(story);
    const hanging = faultOf(query(["hang"]));
    for (let turn = 0; turn < 20 && !story.includes("1 hang"); turn += 1) await Promise.resolve();
    await Promise.all([close(), close()]);
    expect(await hanging).toBe("unreachable CONNECTION_LOST");
    expect(story).toEqual(["1 open", "1 hang", "1 cut", "1 release"]);
    expect(await faultOf(query(["a"]))).toBe("unreachable CONNECTION_LOST");
  });

  it("tells what is no failure of a database as it is", async () => {
    const aborted = AbortSignal.abort(new Error("too late"));
    await expect(linkTo([], aborted).query(["a"])).rejects.toThrow("too late");
  });
});
