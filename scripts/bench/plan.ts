/**
 * What terraform-plan costs on top of terraform: the bundle, with its comment posted to an embedded GitHub, next to the
 * bare `init`, `plan -out` and `show -json`. New resources only, no state, no provider to download.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startGitHub, type GitHub } from "@handrail/testkit";
import { readActionYml, renderTable } from "../readme.ts";
import { renderConfiguration } from "./configuration.ts";
import { cleanEnvironment, compare, inSeconds, measure, median, runCommand, type Command } from "./rounds.ts";

type Place = { workspace: string; temporary: string; environment: Record<string, string> };

function makePlace(directory: string, size: number): Place {
  rmSync(directory, { recursive: true, force: true });
  const [workspace, temporary] = [join(directory, "workspace"), join(directory, "temporary")];
  for (const folder of [workspace, temporary]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(workspace, "main.tf"), renderConfiguration(size));
  return { workspace, temporary, environment: cleanEnvironment(temporary) };
}

/** The environment of the step as the runner makes it: inputs with their defaults, context, empty command files. */
function stepEnvironment(root: string, place: Place, github: GitHub): Record<string, string> {
  const { owner, repo } = github.repository;
  const { number, pull } = github.addPullRequest();
  const head = { sha: pull?.head.sha, ref: pull?.head.ref, repo: { full_name: `${owner}/${repo}`, id: 1 } };
  const base = { sha: pull?.base.sha, ref: pull?.base.ref, repo: head.repo };
  const event = { action: "opened", number, pull_request: { number, head, base, state: "open", labels: [] } };
  const files = Object.fromEntries(
    ["OUTPUT", "STATE", "STEP_SUMMARY", "ENV", "PATH"].map((name) => [`GITHUB_${name}`, join(place.temporary, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, "");
  const eventFile = join(place.temporary, "event.json");
  writeFileSync(eventFile, JSON.stringify(event));
  const inputs = Object.entries(readActionYml(root, "terraform-plan").inputs ?? {}).map(([name, field]) => {
    const text = typeof field.default === "string" ? field.default : JSON.stringify(field.default ?? "");
    const value = name === "github-token" ? github.token("github-actions") : text.replace(/^""$/, "");
    return [`INPUT_${name.toUpperCase()}`, value] as const;
  });
  const context = {
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "plan",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: github.apiUrl,
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_JOB: "plan",
    GITHUB_REF: `refs/pull/${number}/merge`,
    GITHUB_REPOSITORY: `${owner}/${repo}`,
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1",
    GITHUB_SERVER_URL: github.url,
    GITHUB_SHA: pull?.head.sha ?? "",
    GITHUB_WORKFLOW: "plan",
    GITHUB_WORKSPACE: place.workspace,
    RUNNER_TEMP: place.temporary,
  };
  return { ...place.environment, ...context, ...files, ...Object.fromEntries(inputs) };
}

/** Removes what the last round left, so that every round begins with a fresh checkout. */
function clean({ workspace }: Place): void {
  for (const file of [".terraform", ".terraform.lock.hcl", "tfplan"]) {
    rmSync(join(workspace, file), { recursive: true, force: true });
  }
}

/** The bare commands, with the plan's JSON kept below the folder for others to use. */
export async function planBare(place: { workspace: string; environment: Record<string, string> }): Promise<string> {
  const terraform = (...args: string[]): Promise<string> =>
    runCommand({ command: "terraform", args, cwd: place.workspace, environment: place.environment });
  await terraform("init", "-input=false", "-no-color");
  await terraform("plan", "-input=false", "-no-color", "-out=tfplan");
  return await terraform("show", "-json", "tfplan");
}

/** Runs the bundle once and returns its peak memory in MiB; measured apart, so that measuring costs the rounds nothing. */
async function peakOfBundle(step: Command, temporary: string): Promise<number> {
  const [hook, file] = [join(temporary, "peak.mjs"), join(temporary, "peak.txt")];
  const code = `process.on("exit", () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;
  writeFileSync(hook, `import { writeFileSync } from "node:fs";\n${code}\n`);
  await runCommand({ ...step, args: ["--import", hook, ...step.args] });
  return Number(readFileSync(file, "utf8")) / 1024;
}

async function benchSize(root: string, size: number, rounds: number): Promise<string[]> {
  const directory = join(root, ".cache", "bench-plan");
  const place = makePlace(directory, size);
  const github = await startGitHub();
  try {
    const environment = stepEnvironment(root, place, github);
    const bundle = join(root, "actions", "terraform-plan", "dist", "index.js");
    const step: Command = { command: process.execPath, args: [bundle], cwd: place.workspace, environment };
    const prepare = (): void => clean(place);
    const samples = await measure(
      [
        { name: "bare", prepare, run: async () => void (await planBare(place)) },
        { name: "action", prepare, run: async () => void (await runCommand(step)) },
      ],
      rounds,
    );
    prepare();
    const peak = await peakOfBundle(step, place.temporary);
    const comments = github.comments();
    if (comments.length !== 1) throw new Error(`${comments.length} comments were posted, expected one`);
    const { ratio, difference } = compare(samples, "action", "bare");
    const [bare, action] = ["bare", "action"].map((name) => inSeconds(median(samples.get(name) ?? [])));
    const length = comments[0]?.body.length.toLocaleString("en") ?? "";
    const cells = [
      size.toLocaleString("en"),
      bare,
      action,
      inSeconds(difference),
      ratio.toFixed(2),
      peak.toFixed(0),
      length,
    ];
    return cells.map((cell) => cell ?? "");
  } finally {
    await github.close();
    rmSync(directory, { recursive: true });
  }
}

/** Measures each size and renders the table. */
export async function benchPlan(
  root: string,
  sizes: readonly number[],
  rounds: (size: number) => number,
): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await benchSize(root, size, rounds(size)));
  const counts = [...new Set(sizes.map(rounds))].join(" to ");
  const head = [
    "resources",
    "bare s",
    "action s",
    "difference s",
    "ratio",
    "peak MiB of the action",
    "comment, characters",
  ];
  return `Medians of ${counts} interleaved rounds.\n\n${renderTable(head, rows)}`;
}
