/** A tool and what it starts, as one: looked for, interrupted and ended together. */
import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { until, workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import { createProcessRunner } from "./exec.ts";
import { createProcessGroup } from "./process-group.ts";
import type { ProcessGroup } from "./process-group.ts";

let folder: Workspace;
let cancel: AbortController;
let groups: ProcessGroup[];

beforeEach(() => {
  folder = workspace({});
  cancel = new AbortController();
  groups = [];
});
afterEach(() => {
  for (const group of groups) group.kill();
  folder.cleanup();
});

function make(): ProcessGroup {
  const { exec: within } = createProcessRunner({ cancelled: cancel.signal });
  const group = createProcessGroup({ cancelled: cancel.signal, within });
  groups.push(group);
  return group;
}

const notes = (): string[] => {
  const path = folder.resolve("notes");
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
};

function start(group: ProcessGroup, script: string): ReturnType<ProcessGroup["exec"]> {
  return group.exec("/bin/sh", ["-c", script], { cwd: folder.path, environment: { PATH: process.env["PATH"] ?? "" } });
}

/** Goes on behind an interrupted shell, without its output, for as long as it likes. */
const stubborn = "(trap '' INT; exec >/dev/null 2>&1; echo up >> notes; while :; do sleep 0.02; done)";

describe("a group", () => {
  it("is nothing before it is started, and after it has ended", async () => {
    const group = make();
    expect(group.isRunning()).toBe(false);
    group.kill();
    await start(group, "exit 0");
    expect(group.isRunning()).toBe(false);
    group.kill();
  });

  it("is there as long as anything of it is, and can be ended then", async () => {
    const group = make();
    const running = start(group, `${stubborn} & wait`);
    await until(() => notes().length > 0);
    cancel.abort(new Error("cancelled"));
    expect((await running).cancelled).toBe(true);
    expect(group.isRunning()).toBe(true);
    group.kill();
    await until(() => !group.isRunning());
  });

  it("gets one SIGINT, whoever asks how often", async () => {
    const group = make();
    const running = start(
      group,
      "trap 'echo INT >> notes' INT; echo up >> notes; while [ ! -e go ]; do sleep 0.02; done",
    );
    await until(() => notes().length > 0);
    const first = group.interrupt();
    await until(() => notes().includes("INT"));
    const second = group.interrupt();
    cancel.abort(new Error("cancelled"));
    folder.write({ go: "" });
    await Promise.all([first, second, running]);
    expect(notes()).toEqual(["up", "INT"]);
  });
});
