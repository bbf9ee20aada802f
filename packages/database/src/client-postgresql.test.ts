/** What is peculiar to PostgreSQL: settings of a session, and poolers, which take none. */
import { once } from "node:events";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { closeAll, faultOf, open } from "./client-fixture.ts";

afterEach(closeAll);

withDatabases(
  ({ createDatabase }) => {
    it.each([
      ["search_path=one,public", "search_path", "one,public"],
      ["currentSchema=%22my%20own%22,one", "search_path", '"my own",one'],
      ["schema=my%20own", "search_path", '"my own"'],
      ["options=-c%20geqo%3Doff&search_path=one", "geqo", "off"],
      ["options=-c%20geqo%3Doff&search_path=one", "search_path", "one"],
      ["pool=5", "lock_timeout", "30s"],
      ["application_name=mine", "application_name", "handrail-test"],
    ])("%s: %s is %s", async (options, name, value) => {
      const { query } = open(`${await createDatabase()}?${options}`);
      expect(await query([`show ${name}`])).toEqual([[{ [name]: value }]]);
    });
  },
  ["postgresql"],
);

/** A message of the protocol. https://www.postgresql.org/docs/current/protocol-message-formats.html */
function message(kind: string, ...parts: (string | number[])[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : Buffer.from(part))),
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

const refuse = (code: string, text: string): Buffer => message("E", "SFATAL", "VFATAL", `C${code}`, `M${text}`, [0]);
const ready = Buffer.concat([message("R", [0, 0, 0, 0]), message("Z", [73])]);
/** ParseComplete, BindComplete, NoData, CommandComplete, ReadyForQuery. */
const done = Buffer.concat([message("1"), message("2"), message("n"), message("C", "SET"), message("Z", [73])]);

/** A pooler in front of nothing: each statement is done. `answer` tells what a start is answered with. */
async function startPooler(
  answer: (start: string) => Buffer,
): Promise<{ url: string; server: Server; starts: string[] }> {
  const starts: string[] = [];
  const serve = (socket: Socket): void => {
    let isStarted = false;
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      if (!isStarted && data.readInt32BE(4) === 80_877_103) {
        socket.write("N");
        socket.end();
      } else if (isStarted) {
        if (data.includes("S\0\0\0\u0004")) socket.write(done);
        if (data[0] === 88) socket.end();
      } else {
        isStarted = true;
        const start = data.subarray(8).toString().replaceAll("\0", " ");
        starts.push(start);
        const reply = answer(start);
        socket.write(reply);
        if (reply !== ready) socket.end();
      }
    });
  };
  const server = createServer(serve).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `postgresql://me:secret@127.0.0.1:${port}/app`, server, starts };
}

async function stop(server: Server): Promise<void> {
  await closeAll();
  server.close();
  await once(server, "close");
}

describe("a pooler", () => {
  it.each([
    ["08P01", "unsupported startup parameter: lock_timeout"],
    ["0A000", "Feature not supported: the option lock_timeout"],
  ])("that takes no settings of a session (%s) is asked without", async (code, text) => {
    const { url, server, starts } = await startPooler((start) =>
      start.includes("lock_timeout") ? refuse(code, text) : ready,
    );
    expect(await open(url).query(["set x = 1"])).toEqual([[]]);
    expect(starts).toHaveLength(2);
    expect(starts[1]).toContain("application_name handrail-test");
    await stop(server);
  });

  it("that says no for another reason is asked once", async () => {
    const { url, server, starts } = await startPooler(() => refuse("08P01", "no such user"));
    expect(await faultOf(open(`${url}?sslmode=disable`).query(["set x = 1"]))).toBe("unreachable 08P01");
    expect(starts).toHaveLength(1);
    await stop(server);
  });
});
