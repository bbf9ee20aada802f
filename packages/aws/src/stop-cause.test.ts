import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { essentialContainers, parseTask, withEssentials } from "./ecs-task.ts";
import type { EcsTask } from "./ecs-task.ts";
import { culpritOf, groupStopCauses, stopCauseOf } from "./stop-cause.ts";

type Told = { name?: string; exitCode?: number; reason?: string; essential?: boolean };

function stopped(stopCode: string, stoppedReason: string, ...containers: Told[]): EcsTask {
  const all = containers.map((each) => ({ name: "app", ...each }));
  return parseTask({ taskArn: "task/0", lastStatus: "STOPPED", stopCode, stoppedReason, containers: all });
}

const exited = (...containers: Told[]): EcsTask =>
  stopped("EssentialContainerExited", "Essential container in task exited", ...containers);
const unstarted = (reason: string): EcsTask => stopped("TaskFailedToStart", reason, { reason });

const cases: { name: string; task: EcsTask; text: string; kind: string; isTransient?: true; hint?: RegExp | null }[] = [
  {
    name: "an exit code",
    task: exited({ exitCode: 1 }),
    text: "container app: exit code 1 (Essential container in task exited)",
    kind: "exit",
    hint: null,
  },
  {
    name: "an exit code without a reason",
    task: stopped("EssentialContainerExited", "", { exitCode: 1 }),
    text: "container app: exit code 1 (EssentialContainerExited)",
    kind: "exit",
  },
  {
    name: "out of memory",
    task: exited({ exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" }),
    text: "container app: exit code 137, OutOfMemoryError: Container killed due to memory usage (Essential container in task exited)",
    kind: "memory",
    hint: /more memory/,
  },
  { name: "137", task: exited({ exitCode: 137 }), text: "exit code 137", kind: "memory", hint: /SIGKILL/ },
  { name: "139", task: exited({ exitCode: 139 }), text: "exit code 139", kind: "crash", hint: /SIGSEGV/ },
  { name: "143", task: exited({ exitCode: 143 }), text: "exit code 143", kind: "exit", hint: /SIGTERM/ },
  {
    name: "an image that does not exist",
    task: unstarted(
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref docker.io/library/nope:1: docker.io/library/nope:1: not found",
    ),
    text: "TaskFailedToStart: CannotPullContainerError: pull image manifest",
    kind: "pull",
    hint: /pushed/,
  },
  {
    name: "a pull that is not allowed",
    task: unstarted(
      "CannotPullContainerError: pull access denied for x, repository does not exist or may require auth",
    ),
    text: "CannotPullContainerError",
    kind: "pull",
  },
  {
    name: "a throttled pull",
    task: unstarted(
      "CannotPullContainerError: httpReadSeeker: 429 Too Many Requests - toomanyrequests: You have reached",
    ),
    text: "toomanyrequests",
    kind: "pull",
    isTransient: true,
  },
  {
    name: "a pull that timed out",
    task: unstarted(
      'CannotPullContainerError: failed to do request: Head "https://r/v2/x": dial tcp 10.0.0.1:443: i/o timeout',
    ),
    text: "i/o timeout",
    kind: "pull",
    isTransient: true,
  },
  {
    name: "a secret that may not be read",
    task: unstarted(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: User is not authorized to perform secretsmanager:GetSecretValue, status code: 400, request id: 0f6c8f0e-aaaa-bbbb-cccc-0123456789ab",
    ),
    text: "ResourceInitializationError: unable to pull secrets",
    kind: "secrets",
    hint: /execution role/,
  },
  {
    name: "a log group that is not there",
    task: unstarted(
      "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.",
    ),
    text: "The specified log group does not exist.",
    kind: "logging",
    hint: /Create the log group/,
  },
  {
    name: "health checks of a load balancer",
    task: stopped("ServiceSchedulerInitiated", "Task failed ELB health checks in (target-group app)", {
      exitCode: 143,
    }),
    text: "Task failed ELB health checks in (target-group app), container app: exit code 143",
    kind: "load-balancer",
    hint: /health check/,
  },
  {
    name: "health checks of a container",
    task: stopped("ServiceSchedulerInitiated", "Task failed container health checks"),
    text: "Task failed container health checks",
    kind: "health-check",
  },
  {
    name: "Spot",
    task: stopped("SpotInterruption", "Your Spot Task was interrupted.", { exitCode: 143 }),
    text: "SpotInterruption: Your Spot Task was interrupted., container app: exit code 143",
    kind: "interrupted",
    isTransient: true,
  },
  {
    name: "scaling in",
    task: stopped("ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/123)", {
      exitCode: 0,
    }),
    text: "Scaling activity initiated by (deployment ecs-svc/123)",
    kind: "scaling",
    isTransient: true,
  },
  {
    name: "a person",
    task: stopped("UserInitiated", "Task stopped by user"),
    text: "UserInitiated: Task stopped by user",
    kind: "user",
    isTransient: true,
  },
  {
    name: "a host that went away",
    task: stopped("", "Host EC2 (instance i-0123456789abcdef0) terminated."),
    text: "Host EC2 (instance i-0123456789abcdef0) terminated.",
    kind: "host",
    isTransient: true,
  },
  {
    name: "no capacity",
    task: unstarted("RESOURCE:MEMORY"),
    text: "TaskFailedToStart: RESOURCE:MEMORY",
    kind: "capacity",
    isTransient: true,
  },
  {
    name: "a command that is not there",
    task: exited({
      exitCode: 127,
      reason: 'CannotStartContainerError: exec: "run": executable file not found in $PATH',
    }),
    text: "exit code 127, CannotStartContainerError",
    kind: "start",
    hint: /entryPoint/,
  },
  {
    name: "a role",
    task: unstarted("ECS was unable to assume the role 'arn:aws:iam::1:role/x' that was provided for this task."),
    text: "unable to assume",
    kind: "role",
  },
  { name: "nothing", task: stopped("", ""), text: "stopped for a reason that is not told", kind: "other" },
  { name: "an unknown code", task: stopped("MeteorStrike", "Boom"), text: "MeteorStrike: Boom", kind: "other" },
];

describe("stopCauseOf", () => {
  it.each(cases)("tells $name", ({ task, text, kind, isTransient = false, hint }) => {
    const cause = stopCauseOf(task);
    expect(cause.text).toContain(text);
    expect({ kind: cause.kind, isTransient: cause.isTransient }).toEqual({ kind, isTransient });
    if (hint === null) expect(cause.hint).toBeUndefined();
    else if (hint !== undefined) expect(cause.hint).toMatch(hint);
  });

  it("has one key for what differs in ids, addresses, times and digests only", () => {
    const hex = (length: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789abcdef")), minLength: length, maxLength: length });
    const part = fc.integer({ min: 0, max: 255 });
    const ip = fc.tuple(part, part, part, part, fc.integer({ min: 1024, max: 65_535 }));
    const words = fc
      .tuple(fc.uuid(), hex(32), hex(17), hex(64), ip, fc.integer({ min: 1, max: 99 }))
      .map(
        ([uuid, id, eni, digest, [a, b, c, d, port], times]) =>
          `CannotPullContainerError: x@sha256:${digest} retried ${times} time(s): read tcp ${a}.${b}.${c}.${d}:${port}: oops, request id: ${uuid}, task ${id}, eni-${eni}, 2026-11-22T12:00:${String(times % 60).padStart(2, "0")}.123Z`,
      );
    const property = fc.property(words, words, (one, other) => {
      expect(stopCauseOf(unstarted(one)).key).toBe(stopCauseOf(unstarted(other)).key);
      expect(stopCauseOf(unstarted(one)).key).not.toBe(stopCauseOf(unstarted(`${one} more`)).key);
    });
    fc.assert(property, { numRuns: runs(200, 5000), seed: seed() });
  });

  it("has different keys for different containers and exit codes, and none for a code that only follows", () => {
    const keys = [exited({ exitCode: 1 }), exited({ exitCode: 2 }), exited({ name: "web", exitCode: 1 })].map(
      (task) => stopCauseOf(task).key,
    );
    expect(new Set(keys).size).toBe(3);
    const elb = (exitCode: number): EcsTask =>
      stopped("ServiceSchedulerInitiated", "Task failed ELB health checks in (target-group app)", { exitCode });
    expect(stopCauseOf(elb(0)).key).toBe(stopCauseOf(elb(143)).key);
  });

  it("never throws, and stays on one short line, whatever is answered", () => {
    const property = fc.property(fc.anything(), fc.string(), fc.anything(), (value, text, containers) => {
      for (const given of [value, { taskArn: value, stopCode: text, stoppedReason: text, containers: [containers] }]) {
        const { text: line } = stopCauseOf(parseTask(given));
        expect(line).not.toMatch(/[\n\r]/);
        expect(Array.from(line).length).toBeLessThan(1200);
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

describe("culpritOf", () => {
  it.each([
    [
      "the one that failed",
      [
        { name: "proxy", exitCode: 143 },
        { name: "app", exitCode: 1 },
      ],
      "app",
    ],
    [
      "the one with a reason",
      [
        { name: "app", exitCode: 1 },
        { name: "db", exitCode: 137, reason: "OutOfMemoryError" },
      ],
      "db",
    ],
    [
      "never one that is not essential",
      [
        { name: "otel", exitCode: 1, essential: false },
        { name: "app", exitCode: 0 },
      ],
      "app",
    ],
    ["nobody when nothing is told", [{ name: "otel" }], undefined],
    [
      "the killed one before the asked one",
      [
        { name: "a", exitCode: 143 },
        { name: "b", exitCode: 137 },
      ],
      "b",
    ],
  ])("is %s", (_name, containers: Told[], expected) => {
    expect(culpritOf(exited(...containers))?.name).toBe(expected);
  });
});

describe("groupStopCauses", () => {
  it("counts equal causes, most first, and only tasks that stopped", () => {
    const running = parseTask({ taskArn: "task/9", lastStatus: "RUNNING", containers: [{ name: "app" }] });
    const groups = groupStopCauses([
      exited({ exitCode: 2 }),
      exited({ exitCode: 1 }),
      running,
      exited({ exitCode: 1 }),
    ]);
    expect(groups.map(({ cause, count }) => [cause.text.slice(0, 26), count])).toEqual([
      ["container app: exit code 1", 2],
      ["container app: exit code 2", 1],
    ]);
  });
});

describe("withEssentials", () => {
  it("adds what the task definition says, and keeps what the task says itself", () => {
    const definition = { taskDefinition: { containerDefinitions: [{ name: "app" }, { name: "x", essential: false }] } };
    const essentials = essentialContainers(definition) ?? new Set<string>();
    const task = withEssentials(exited({ name: "app" }, { name: "x" }, { name: "y", essential: true }), essentials);
    expect(task.containers.map(({ essential }) => essential)).toEqual([true, false, true]);
    expect(essentialContainers({})).toBeUndefined();
  });
});
