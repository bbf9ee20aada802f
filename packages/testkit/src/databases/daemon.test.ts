/** However the test ends that started a server, nothing is left: no process, no open port, no file. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { until } from "../until.ts";
import { workspace } from "../workspace.ts";
import { startDaemon } from "./daemon.ts";
import type { DatabaseEngine } from "./server.ts";
import { sqliteUrl } from "./sqlite.ts";
import { hasDatabase } from "./with-databases.ts";

const SCRIPT = `
  import { startDatabase } from ${JSON.stringify(join(import.meta.dirname, "with-databases.ts"))};
  const [engine, end] = process.argv.slice(1);
  const server = await startDatabase(engine);
  console.log(server.url);
  if (end === "stops it twice") {
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  } else if (end === "is killed") setInterval(() => {}, 1000);
`;

function isClosed(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) });
    socket.on("error", () => resolve(true));
    socket.on("connect", () => resolve(socket.destroy().pending));
  });
}

/** A program that starts a server: its address, and the process. */
async function start(engine: DatabaseEngine, end: string, temporary: string): Promise<[string, ChildProcess]> {
  const args = ["--conditions=source", "--disable-warning=ExperimentalWarning", "--input-type=module", "-e", SCRIPT];
  const child = spawn(process.execPath, [...args, engine, end], {
    env: { PATH: process.env["PATH"], TMPDIR: temporary },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text]: unknown[] = await once(child.stdout, "data");
  return [String(text).trim(), child];
}

describe.each<DatabaseEngine>(["postgresql", "mysql"])("a test with %s that", (engine) => {
  const test = hasDatabase(engine) ? it : it.skip;

  test.each(["stops it twice", "forgets it", "is killed"])("%s", async (end) => {
    using temporary = workspace({}, { git: false });
    // As /tmp is: the server's user has to get through, and removes what is its own.
    chmodSync(temporary.path, 0o1777);
    const [url, child] = await start(engine, end, temporary.path);
    if (end === "is killed") {
      expect(readdirSync(temporary.path)).toHaveLength(1);
      child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    await until(() => readdirSync(temporary.path).length === 0, { what: "The server's folder is gone" });
    await until(() => isClosed(url), { what: "The server's port is closed" });
  });
});

describe("SQLite", () => {
  it("leaves nothing behind", async () => {
    using temporary = workspace({}, { git: false });
    const [url, child] = await start("sqlite", "stops it twice", temporary.path);
    expect(url).toBe(sqliteUrl(join(temporary.path, url.split("/").at(-2) ?? ""), "app_1"));
    if (child.exitCode === null) await once(child, "exit");
    expect(readdirSync(temporary.path)).toEqual([]);
  });
});

describe("startDaemon", () => {
  it("tells what a server said that does not start", async () => {
    using folder = workspace({}, { git: false });
    const command = ["/bin/sh", "-c", "echo no room >&2; exit 3"] as const;
    const started = startDaemon({ command, account: {}, folder: folder.path, signal: "KILL", ready: /never/ });
    await expect(started).rejects.toThrow("/bin/sh ended before it took connections:\nno room\n");
    expect(folder.has("")).toBe(false);
  });
});

describe("hasDatabase", () => {
  const nowhere = (): boolean => false;

  it("is an error where databases are required", () => {
    const before = process.env["HANDRAIL_REQUIRE_DATABASES"];
    process.env["HANDRAIL_REQUIRE_DATABASES"] = "1";
    try {
      expect(() => hasDatabase("mysql", nowhere)).toThrow("MariaDB is not installed here: .ci/run installs it.");
      expect(hasDatabase("sqlite")).toBe(true);
    } finally {
      if (before === undefined) delete process.env["HANDRAIL_REQUIRE_DATABASES"];
      else process.env["HANDRAIL_REQUIRE_DATABASES"] = before;
    }
  });

  it("says once that tests are skipped", () => {
    const before = process.env["HANDRAIL_REQUIRE_DATABASES"];
    const said: string[] = [];
    delete process.env["HANDRAIL_REQUIRE_DATABASES"];
    const say = (line: string): void => void said.push(line);
    expect([hasDatabase("postgresql", nowhere, say), hasDatabase("postgresql", nowhere, say)]).toEqual([false, false]);
    expect(said).toEqual(["PostgreSQL is not installed here: tests that need it are skipped.\n"]);
    if (before !== undefined) process.env["HANDRAIL_REQUIRE_DATABASES"] = before;
  });
});
