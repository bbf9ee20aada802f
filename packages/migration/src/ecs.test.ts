/** The executor against ECS's own protocol, with commands that really run. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { schemaStatements } from "@handrail/database";
import { until } from "@handrail/testkit";
import { cluster, definition, DIGEST, image, open, tidy } from "./ecs-loopback-fixture.ts";

afterEach(tidy);

const sh = (script: string): readonly ["/bin/sh", "-c", string] => ["/bin/sh", "-c", script];

describe("a command", () => {
  it("runs in the image, with the container's environment and its own, and its output is told", async () => {
    const ecs = await cluster({
      files: { "migrations/a.sql": "" },
      environment: { DATABASE_URL: "sqlite:x", LEVEL: "1" },
    });
    const { run, said } = await open(ecs);
    const ending = await run(sh('ls migrations; echo "$DATABASE_URL $LEVEL $MORE"; echo oops >&2'), {
      LEVEL: "2",
      MORE: "3",
    });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, cause: "", stderr: "" });
    expect(ending.stdout.split("\n").sort()).toEqual(["", "a.sql", "oops", "sqlite:x 2 3"]);
    expect(said).toEqual(expect.arrayContaining(["a.sql", "oops", "sqlite:x 2 3"]));
    expect(ending.task).toEqual({
      arn: ecs.tasks[0]?.arn,
      cluster: "prod",
      taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:1",
      container: "app",
      imageDigest: DIGEST,
    });
  });

  it("S39: fails with its exit code and its own words, whatever its sidecars say", async () => {
    const [app] = definition().containers;
    const log = { name: "log", image: "log:1", exitCode: 0 };
    const ecs = await cluster({ definition: { containers: [log, ...(app === undefined ? [] : [app])] } });
    const { run } = await open(ecs, { container: "app" });
    const ending = await run(sh("echo 'error: column \"a\" does not exist'; exit 3"));
    expect(ending).toMatchObject({ kind: "exited", exitCode: 3 });
    expect(ending.cause).toBe(
      'error: column "a" does not exist (container app: exit code 3 (Essential container in task exited))',
    );
    expect(await run(["/bin/true"])).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("S33: never runs without its program or its image", async () => {
    const ecs = await cluster();
    const { run } = await open(ecs);
    const missing = await run(["no-such-program"]);
    expect(missing).toMatchObject({ kind: "never-started", exitCode: undefined });
    expect(missing.cause).toMatch(/executable file not found/);
    ecs.register({ ...definition(), containers: [{ name: "app", image: "app:gone" }] });
    const gone = await (await open(ecs, { intent: "other" })).run(["/bin/true"]);
    expect(gone.kind).toBe("never-started");
    expect(gone.cause).toMatch(/CannotPullContainerError.*app:gone: not found/);
    expect(gone.remedy).toMatch(/image and its tag were pushed/);
  });

  it("S35, S37: is killed", async () => {
    const ecs = await cluster();
    const { run } = await open(ecs);
    const killed = run(sh("sleep 600"));
    const first = await until(() => ecs.tasks.find(({ lastStatus }) => lastStatus === "RUNNING"));
    ecs.endContainer(first, "app", { exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" });
    expect(await killed).toMatchObject({
      kind: "killed",
      exitCode: 137,
      remedy: expect.stringMatching(/memory/) as unknown,
    });
    const interrupted = run(sh("exec sleep 601"));
    const second = await until(() => ecs.tasks.find(({ lastStatus }) => lastStatus === "RUNNING"));
    ecs.stop(second, { stopCode: "SpotInterruption", reason: "Your Spot Task was interrupted." });
    expect(await interrupted).toMatchObject({
      kind: "killed",
      exitCode: 143,
      cause: expect.stringMatching(/Spot/) as unknown,
    });
  });

  it("S44: is stopped with the job, and may tidy up", async () => {
    const ecs = await cluster({
      files: { run: "#!/bin/sh\ntrap 'echo tidied; exit 0' TERM\necho begun\nwhile :; do sleep 0.05; done\n" },
    });
    const { run, cancelling, said } = await open(ecs);
    const running = run(["./run"]);
    await until(() => said.includes("begun"));
    cancelling.abort(new Error("cancelled"));
    const ending = await running;
    expect(ending).toMatchObject({ kind: "cancelled", exitCode: 0 });
    expect(ending.stdout).toBe("begun\ntidied\n");
    expect(ecs.tasks[0]?.stoppedReason).toBe("Stopped by Handrail: the job was cancelled");
  });

  it("S46: is killed when it takes too long and does not listen; nothing is left of it", async () => {
    const ecs = await cluster();
    const { run } = await open(ecs, { timeoutMs: 20_000 });
    const ending = await run(sh("trap '' TERM; sleep 603 & wait; sleep 603"));
    expect(ending).toMatchObject({ kind: "timeout", exitCode: 137 });
    await untilGone(ecs.tasks[0]?.child?.pid);
  });
});

describe("an attempt after another", () => {
  it("S45: attaches to the task of the first, and tells all that it printed", async () => {
    const ecs = await cluster({
      files: { run: "#!/bin/sh\necho begun\nwhile [ ! -e go ]; do sleep 0.02; done\necho ended\n" },
    });
    const first = await open(ecs, { onCancel: "leave" });
    const left = first.run(["./run"]);
    await until(() => first.said.includes("begun"));
    first.cancelling.abort(new Error("cancelled"));
    expect(await left).toMatchObject({ kind: "cancelled", cause: expect.stringMatching(/goes on/) as unknown });
    const second = await open(ecs);
    const attached = second.run(["./run"]);
    await until(() => second.said.some((line) => line.includes("of an earlier attempt runs already")));
    await second.executor.run({ argv: ["/bin/sh", "-c", "touch go"], environment: {} }, { title: "let it go" });
    expect(await attached).toMatchObject({ kind: "exited", exitCode: 0, stdout: "begun\nended\n" });
    expect(ecs.tasks.filter(({ argv }) => argv[0] === "./run")).toHaveLength(1);
    // What has ended is not what a third attempt wants to know.
    expect(await (await open(ecs)).run(["./run"])).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(ecs.tasks.filter(({ argv }) => argv[0] === "./run")).toHaveLength(2);
  });

  it("S68: attaches also when the task definition has a new revision", async () => {
    const ecs = await cluster();
    const first = await open(ecs, { onCancel: "leave" });
    const left = first.run(sh("exec sleep 0.5"));
    await until(() => ecs.tasks[0]?.lastStatus === "RUNNING");
    first.cancelling.abort(new Error("cancelled"));
    await left;
    ecs.register(definition());
    const ending = await (await open(ecs)).run(sh("exec sleep 0.5"));
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(ending.task?.taskDefinition).toMatch(/app:1$/);
    expect(ecs.tasks).toHaveLength(1);
  });
});

describe("an AWS that has troubles", () => {
  it("S30: lost answers, 5xx and throttling make one task, and its true end", async () => {
    const ecs = await cluster();
    ecs.fault({ operation: "RunTask", times: 2, reply: { net: "reset" }, isAfter: true });
    ecs.fault({ operation: "RunTask", times: 1, reply: "ServerException" });
    ecs.fault({ operation: "DescribeTasks", times: 20, reply: "ServerException" });
    ecs.fault({ operation: "DescribeTasks", times: 5, reply: "ThrottlingException" });
    ecs.fault({ operation: "GetLogEvents", times: 3, reply: "ThrottlingException" });
    const { run } = await open(ecs);
    const ending = await run(sh("echo once; exit 2"));
    expect(ending).toMatchObject({ kind: "exited", exitCode: 2, stdout: "once\n" });
    expect(ecs.tasks).toHaveLength(1);
  });

  it("S32: failures with HTTP 200", async () => {
    const ecs = await cluster();
    ecs.next({ failures: ["RESOURCE:MEMORY"] });
    ecs.next({ failures: ["RESOURCE:CPU"] });
    expect(await (await open(ecs)).run(["/bin/true"])).toMatchObject({ kind: "exited", exitCode: 0 });
    ecs.next({ failures: ["ATTRIBUTE"] });
    expect(await (await open(ecs, { intent: "other" })).run(["/bin/true"])).toMatchObject({ kind: "never-started" });
    expect(ecs.tasks).toHaveLength(1);
  });

  it("S41, S42: late lines, empty pages, 100,000 lines: all of them, once, in order", async () => {
    const ecs = await cluster();
    ecs.logs({ lateCalls: 3, hasEmptyPages: true });
    const { run, said } = await open(ecs);
    const ending = await run([
      "node",
      "-e",
      "let t = ''; for (let i = 0; i < 100000; i++) t += 'line ' + i + '\\n'; process.stdout.write(t);",
    ]);
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    const lines = said.filter((line) => line.startsWith("line "));
    expect(lines).toHaveLength(100_000);
    expect(lines.every((line, index) => line === `line ${index}`)).toBe(true);
    expect(ending.stdout.length).toBeLessThanOrEqual(1_048_576);
  });

  it.each(["missing", "denied"] as const)("S40: a log that is %s changes nothing", async (reading) => {
    const ecs = await cluster();
    ecs.logs({ reading });
    const { run, said } = await open(ecs);
    expect(await run(sh("echo hello; exit 4"))).toMatchObject({ kind: "exited", exitCode: 4, stdout: "" });
    expect(said.filter((line) => line.startsWith("No logs here"))).toHaveLength(1);
  });
});

describe("the database, asked by tasks", () => {
  const withDatabase = async (): Promise<Awaited<ReturnType<typeof cluster>>> =>
    cluster({ environment: { DATABASE_URL: "sqlite:app.db" } });

  it("answers, also after a cancelled step, and each question is asked anew", async () => {
    const { executor, cancelling } = await open(await withDatabase());
    expect(await executor.query?.(["CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (2)"])).toEqual([[], []]);
    expect(await executor.query?.(["SELECT count(*) AS n FROM t"])).toEqual([[{ n: 2 }]]);
    await executor.query?.(["DELETE FROM t"]);
    expect(await executor.query?.(["SELECT count(*) AS n FROM t"])).toEqual([[{ n: 0 }]]);
    const [schema] = (await executor.query?.(schemaStatements("sqlite"))) ?? [];
    expect(schema).toEqual([{ type: "table", name: "t", tbl: "t", sql: "CREATE TABLE t (a INT)" }]);
    await expect(executor.query?.(["SELECT * FROM nowhere"])).rejects.toMatchObject({ kind: "missing" });
    const reason = new Error("cancelled");
    cancelling.abort(reason);
    await expect(executor.query?.(["SELECT 1 AS one"])).rejects.toBe(reason);
    expect(await executor.queryWhenCancelled?.(["SELECT 1 AS one"])).toEqual([[{ one: 1 }]]);
  });

  it("answers a question that has to be packed, or asked in parts", async () => {
    const { executor } = await open(await withDatabase());
    const noise = (length: number): string =>
      Array.from({ length }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join("");
    const packed = `SELECT '${"long ".repeat(3000)}' AS a`;
    expect(await executor.query?.([packed])).toEqual([[{ a: "long ".repeat(3000) }]]);
    const parts = [1, 2, 3, 4].map((each) => `SELECT ${each} AS a, '${noise(500)}' AS b`);
    expect((await executor.query?.(parts))?.map(([row]) => row?.["a"])).toEqual([1, 2, 3, 4]);
    await expect(executor.query?.([`SELECT '${noise(4000)}' AS a`])).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringMatching(/longer than ECS lets a command be/) as unknown,
    });
  });

  it("gives no half answer", async () => {
    const ecs = await withDatabase();
    const { executor } = await open(ecs);
    ecs.logs({ reading: "missing" });
    await expect(executor.query?.(["SELECT 1 AS one"])).rejects.toMatchObject({ reason: "task-failed" });
    ecs.logs({});
    ecs.next({ stoppedReason: "CannotPullContainerError: not found" });
    await expect(executor.query?.(["SELECT 1 AS one"])).rejects.toMatchObject({
      reason: "task-failed",
      what: expect.stringMatching(/could not be asked: .*CannotPullContainerError/) as unknown,
    });
  });

  it("is not asked where nothing can", async () => {
    const ecs = await withDatabase();
    for (const tool of [
      "dbmate",
      "goose",
      "golang-migrate",
      "sqitch",
      "liquibase",
      "flyway",
      "atlas",
      "custom",
    ] as const) {
      const { executor } = await open(ecs, { tool });
      expect([executor.query, executor.queryWhenCancelled]).toEqual([undefined, undefined]);
    }
    expect(ecs.tasks).toHaveLength(0);
  });

  it("S23: runs the image of the record when its tag means it", async () => {
    const other = `sha256:${"d".repeat(64)}`;
    const ecs = await cluster({
      environment: { DATABASE_URL: "sqlite:app.db" },
      ecs: { images: { [DIGEST]: image(), [other]: image() }, tags: { "app:live": other } },
      definition: { containers: [{ name: "app", image: "app:live", environment: { DATABASE_URL: "sqlite:app.db" } }] },
    });
    const { executor, run } = await open(ecs, { imageDigest: DIGEST });
    await executor.query?.(["SELECT 1 AS one"]);
    expect(await run(["/bin/true"])).toMatchObject({ kind: "never-started" });
    ecs.push("app:live", DIGEST);
    await executor.query?.(["SELECT 1 AS one"]);
    expect(await run(["/bin/true"])).toMatchObject({ kind: "exited", exitCode: 0, task: { imageDigest: DIGEST } });
  });
});

it("leaves no process behind when the cluster is closed", async () => {
  const ecs = await cluster();
  const { run, cancelling } = await open(ecs, { onCancel: "leave" });
  const running = run(sh("sleep 605 & sleep 605"));
  const task = await until(() => ecs.tasks.find(({ lastStatus }) => lastStatus === "RUNNING"));
  cancelling.abort(new Error("cancelled"));
  await running;
  await ecs.close();
  await untilGone(task.child?.pid);
});

/** No process of a group is there any more. */
async function untilGone(group = 0): Promise<void> {
  expect(group).toBeGreaterThan(1);
  await until(() => {
    try {
      return !process.kill(-group, 0);
    } catch {
      return true;
    }
  });
}
