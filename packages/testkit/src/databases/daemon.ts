/** A server process that never outlives the test that started it, whatever happens to that. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, Socket } from "node:net";
import type { Account } from "./account.ts";
import { removeFolder } from "./account.ts";

/** How a server is started. */
export type DaemonOptions = {
  command: readonly [string, ...string[]];
  account: Account;
  /** Its working directory; removed when it has ended. */
  folder: string;
  /** What ends it at once without leaving anything in the system: `QUIT`. */
  signal: string;
  /** What it prints when it takes connections. */
  ready: RegExp;
};

/** A server that takes connections. */
export type Daemon = { log(): string; stop(): Promise<void> };

/**
 * Standard input is a pipe from the test. When that closes, because the test says so or is dead, the server is ended. What the
 * shell itself has to say ("Killed") goes nowhere: it would die of a pipe that nobody reads before it could clean up.
 */
const WATCH = `
folder=$1 signal=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
exec >/dev/null 2>&1
{ read -r _ <&3; kill -s "$signal" "$server"; } &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
rm -rf "$folder"
exit "$code"
`;
const MOST_LOG = 65_536;

/** Starts a server and waits until it takes connections. @throws Error with its log when it ends before; then it can be tried again */
export async function startDaemon({ command, account, folder, signal, ready }: DaemonOptions): Promise<Daemon> {
  const child = spawn("/bin/sh", ["-c", WATCH, "sh", folder, signal, ...command], {
    cwd: folder,
    env: { PATH: process.env["PATH"], LC_ALL: "C", HOME: folder, TZ: "UTC" },
    stdio: ["pipe", "pipe", "pipe"],
    // Not in our process group: Ctrl-C ends the test, and the test's end ends the server.
    detached: true,
    ...account,
  });
  let log = "";
  const ended = once(child, "exit");
  const isReady = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log = (log + text).slice(-MOST_LOG);
        if (ready.test(log)) resolve(true);
      });
    }
    child.once("close", () => resolve(false));
  });
  child.stdin.on("error", () => undefined);
  const stop = async (): Promise<void> => {
    child.ref();
    child.stdin.destroy();
    await ended;
    removeFolder(folder);
  };
  if (!(await isReady)) {
    removeFolder(folder);
    throw new Error(`${command[0]} ended before it took connections:\n${log}`);
  }
  // A server that a test forgot must not keep the test's process alive.
  child.unref();
  for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
  return { log: () => log, stop };
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  return address.port;
}

/** Somebody else may take the port in between: tries up to three times, each time with everything anew. */
export async function retryStart<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 3 || !/in use/i.test(String(error))) throw error;
    }
  }
}
