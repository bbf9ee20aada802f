/**
 * How the bench measures: every contender once per round, in an order that turns from round to round, so that a busy
 * machine is unfair to all of them alike. Medians, and medians of the ratios within a round.
 */
import { spawn } from "node:child_process";

/** One way to do the work; resolves when it is done. The setting up and cleaning away is not measured. */
export type Contender = {
  name: string;
  prepare?: () => void | Promise<void>;
  run: () => Promise<void>;
};

/** Milliseconds of each contender, by round. */
export type Samples = Map<string, number[]>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Runs every contender `rounds` times, interleaved. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<Samples> {
  const samples: Samples = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const start = round % contenders.length;
    for (const contender of [...contenders.slice(start), ...contenders.slice(0, start)]) {
      await contender.prepare?.();
      const begun = performance.now();
      await contender.run();
      samples.get(contender.name)?.push(performance.now() - begun);
    }
  }
  return samples;
}

/** The median over the rounds of `name` divided by `base`, and the difference, in milliseconds. */
export function compare(samples: Samples, name: string, base: string): { ratio: number; difference: number } {
  const [left, right] = [samples.get(name) ?? [], samples.get(base) ?? []];
  const pairs = left.map((value, round) => [value, right[round] ?? Number.NaN] as const);
  return {
    ratio: median(pairs.map(([value, other]) => value / other)),
    difference: median(pairs.map(([value, other]) => value - other)),
  };
}

export type Command = {
  command: string;
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string>>;
  /** The exit code that means the work was done; another one ends the bench. */
  exitCode?: number;
};

/** Runs a program with no input and no output, and resolves to what it printed when asked for. */
export function runCommand({ command, args, cwd, environment, exitCode = 0 }: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const output = Buffer.concat(chunks).toString("utf8");
      if (code === exitCode) resolve(output);
      else {
        const told = `${output.slice(-2000)}${Buffer.concat(errors).toString("utf8").slice(-2000)}`;
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}, expected ${exitCode}\n${told}`));
      }
    });
  });
}

/**
 * The environment of everything that is measured: only what a program needs to start. NODE_EXTRA_CA_CERTS in
 * particular would make each start of Node slower, and differently so from version to version.
 */
export function cleanEnvironment(home: string): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: home, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
}

export const inMilliseconds = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
export const inSeconds = (value: number): string => (value / 1000).toFixed(2);
export const inKibibytes = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString("en");
