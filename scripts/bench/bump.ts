/**
 * What terraform-bump costs on a large repository: the bundle in a dry run against registries on loopback, next to the
 * least that reading the same files costs; and one large pull request on an embedded GitHub.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFileCommands } from "@handrail/testkit";
import { renderTable } from "../readme.ts";
import { benchPublish } from "./bump-publish.ts";
import { openBumpWorld, type BumpWorld, type Newer, type Requests } from "./bump-world.ts";
import { measureCost, type Cost } from "./cpu.ts";
import { cleanEnvironment, inSeconds, measure, median, runCommand, type Command } from "./rounds.ts";

const ROOTS = 1_000;
const FILE_COMMANDS = ["OUTPUT", "STATE", "STEP_SUMMARY", "ENV", "PATH"];

/** The bundle, without GitHub and without proof: what is left is scanning, looking up, deciding and making the files. */
function bumpCommand(root: string, world: BumpWorld, temporary: string): Command {
  const files = FILE_COMMANDS.map((name) => [`GITHUB_${name}`, join(temporary, name.toLowerCase())]);
  const environment: Record<string, string> = {
    ...cleanEnvironment(temporary),
    ...Object.fromEntries(files),
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "octo-org/infrastructure",
    GITHUB_WORKSPACE: world.checkout.path,
    RUNNER_TEMP: temporary,
    "INPUT_GITHUB-TOKEN": "",
    "INPUT_DRY-RUN": "true",
    INPUT_VERIFY: "none",
    "INPUT_REGISTRY-URL": world.registryUrl,
    "INPUT_RELEASES-URL": world.releasesUrl,
  };
  const bundle = join(root, "actions", "terraform-bump", "dist", "index.js");
  return { command: process.execPath, args: [bundle], cwd: world.checkout.path, environment };
}

function emptyFiles(temporary: string): void {
  for (const name of FILE_COMMANDS) writeFileSync(join(temporary, name.toLowerCase()), "");
}

type Updates = { files: string[] }[];

/** What the last run told: how many dependencies move, in how many files. */
function readResult(temporary: string): { updates: number; files: number } {
  const { values } = parseFileCommands(readFileSync(join(temporary, "output"), "utf8"));
  const told = JSON.parse(values.get("updates") ?? "[]") as Updates | { file: string };
  // What is too long for an output lies in a file.
  const updates = "file" in told ? (JSON.parse(readFileSync(told.file, "utf8")) as Updates) : told;
  const result = values.get("result");
  if (result !== (updates.length > 0 ? "updated" : "up-to-date")) throw new Error(`the bundle ended with ${result}`);
  return { updates: updates.length, files: new Set(updates.flatMap(({ files }) => files)).size };
}

/** The peak memory of the bundle in MiB, measured apart, so that measuring costs the rounds nothing. */
async function peakOf(command: Command, temporary: string): Promise<number> {
  const [hook, file] = [join(temporary, "peak.mjs"), join(temporary, "peak.txt")];
  const code = `process.on("exit", () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;
  writeFileSync(hook, `import { writeFileSync } from "node:fs";\n${code}\n`);
  emptyFiles(temporary);
  await runCommand({ ...command, args: ["--import", hook, ...command.args] });
  return Number(readFileSync(file, "utf8")) / 1024;
}

/** The one line that says what the repository is. */
async function describe(floor: Command): Promise<string> {
  const { files, characters } = JSON.parse(await runCommand(floor)) as { files: number; characters: number };
  return `${ROOTS.toLocaleString("en")} root modules, ${files.toLocaleString("en")} files of ${(characters / 1e6).toFixed(1)} MB`;
}

type Measured = { row: string[]; about: string; dependencies: number };

async function benchVariant(root: string, newer: Newer, rounds: number): Promise<Measured> {
  const temporary = join(root, ".cache", "bench-bump");
  mkdirSync(temporary, { recursive: true });
  const world = await openBumpWorld(ROOTS, newer);
  try {
    const bump = bumpCommand(root, world, temporary);
    const floor = { ...bump, args: [join(import.meta.dirname, "read-files.mjs"), world.checkout.path] };
    const peak = await peakOf(bump, temporary);
    const requests = world.countRequests();
    const result = readResult(temporary);
    const costs = { bump: [] as Cost[], floor: [] as Cost[] };
    const prepare = (): void => emptyFiles(temporary);
    await measure(
      [
        { name: "floor", run: async () => void costs.floor.push(await measureCost(floor, temporary)) },
        { name: "bump", prepare, run: async () => void costs.bump.push(await measureCost(bump, temporary)) },
      ],
      rounds,
    );
    const about = await describe(floor);
    return { row: renderRow(newer, { result, requests, costs, peak }), about, dependencies: world.dependencies };
  } finally {
    await world.close();
    rmSync(temporary, { recursive: true });
  }
}

type Figures = {
  result: { updates: number; files: number };
  requests: Requests;
  costs: { bump: Cost[]; floor: Cost[] };
  peak: number;
};

function renderRow(newer: Newer, { result, requests, costs, peak }: Figures): string[] {
  const cpu = (of: readonly Cost[]): number => median(of.map((cost) => cost.cpu));
  const ratio = median(costs.bump.map((cost, round) => cost.cpu / (costs.floor[round]?.cpu ?? Number.NaN)));
  const { discoveries, versions, dates, packages } = requests;
  return [
    newer,
    result.updates.toString(),
    result.files.toLocaleString("en"),
    inSeconds(cpu(costs.bump)),
    inSeconds(cpu(costs.floor)),
    ratio.toFixed(1),
    inSeconds(median(costs.bump.map(({ wall }) => wall))),
    peak.toFixed(0),
    ...[discoveries, versions, dates, packages].map(String),
  ];
}

const HEAD = [
  "newer",
  "updates",
  "files changed",
  "CPU s",
  "floor CPU s",
  "x floor",
  "wall s",
  "peak MiB",
  "discoveries",
  "version lists",
  "dates",
  "packages",
];

/** Measures all of it and renders the tables. */
export async function benchBump(root: string, rounds: number): Promise<string> {
  const measured: Measured[] = [];
  for (const newer of ["nothing", "one provider", "everything"] as const) {
    measured.push(await benchVariant(root, newer, rounds));
  }
  const [{ about, dependencies } = { about: "", dependencies: 0 }] = measured;
  const table = renderTable(
    HEAD,
    measured.map(({ row }) => row),
  );
  const first = `Medians of ${rounds} interleaved rounds. ${about}, ${dependencies} dependencies.\n\n${table}`;
  return `${first}\n\nOne pull request:\n\n${await benchPublish(rounds)}`;
}
