/**
 * A terraform-apply that is cancelled at any instant: terraform is asked to stop once and waited for, what it made is in
 * the state, nothing stays locked or running, and people are told how it ended.
 */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { runs, seed, until } from "@handrail/testkit";
import type { ActionResult, CancelOptions } from "@handrail/testkit";
import fc from "fast-check";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import { plain } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";
import type { Witness } from "./terraform-witness.ts";

const stage = openApplyStage();
afterAll(() => stage.clear());

const canary = "canary-Zm9vYmFy-0451";
const names = ["a", "b", "c", "d", "e"];

/** Objects that note outside of the state that they exist, two beside each other and the rest in a row. */
function configuration(made: string): string {
  const objects = names.map((name, at) => {
    const before = at < 2 ? "" : `  depends_on = [terraform_data.${names[at - 2] ?? ""}]\n`;
    const command = `echo ${name} >> '${made}'; sleep 0.1`;
    return `resource "terraform_data" "${name}" {\n  input = "${name}"\n${before}  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`;
  });
  const secret =
    'variable "token" {\n  type      = string\n  sensitive = true\n}\nresource "terraform_data" "secret" {\n  input = var.token\n}\n';
  return `${secret}${objects.join("")}output "a" {\n  value = terraform_data.a.output\n}\n`;
}

type Scene = Target & { witness: Witness; made(): string[] };

async function openScene(inputs: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const folder = stage.folder();
  const made = folder.resolve("made");
  const target = await stage.target({
    files: { "main.tf": configuration(made) },
    inputs: { variables: `token = "${canary}"`, environment: "production", ...inputs },
  });
  await target.review();
  return {
    ...target,
    witness: installWitness(folder.path),
    made: () => (existsSync(made) ? readFileSync(made, "utf8").split("\n").filter(Boolean) : []),
  };
}

/** An instant by what happens in it. */
type Instant = {
  on: "line" | "start" | "made" | "backend" | "state-write" | "github";
  nth: number;
  /** A request stays unanswered until the main step is gone. */
  isHeld: boolean;
  /** The plan that a job before saved is applied, not a fresh one. */
  isSavedPlan?: boolean;
};

const instants: fc.Arbitrary<Instant> = fc.record({
  on: fc.constantFrom("line", "start", "made", "backend", "backend", "state-write", "github"),
  nth: fc.integer({ min: 1, max: 40 }),
  isHeld: fc.boolean(),
  isSavedPlan: fc.boolean(),
});

/** How many there are of each in a run; later ones are the earlier ones again. */
const counts: Readonly<Record<Instant["on"], number>> = {
  line: 40,
  start: 8,
  made: 5,
  backend: 14,
  "state-write": 1,
  github: 12,
};

/** Instants that lost something once: terraform's apply has just been started, GitHub is asked for the review. */
const known: [Instant][] = [[{ on: "start", nth: 8, isHeld: false }], [{ on: "github", nth: 4, isHeld: true }]];

/** Runs the apply and cancels it in the instant. */
async function applyCancelled(
  scene: Scene,
  { on, nth, isHeld }: Instant,
  timing: CancelOptions["timing"],
  options: RunOptions = {},
): Promise<ActionResult> {
  const at = ((nth - 1) % counts[on]) + 1;
  let pid = 0;
  const isGone = (): boolean => {
    try {
      return pid !== 0 && !process.kill(pid, 0);
    } catch {
      return true;
    }
  };
  const request = (servers: Target["backend"] | Target["github"], pattern: string): Promise<unknown> => {
    const rule = servers.faults.add({ on: pattern, nth: at, fault: "delay" });
    const letGo = async (): Promise<void> => {
      await rule.arrived();
      if (isHeld) await until(isGone, { what: "The end of the main step" });
      rule.remove();
    };
    void letGo();
    return rule.arrived();
  };
  const when: Record<Instant["on"], () => CancelOptions["when"]> = {
    line: () => (log) => log.split("\n").length > at,
    start: () => until(() => scene.witness.notes().filter(({ event }) => event === "start").length >= at),
    made: () => until(() => scene.made().length >= at),
    backend: () => request(scene.backend, "* /state"),
    "state-write": () => request(scene.backend, "POST /state"),
    github: () => request(scene.github, "* *"),
  };
  return scene.apply({
    ...options,
    path: [scene.witness.directory],
    onStart: (started) => (pid = started),
    cancel: { when: when[on](), ...(timing === undefined ? {} : { timing }) },
  });
}

/** The addresses in the backend's state. */
function saved({ backend }: Target): string[] {
  const state = JSON.parse(backend.state() ?? "{}") as { resources?: { type: string; name: string }[] };
  return (state.resources ?? []).map(({ type, name }) => `${type}.${name}`);
}

/** What must hold whenever a run ended, and whoever ended it. */
function expectNothingLost(scene: Scene, result: ActionResult): void {
  const { backend, github, number, witness } = scene;
  expect(backend.holder()).toBeUndefined();
  expect(result.orphans).toEqual([]);
  const applied = JSON.parse(result.outputs["applied"] ?? "[]") as string[];
  const state = saved(scene);
  expect(state).toEqual(expect.arrayContaining([...scene.made().map((name) => `terraform_data.${name}`), ...applied]));
  const perProcess = new Map<number, number>();
  for (const { event, pid } of witness.notes())
    if (event === "signal") perProcess.set(pid, (perProcess.get(pid) ?? 0) + 1);
  expect([...perProcess.values()].every((count) => count === 1)).toBe(true);
  expect(witness.signals().filter((each) => !each.endsWith("SIGINT"))).toEqual([]);
  expect(witness.starts("apply").length).toBeLessThanOrEqual(1);
  expect(result.post?.conclusion).toBe("success");
  expect(github.deployments().filter(({ statuses }) => !/success|failure/.test(statuses.at(-1)?.state ?? ""))).toEqual(
    [],
  );
  expect(github.comments(number)).toHaveLength(1);
}

/** What people read, on every surface. */
function expectTold(scene: Scene, result: ActionResult): void {
  const [{ body } = { body: "" }] = scene.github.comments(scene.number);
  const summary = `${result.summary}${result.post?.summary ?? ""}`;
  const isDone = saved(scene).length === names.length + 1 && result.outputs["result"] === "applied";
  if (result.outputs["result"] !== undefined) {
    expect(result.outputs["failure-reason"]).toBe(isDone ? "" : "cancelled");
  }
  for (const text of [plain(body), plain(summary)]) {
    expect(text).toMatch(/applied: |\(cancelled\)/);
    if (/ not started/.test(text)) expect(text).toMatch(/\d done|nothing was applied/);
  }
}

/** No value of a secret where people, or later steps, could read it. */
function expectNoSecret({ github }: Target, result: ActionResult): void {
  const shown = [
    result.log,
    result.post?.log,
    result.summary,
    result.post?.summary,
    ...Object.values(result.outputs),
    ...github.comments().map(({ body }) => body),
    JSON.stringify(github.deployments()),
  ];
  expect(shown.filter((text) => text?.includes(canary))).toEqual([]);
  const left = readdirSync(result.temp, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(result.temp, name);
    return statSync(path).isFile() && (readFileSync(path, "latin1").includes(canary) || /tfplan/.test(name));
  });
  expect(left).toEqual([]);
}

/** What the job before an apply job does. */
async function savePlan(scene: Scene): Promise<Record<string, string>> {
  const { outputs } = await scene.planPushed({ inputs: { comment: "never" } });
  return { "plan-file": outputs["plan-file"] ?? "" };
}

async function expectCancelled(instant: Instant, timing: CancelOptions["timing"]): Promise<void> {
  const scene = await openScene(instant.nth % 2 === 0 ? {} : { "seal-key": sealKey });
  const inputs = instant.isSavedPlan === true ? await savePlan(scene) : {};
  const result = await applyCancelled(scene, instant, timing, { inputs });
  expectNothingLost(scene, result);
  expectTold(scene, result);
  expectNoSecret(scene, result);
  const again = await scene.apply({ inputs });
  expect([again.outputs["failure-reason"], plain(again.summary)]).toEqual(["", expect.anything()]);
  expect(saved(scene)).toHaveLength(names.length + 1);
}

/** Each instant takes two plans and two applies; the machine may be busy. */
const patience = runs(120_000, 900_000);

describe("H110: a cancelled apply", () => {
  it(
    "loses nothing with the runner's own timing",
    async () => {
      const slow: Instant[] = [
        { on: "state-write", nth: 1, isHeld: true },
        { on: "made", nth: 2, isHeld: false },
        { on: "backend", nth: 4, isHeld: true },
      ];
      await Promise.all(slow.map((instant) => expectCancelled(instant, "runner")));
    },
    patience,
  );

  it(
    "loses nothing at any instant",
    async () => {
      await fc.assert(
        fc.asyncProperty(instants, (instant) => expectCancelled(instant, 1 / 20)),
        { numRuns: runs(5, 50), seed: seed(), endOnFailure: true, examples: known },
      );
    },
    patience,
  );

  it("before it began leaves everything as it was", async () => {
    const scene = await openScene();
    const before = scene.github.comments(scene.number);
    const result = await scene.apply({ path: [scene.witness.directory], cancel: { when: Promise.resolve() } });
    expect(result).toMatchObject({ conclusion: "cancelled", sent: ["SIGINT"], orphans: [] });
    expect(result.post?.conclusion).toBe("success");
    expect(scene.witness.notes()).toEqual([]);
    expect(scene.backend.history()).toEqual([]);
    expect(scene.github.deployments()).toEqual([]);
    expect(scene.github.comments(scene.number)).toEqual(before);
  });

  it("is told once, however often the post step runs", async () => {
    const scene = await openScene();
    const result = await applyCancelled(scene, { on: "state-write", nth: 1, isHeld: true }, 1 / 20, {
      phases: ["main", "post", "post"],
    });
    expectNothingLost(scene, result);
    expectTold(scene, result);
    expectNoSecret(scene, result);
    expect(scene.github.deployments()).toHaveLength(1);
    // Terraform had done everything when it was asked to stop; so says the second one, too.
    const verdicts = [result.post?.log ?? "", ...scene.github.comments(scene.number).map(({ body }) => plain(body))];
    for (const text of verdicts) expect(text).toContain("applied: 6 added");
  });
});
