/** The executor against real processes: how they end, what they see, and how they are asked to end. */
import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseFailure, parseDatabaseUrl } from "@handrail/database";
import type { Database, DatabaseOptions } from "@handrail/database/client";
import { createProcessGroup, createProcessRunner, makeScratch, systemClock } from "@handrail/runner/host";
import type { ProcessGroup } from "@handrail/runner/host";
import { until, workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import type { Command } from "./adapter.ts";
import { openRunnerExecutor } from "./executor-runner.ts";
import type { CommandAbout, Ending, Executor } from "./executor.ts";

let folder: Workspace;
let cancel: AbortController;
let groups: ProcessGroup[];
/** What was logged, the pids that were told, and what the databases were asked, in order. */
let said: string[];
let pids: number[];
let asked: string[];

beforeEach(() => {
  folder = workspace({ "migrations/a.sql": "select 1" });
  cancel = new AbortController();
  [groups, said, pids, asked] = [[], [], [], []];
});

afterEach(() => {
  for (const group of groups) group.kill();
  folder.cleanup();
});

const SECRET = "postgresql://app:pass-4711@db.example/app";

function open(more: { timeoutMs?: number; url?: string } = {}): Executor {
  const { cancelled, within } = {
    cancelled: cancel.signal,
    within: createProcessRunner({ cancelled: cancel.signal }).exec,
  };
  const say = (text: string): void => void said.push(text);
  return openRunnerExecutor(
    {
      url: parseDatabaseUrl(more.url ?? SECRET),
      directory: folder.path,
      environment: { PATH: process.env["PATH"] ?? "", LEVEL: "1" },
      timeoutMs: more.timeoutMs ?? 60_000,
      sessionName: "handrail 1-1",
    },
    {
      startGroup: () => {
        const group = createProcessGroup({ cancelled, within });
        groups.push(group);
        return group;
      },
      scratch: (files) => Promise.resolve(makeScratch(folder.path, folder.path, files)),
      openDatabase,
      clock: systemClock,
      log: { info: say, warning: say, debug: say, group: (title) => say(`[${title}`), endGroup: () => say("]") },
      cancelled,
      onProcess: (pid) => pids.push(pid),
    },
  );
}

function openDatabase({ signal, name }: DatabaseOptions): Database {
  const which = signal === undefined ? "afterwards" : "usual";
  const note = (what: string): void => void asked.push(`${which} ${what}`);
  return {
    engine: "postgresql",
    query: (statements) => {
      note(statements.join());
      return Promise.resolve([]);
    },
    sessions: (mark) => {
      note(`sessions ${mark?.name ?? ""}`);
      return Promise.resolve([]);
    },
    mark: () => {
      note("mark");
      return Promise.resolve({ name, first: "1" });
    },
    close: () => {
      note("close");
      return Promise.resolve();
    },
  };
}

const sh = (script: string, more: Partial<Command> = {}): Command => ({
  argv: ["/bin/sh", "-c", script],
  environment: {},
  ...more,
});

function run(
  script: string,
  more: { timeoutMs?: number; command?: Partial<Command>; about?: Partial<CommandAbout> } = {},
): Promise<Ending> {
  return open(more).run(sh(script, more.command), { title: "tool: apply a", ...more.about });
}

describe("how a command ended", () => {
  it.each<[script: string, ending: Partial<Ending>]>([
    ["exit 0", { kind: "exited", exitCode: 0, cause: "" }],
    ["echo out; echo err >&2", { kind: "exited", exitCode: 0, stdout: "out\n", stderr: "err\n", cause: "" }],
    ["echo 'Error: no such column' >&2; exit 3", { kind: "exited", exitCode: 3, cause: "Error: no such column" }],
    ["exit 4", { kind: "exited", exitCode: 4, cause: "it ended with exit code 4" }],
    ["kill -KILL $$", { kind: "killed", exitCode: undefined, cause: "SIGKILL ended it" }],
    ["echo 'Error: gone' >&2; kill -TERM $$", { kind: "killed", cause: "SIGTERM ended it: Error: gone" }],
    [
      String.raw`printf '\033[31mError: red\033[0m' >&2; exit 1`,
      { exitCode: 1, cause: "Error: red", stderr: "Error: red" },
    ],
  ])("%s", async (script, ending) => {
    expect(await run(script)).toMatchObject(ending);
    // Each is told of, and that it is gone.
    expect(pids).toEqual([expect.any(Number), 0]);
  });

  it("is never-started without its program, and no process is told of", async () => {
    const ending = await open().run({ argv: ["no-such-tool"], environment: {} }, { title: "" });
    expect(ending).toMatchObject({ kind: "never-started", exitCode: undefined });
    expect(ending.cause).toContain("no-such-tool");
    expect(pids.filter((pid) => pid !== 0)).toEqual([]);
  });

  it("is lost, and not never-started, when something breaks behind its start", async () => {
    const broken = open();
    said.push = (): never => {
      throw new Error("the disk is full");
    };
    const ending = await broken.run(sh("echo x"), { title: "", isShown: false }).finally(() => (said = []));
    expect(ending.kind).toBe("exited");
    pids.push = (): never => {
      throw new Error("the disk is full");
    };
    expect(await broken.run(sh("exit 0"), { title: "", isShown: false })).toMatchObject({
      kind: "lost",
      cause: expect.stringContaining("the disk is full"),
    });
  });
});

describe("what a command sees", () => {
  it("its environment, the address of the database, and nothing of ours", async () => {
    const { stdout } = await run("env", { command: { environment: { MORE: "3", LEVEL: "2" } } });
    const lines = stdout.split("\n").filter((line) => !/^(?:PWD|OLDPWD|SHLVL|_|PATH)=/.test(line) && line !== "");
    expect(lines.sort()).toEqual([`DATABASE_URL=${SECRET}`, "LEVEL=2", "MORE=3", "PGAPPNAME=handrail 1-1"]);
  });

  it("its directory, and files that are gone with it", async () => {
    const scratch = { "a.sql": { copyOf: "migrations/a.sql" }, "own.conf": { text: "secret" } };
    const { stdout } = await run("pwd; cat $0/a.sql; stat -c %a $0/own.conf; echo $0", {
      command: {
        argv: ["/bin/sh", "-c", "pwd; cat $0/a.sql; echo; stat -c %a $0/own.conf; echo $0", "{scratch}"],
        scratch,
        directory: "migrations",
      },
    });
    const [where, sql, mode, path = ""] = stdout.split("\n");
    expect([where, sql, mode]).toEqual([folder.resolve("migrations"), "select 1", "600"]);
    expect(existsSync(path)).toBe(false);
  });
});

describe("what is shown", () => {
  it("whole lines in a group, as they come", async () => {
    await run("printf 'a\\nb'; sleep 0.05; printf 'c\\n'; echo d >&2; printf e");
    expect([said[0], said.at(-1)]).toEqual(["[tool: apply a", "]"]);
    expect(said.slice(1, -1).sort()).toEqual(["a", "bc", "d", "e"]);
  });

  it("nothing of what only reads, and the server is not asked for it", async () => {
    await run("echo secret", { about: { isShown: false } });
    expect([said, asked]).toEqual([[], []]);
  });

  it("the server knows us before a tool that is shown begins", async () => {
    await run("exit 0");
    expect(asked).toEqual(["afterwards mark"]);
  });
});

/** A script that says in a file that it works, and what it gets. */
const listening = (file: string, end: string): string =>
  `trap 'echo INT >> ${file}; ${end}' INT; trap 'echo TERM >> ${file}' TERM; echo up > ${file}; while :; do sleep 0.02; done`;

const notes = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];

async function cancelWhen(file: string): Promise<void> {
  await until(() => notes(file).length > 0, { what: "A tool at work" });
  cancel.abort(new Error("cancelled"));
}

describe("a cancel", () => {
  it("is one SIGINT, and what the tool says to it is told", async () => {
    const file = folder.resolve("notes");
    const ending = run(listening(file, "echo finishing; exit 0"));
    await cancelWhen(file);
    expect(await ending).toMatchObject({ kind: "cancelled", exitCode: 0, stdout: "finishing\n" });
    expect(notes(file)).toEqual(["up", "INT"]);
  });

  it("reaches a tool behind shells that do not pass it on", async () => {
    const file = folder.resolve("notes");
    const inner = folder.resolve("inner.sh");
    folder.write({ "inner.sh": listening(file, "exit 0") });
    const ending = run(`/bin/sh -c '/bin/sh ${inner}; exit 1'; exit 2`);
    await cancelWhen(file);
    expect((await ending).kind).toBe("cancelled");
    expect(notes(file)).toEqual(["up", "INT"]);
  });

  it("waits for what a wrapper that is gone has started", async () => {
    const file = folder.resolve("notes");
    // It lets go of the output, and works on for a while.
    folder.write({ "inner.sh": `exec >/dev/null 2>&1; ${listening(file, `sleep 0.4; echo done >> ${file}; exit 0`)}` });
    const ending = run(`/bin/sh ${folder.resolve("inner.sh")}; exit 2`);
    await cancelWhen(file);
    expect((await ending).kind).toBe("cancelled");
    expect(notes(file)).toEqual(["up", "INT", "done"]);
    expect(pids).toEqual([expect.any(Number), 0]);
  });

  it("starts nothing any more, but what reads the truth", async () => {
    cancel.abort(new Error("cancelled"));
    expect(await run("echo x")).toMatchObject({ kind: "cancelled", stdout: "" });
    const reading = { isShown: false, isReading: true, evenWhenCancelled: true };
    expect(await run("echo x", { about: reading })).toMatchObject({ kind: "exited", exitCode: 0, stdout: "x\n" });
    expect(await run("exit 7", { about: reading })).toMatchObject({ kind: "exited", exitCode: 7 });
  });
});

describe("a command that takes too long", () => {
  it("gets one SIGINT, and is waited for", async () => {
    const file = folder.resolve("notes");
    const ending = await run(listening(file, "sleep 0.1; exit 0"), { timeoutMs: 300 });
    expect(ending).toMatchObject({ kind: "timeout", cause: "it did not end within 0.3 s" });
    expect(ending.remedy).toContain("timeout");
    expect(notes(file)).toEqual(["up", "INT"]);
  });

  it("that ends well in time is none", async () => {
    expect(await run("exit 0", { timeoutMs: 30_000 })).toMatchObject({ kind: "exited", exitCode: 0 });
  });
});

describe("the database", () => {
  it("is asked on two connections: one that a cancel ends, and one that it does not", async () => {
    const executor = open();
    await executor.query?.(["select 1"]);
    await executor.queryWhenCancelled?.(["select 2"]);
    await executor.sessions?.({ name: "dead", first: "" });
    expect(await executor.sessionMark?.()).toEqual({ name: "handrail 1-1", first: "1" });
    await executor.close();
    expect(asked).toEqual([
      "usual select 1",
      "afterwards select 2",
      "afterwards sessions dead",
      "afterwards mark",
      "usual close",
      "afterwards close",
    ]);
  });

  it("that cannot be asked keeps no tool from starting", async () => {
    const lost = new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "" });
    asked.push = (): never => {
      throw lost;
    };
    const executor = open();
    asked = [];
    expect(await executor.run(sh("exit 0"), { title: "" })).toMatchObject({ kind: "exited" });
  });

  it("is named without user and password", () => {
    const { place, identity, engine, kind } = open();
    expect([kind, engine]).toEqual(["runner", "postgresql"]);
    expect(`${place} ${identity}`).not.toContain("pass-4711");
    expect(place).toBe("postgresql://db.example:5432/app");
  });
});
