/**
 * What terraform-plan costs on top of terraform: the bundle, with its comment posted to an embedded GitHub, next to the
 * bare `init`, `plan -out` and `show -json`. New resources only, no state, no provider to download.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAction, startGitHub, type GitHub } from "@handrail/testkit";
import { renderTable } from "../readme.ts";
import { renderConfiguration } from "./configuration.ts";
import { cleanEnvironment, compare, inSeconds, measure, median, runCommand } from "./rounds.ts";

/** A checkout with the configuration, and what both contenders get to see of the machine. */
type Place = { workspace: string; environment: Record<string, string> };

function makePlace(directory: string, size: number): Place {
  rmSync(directory, { recursive: true, force: true });
  const workspace = join(directory, "workspace");
  mkdirSync(workspace, { recursive: true });
  writeFileSync(join(workspace, "main.tf"), renderConfiguration(size));
  return { workspace, environment: cleanEnvironment(directory) };
}

/** Removes what the last round left, so that every round begins with a fresh checkout. */
function clean({ workspace }: Place): void {
  for (const file of [".terraform", ".terraform.lock.hcl", "tfplan"]) {
    rmSync(join(workspace, file), { recursive: true, force: true });
  }
}

/** The bare commands; resolves to the plan's JSON. */
export async function planBare(place: Place): Promise<string> {
  const terraform = (...args: string[]): Promise<string> =>
    runCommand({ command: "terraform", args, cwd: place.workspace, environment: place.environment });
  await terraform("init", "-input=false", "-no-color");
  await terraform("plan", "-input=false", "-no-color", "-out=tfplan");
  return await terraform("show", "-json", "tfplan");
}

/** A run of the bundle on a pull request, from the runner's start of it to the end of its post step. */
async function planAction(
  root: string,
  place: Place,
  github: GitHub,
  event: unknown,
  ...flags: string[]
): Promise<void> {
  using ended = await runAction({
    action: join(root, "actions", "terraform-plan"),
    workspace: place.workspace,
    env: place.environment,
    github,
    event,
    nodeArguments: flags,
    limitMs: 600_000,
  });
  if (ended.outputs["result"] !== "changes") throw new Error(`terraform-plan ended otherwise:\n${ended.log}`);
}

/** The event of a new pull request, as far as the action reads it. */
function openPullRequest(github: GitHub): unknown {
  const { owner, repo } = github.repository;
  const { number, pull } = github.addPullRequest();
  const full = { full_name: `${owner}/${repo}`, id: 1 };
  const [head, base] = [pull?.head, pull?.base].map((end) => ({ sha: end?.sha, ref: end?.ref, repo: full }));
  return {
    action: "opened",
    number,
    pull_request: { number, head, base, state: "open", labels: [] },
    repository: full,
  };
}

/** The peak memory of the bundle in MiB, measured apart, so that measuring costs the rounds nothing. */
async function peakOfAction(root: string, place: Place, github: GitHub, event: unknown): Promise<number> {
  const [hook, file] = [join(place.workspace, "..", "peak.mjs"), join(place.workspace, "..", "peak.txt")];
  // Main and post are two processes: the larger one counts, and the second must not overwrite the first.
  const code = `process.on("exit", () => appendFileSync(${JSON.stringify(file)}, process.resourceUsage().maxRSS + "\\n"));`;
  writeFileSync(hook, `import { appendFileSync } from "node:fs";\n${code}\n`);
  await planAction(root, place, github, event, "--import", hook);
  const kibibytes = readFileSync(file, "utf8").trim().split("\n").map(Number);
  return Math.max(...kibibytes) / 1024;
}

async function benchSize(root: string, size: number, rounds: number): Promise<string[]> {
  const directory = join(root, ".cache", "bench-plan");
  const place = makePlace(directory, size);
  const github = await startGitHub();
  try {
    const event = openPullRequest(github);
    const prepare = (): void => clean(place);
    const samples = await measure(
      [
        { name: "bare", prepare, run: async () => void (await planBare(place)) },
        { name: "action", prepare, run: () => planAction(root, place, github, event) },
      ],
      rounds,
    );
    prepare();
    const peak = await peakOfAction(root, place, github, event);
    const comments = github.comments();
    if (comments.length !== 1) throw new Error(`there are ${comments.length} comments, expected one`);
    const { ratio, difference } = compare(samples, "action", "bare");
    const [bare = "", action = ""] = ["bare", "action"].map((name) => inSeconds(median(samples.get(name) ?? [])));
    const length = comments[0]?.body.length.toLocaleString("en") ?? "";
    return [size.toLocaleString("en"), bare, action, inSeconds(difference), ratio.toFixed(2), peak.toFixed(0), length];
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
