/**
 * Plans of the size that stops others: read, rewritten and rendered in a process of its own, whose memory is measured.
 * `npm run test:deep` does it with 200,000 changes in 300 MB and a string of 100 MB.
 */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { runs, workspace, type Workspace } from "@handrail/testkit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

const CHANGES = runs(3000, 200_000);
const TEXT_BYTES = runs(1_000_000, 100_000_000);
const MEBIBYTE = 1024 * 1024;

/** Runs in the child: reads a plan file through a window, and says what it found and what memory it took. */
const PROGRAM = `
  import { existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
  import { createRedactor } from "@handrail/runner";
  import { countChanges, diffBody, hasChanges, readBody, readPlan, redactedPlan, renderDiff } from "@handrail/terraform";
  const [file, work] = process.argv.slice(1);
  const fd = openSync(file, "r");
  const source = { size: fstatSync(fd).size, bytes: 0, read(offset, length) {
    const buffer = Buffer.allocUnsafe(length);
    source.bytes += length;
    return buffer.subarray(0, readSync(fd, buffer, 0, length, offset));
  } };
  const { plan, secrets } = readPlan(source);
  const answer = { counts: countChanges(plan), unchanged: plan.unchanged, hasChanges: hasChanges(plan), secrets: secrets.size,
    size: source.size, bytes: source.bytes };
  const redactor = createRedactor(secrets);
  const redact = (text) => redactor.redact(text);
  if (work === "redact") {
    answer.written = 0;
    for (const chunk of redactedPlan(source, redact)) answer.written += Buffer.byteLength(chunk);
  }
  if (work === "render") {
    answer.characters = 0;
    for (const change of plan.changes) {
      const { kind, replacePaths } = change;
      answer.characters += renderDiff(diffBody(readBody(source, change), { kind, replacePaths, redact, maxLines: 40 })).length;
    }
  }
  // What getrusage says begins with the size of the parent that started us; the kernel's own count of this program does not.
  const own = existsSync("/proc/self/status") ? /VmHWM:\\s+([0-9]+)/.exec(readFileSync("/proc/self/status", "utf8")) : null;
  answer.memory = (own === null ? process.resourceUsage().maxRSS : Number(own[1])) * 1024;
  process.stdout.write(JSON.stringify(answer));
`;

type Answer = {
  counts: Record<string, number>;
  unchanged: number;
  hasChanges: boolean;
  secrets: number;
  size: number;
  bytes: number;
  memory: number;
  written?: number;
  characters?: number;
};

function run(file: string, work: "read" | "redact" | "render", heap: number): Answer {
  const flags = ["--conditions=source", "--disable-warning=ExperimentalWarning", `--max-old-space-size=${heap}`];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, "--input-type=module", "-e", PROGRAM, file, work],
    {
      cwd: new URL(".", import.meta.url),
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
    },
  );
  if (status !== 0) throw new Error(`the child ended with ${status}: ${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout) as Answer;
}

/** One change of a plan with about 1.5 kB, as `terraform show -json` writes it. */
function changeOf(index: number): object {
  const values = {
    id: `i-${index}`,
    name: `resource-${index}`,
    tags: { stage: "dev", number: String(index) },
    user_data: "x".repeat(430),
    ports: [80, 443, { from: 1, to: 65_535 }],
    password: `secret-${index}`,
  };
  return {
    address: `module.m["k${index}"].aws_instance.x[${index}]`,
    module_address: `module.m["k${index}"]`,
    mode: "managed",
    type: "aws_instance",
    name: "x",
    index,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: index % 10 === 9 ? ["no-op"] : index % 10 === 8 ? ["delete"] : ["update"],
      before: values,
      after: index % 10 === 8 ? null : { ...values, name: `new-${index}` },
      after_unknown: {},
      before_sensitive: index % 20 === 0 ? { password: true } : {},
      after_sensitive: {},
    },
  };
}

function writePlan(file: string, elements: Iterable<string>): void {
  const fd = openSync(file, "w");
  writeSync(fd, '{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[');
  for (const element of elements) writeSync(fd, element);
  writeSync(fd, '],"timestamp":"2026-11-22T12:00:00Z","applyable":true,"complete":true,"errored":false}');
  closeSync(fd);
}

function* manyChanges(): Generator<string> {
  for (let index = 0; index < CHANGES; index += 100) {
    const block = Array.from({ length: 100 }, (_, offset) => JSON.stringify(changeOf(index + offset)));
    yield `${index === 0 ? "" : ","}${block.join(",")}`;
  }
}

function* oneLongText(): Generator<string> {
  yield '{"address":"a.b","mode":"managed","type":"a","name":"b","change":{"actions":["create"],"before":null,"after":{"text":"';
  for (let written = 0; written < TEXT_BYTES; written += MEBIBYTE)
    yield "x".repeat(Math.min(MEBIBYTE, TEXT_BYTES - written));
  yield '"},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}}';
}

describe("a giant plan", () => {
  let files: Workspace;
  beforeAll(() => {
    files = workspace({}, { git: false, name: "giant" });
    writePlan(files.resolve("many.json"), manyChanges());
    writePlan(files.resolve("long.json"), oneLongText());
  });
  afterAll(() => files.cleanup());

  it("H075: is read within 400 MB, every byte about once, and counted right", () => {
    const answer = run(files.resolve("many.json"), "read", 300);
    expect(answer).toMatchObject({ unchanged: CHANGES / 10, hasChanges: true, secrets: CHANGES / 20 });
    expect(answer.counts).toMatchObject({ change: (CHANGES * 8) / 10, destroy: CHANGES / 10, add: 0 });
    expect(answer.memory).toBeLessThan(400 * MEBIBYTE);
    expect(answer.bytes).toBeLessThan(1.01 * answer.size + MEBIBYTE);
  }, 600_000);

  it("H075: one line of 100 MB is read within 400 MB", () => {
    const answer = run(files.resolve("long.json"), "read", 64);
    expect(answer).toMatchObject({ unchanged: 0, hasChanges: true, secrets: 0 });
    expect(answer.counts).toMatchObject({ add: 1 });
    expect(answer.memory).toBeLessThan(200 * MEBIBYTE);
  }, 600_000);

  it("H075: is rewritten without its secrets within 512 MB", () => {
    const answer = run(files.resolve("many.json"), "redact", 300);
    expect(answer.memory).toBeLessThan(512 * MEBIBYTE);
    expect(answer.written).toBeGreaterThan(answer.size * 0.98);
    expect(answer.written).toBeLessThan(answer.size * 1.02);
  }, 600_000);

  it("is rendered, each change on its own, within 300 MB for some thousand changes", () => {
    const answer = run(files.resolve("many.json"), "render", 300);
    expect(answer.characters).toBeGreaterThan(CHANGES * 50);
    expect(answer.characters).toBeLessThan(CHANGES * 1000);
    expect(answer.memory).toBeLessThan((CHANGES > 5000 ? 512 : 300) * MEBIBYTE);
  }, 600_000);
});
