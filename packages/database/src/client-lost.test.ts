/** Servers that say no, go away or say nothing: real ones, and one that is silent. */
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until, virtualClock, withDatabases } from "@handrail/testkit";
import { closeAll, faultOf, open } from "./client-fixture.ts";

afterEach(closeAll);

/** The same address with another password, user or database. */
function withPart(url: string, part: { password?: string; name?: string; port?: number }): string {
  const changed = new URL(url);
  if (part.password !== undefined) changed.password = part.password;
  if (part.name !== undefined) changed.pathname = `/${part.name}`;
  if (part.port !== undefined) changed.port = String(part.port);
  return changed.href;
}

withDatabases(
  ({ engine, server, createDatabase }) => {
    it("says no to a wrong password without telling any", async () => {
      const { query } = open(withPart(server().url, { password: "hunter2" }));
      const failure: unknown = await query(["select 1"]).catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: "denied", code: engine === "mysql" ? "1045" : "28P01" });
      expect(String(failure)).not.toMatch(/hunter2|pass-4711/);
      const empty = open(withPart(server().url, { password: "" }));
      expect(await faultOf(empty.query(["select 1"]))).toMatch(/^denied /);
    });

    it("does not take a database that is not there for one without tables", async () => {
      const { query } = open(withPart(server().url, { name: "nowhere" }));
      expect(await faultOf(query(["select 1"]))).toBe(engine === "mysql" ? "refused 1049" : "refused 3D000");
    });

    it("connects again after its connection was ended", async () => {
      const url = await createDatabase();
      const [lost, other] = [open(url), open(url)];
      const id = { postgresql: "select pg_backend_pid() as id", mysql: "select connection_id() as id" };
      const statement = engine === "mysql" ? id.mysql : id.postgresql;
      const [[first] = []] = await lost.query([statement]);
      const end = engine === "mysql" ? `kill ${first?.["id"]}` : `select pg_terminate_backend(${first?.["id"]})`;
      await other.query([end]);
      const second = await until(async () => (await lost.query([statement]))[0]?.[0]);
      expect(second["id"]).not.toBe(first?.["id"]);
    });

    it("tells that it lost its connection in the middle", async () => {
      const url = await createDatabase();
      const [lost, other] = [open(url), open(url)];
      const sleeping = faultOf(lost.query([engine === "mysql" ? "select sleep(600)" : "select pg_sleep(600)"]));
      const session = await until(async () => (await other.sessions())[0]);
      await other.query([engine === "mysql" ? `kill ${session.id}` : `select pg_terminate_backend(${session.id})`]);
      expect(await sleeping).toMatch(/^unreachable (?:57P01|PROTOCOL_CONNECTION_LOST|1927|2013)$/);
      expect(await lost.query(["select 1 as one"])).toEqual([[{ one: 1 }]]);
    });

    it("gives up on a server that does not answer", async () => {
      let connections = 0;
      const silent = createServer((socket) => {
        connections += 1;
        socket.resume();
      }).listen(0, "127.0.0.1");
      await until(() => silent.listening);
      const address = silent.address();
      const port = typeof address === "object" ? (address?.port ?? 0) : 0;
      const clock = virtualClock();
      const { query } = open(withPart(server().url, { port }), { clock });
      const asking = faultOf(query(["select 1"]));
      await until(() => connections === 1);
      await clock.advance(10_000);
      expect(await asking).toBe("unreachable TIMEOUT");
      // It ends when the connection has been ended at the other side.
      await new Promise((resolve) => {
        silent.close(resolve);
      });
      expect(await faultOf(open(withPart(server().url, { port })).query(["select 1"]))).toBe(
        "unreachable ECONNREFUSED",
      );
    });

    // The last one: the server is gone after it.
    it("tells that the server has stopped, and leaves no connection waiting", async () => {
      const database = open(server().url);
      const sleeping = faultOf(database.query([engine === "mysql" ? "select sleep(600)" : "select pg_sleep(600)"]));
      const other = open(server().url);
      await until(async () => (await other.sessions()).length > 0);
      await server().stop();
      expect(await sleeping).toMatch(/^unreachable /);
      expect(await faultOf(database.query(["select 1"]))).toMatch(/^unreachable /);
      expect(await faultOf(other.sessions())).toMatch(/^unreachable /);
    });
  },
  ["postgresql", "mysql"],
);

describe("a host that is not there", () => {
  it.each(["postgresql", "mysql"])("is told for %s", async (scheme) => {
    const { query } = open(`${scheme}://me:secret@nowhere.invalid/app`);
    expect(await faultOf(query(["select 1"]))).toMatch(/^unreachable (?:ENOTFOUND|EAI_AGAIN)$/);
  });
});
