/**
 * Asks the real terraform what constraints mean, hundreds at a time: modules from a registry on loopback, providers from
 * a mirror in a folder, terraform itself by the version that runs. For tests; it knows nothing of our own reading.
 */
import { spawn } from "node:child_process";
import { linkSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { startLoopback, workspace, zip, type Workspace } from "@handrail/testkit";
import type { Dialect } from "./constraint-dialect.ts";

/** Which of these versions does terraform choose? In `core` the only version there is runs already. */
export type Question = { dialect: Dialect; constraint: string; versions: readonly string[] };

/** The chosen version, or `none`, or `invalid`; for providers also what the lock file says of the constraint. */
export type Verdict = { chosen: string; locked?: string };

/** How many constraints one terraform is asked. */
const BATCH: Readonly<Record<Dialect, number>> = { module: 500, core: 500, provider: 200 };
/** Node's names of what Go calls otherwise. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };
const HOST = "registry.terraform.io";

/** The version of the terraform on PATH, which every core question is about. */
export const RUNNING = "1.11.4";

/** Answers every question, in order; equal questions are asked once. `processes` counts the terraforms that it took. */
export async function askTerraform(
  questions: readonly Question[],
): Promise<{ verdicts: readonly Verdict[]; processes: number }> {
  const distinct = new Map(questions.map((question) => [JSON.stringify(question), question]));
  const known = new Map<string, Verdict>();
  let processes = 0;
  const ask = async (dialect: Dialect): Promise<void> => {
    const keys = [...distinct.keys()].filter((key) => distinct.get(key)?.dialect === dialect);
    for (let start = 0; start < keys.length; start += BATCH[dialect]) {
      const some = keys.slice(start, start + BATCH[dialect]);
      const batch = new Batch(some.flatMap((key) => distinct.get(key) ?? []));
      const verdicts = await batch[dialect]().finally(() => batch.end());
      for (const [index, key] of some.entries()) known.set(key, verdicts[index] ?? { chosen: "none" });
      processes += batch.processes;
    }
  };
  await Promise.all([ask("core"), ask("module"), ask("provider")]);
  const verdicts = questions.map((question) => known.get(JSON.stringify(question)) ?? { chosen: "none" });
  return { verdicts, processes };
}

/** What is read of terraform's JSON messages. */
type Message = { diagnostic?: { severity: string; summary: string; detail: string; range?: Range } };
type Range = { filename: string; start: { line: number } };

/** Questions for one folder. A run that stops at constraints it cannot read is repeated without them. */
class Batch {
  processes = 0;
  readonly #questions: readonly Question[];
  readonly #folder: Workspace;
  readonly #verdicts: (Verdict | undefined)[];

  constructor(questions: readonly Question[]) {
    this.#questions = questions;
    this.#verdicts = questions.map(() => undefined);
    this.#folder = workspace({ "cli.tfrc": "", "root/empty": "" }, { git: false, name: "referee" });
  }

  end(): void {
    this.#folder.cleanup();
  }

  async core(): Promise<Verdict[]> {
    const calls = this.#questions.map((_, index) => `module "m${index}" {\n  source = "./m${index}"\n}\n`);
    this.#folder.write({ "root/main.tf": calls.join("") });
    for (const [index, { constraint }] of this.#questions.entries())
      this.#folder.write({ [`root/m${index}/main.tf`]: `terraform {\n  required_version = ${quote(constraint)}\n}\n` });
    for (const { summary, range } of errors(await this.#init())) {
      const index = Number(/^m([0-9]+)\//.exec(range?.filename ?? "")?.[1] ?? NaN);
      const isRefused = summary === "Unsupported Terraform Core version";
      if (!isRefused && !summary.startsWith("Invalid ")) throw new Error(`terraform said ${summary}`);
      if (!Number.isNaN(index)) this.#verdicts[index] = { chosen: isRefused ? "none" : "invalid" };
    }
    return this.#answers({ chosen: RUNNING });
  }

  async module(): Promise<Verdict[]> {
    const lists = [...new Set(this.#questions.map(({ versions }) => JSON.stringify(versions)))];
    await using registry = await startRegistry(lists, this.#folder.resolve("module"));
    this.#folder.write({
      "module/main.tf": "",
      "cli.tfrc": `host "${HOST}" {\n  services = { "modules.v1" = "${registry.url}/" }\n}\n`,
    });
    // A file for each: terraform shows lines of it in errors, which takes long in a long file.
    const write = (): void => {
      for (const [index, { constraint, versions }] of this.#questions.entries()) {
        const call = `module "m${index}" {\n  source = "a/n${lists.indexOf(JSON.stringify(versions))}/s"\n  version = ${quote(constraint)}\n}\n`;
        this.#folder.write({ [`root/m${index}.tf`]: this.#verdicts[index] === undefined ? call : "" });
      }
    };
    await this.#initValid(write, ({ filename }) => Number(filename.slice(1, -".tf".length)));
    const manifest = this.#folder.read("root/.terraform/modules/modules.json");
    const { Modules: modules } = JSON.parse(manifest) as { Modules: { Key: string; Version?: string }[] };
    for (const { Key: key, Version: version } of modules)
      if (version !== undefined) this.#verdicts[Number(key.slice(1))] = { chosen: version };
    return this.#answers({ chosen: "none" });
  }

  /** What cannot be chosen fails the run; the rest is asked again and has to end in a lock file, which is the proof. */
  async provider(): Promise<Verdict[]> {
    this.#writeMirror(`${process.platform}_${ARCHITECTURES[process.arch] ?? process.arch}`);
    const write = (): void => {
      const lines = this.#questions.map(({ constraint }, index) =>
        this.#verdicts[index] === undefined
          ? `    p${index} = { source = "n${index}/p", version = ${quote(constraint)} }\n`
          : "\n",
      );
      this.#folder.write({ "root/main.tf": `terraform {\n  required_providers {\n${lines.join("")}  }\n}\n` });
    };
    let messages = await this.#initValid(write, ({ start }) => start.line - 3);
    for (const { summary, detail } of errors(messages)) {
      if (summary !== "Failed to query available provider packages")
        throw new Error(`terraform said ${summary}: ${detail}`);
      this.#verdicts[Number(/\bn([0-9]+)\/p\b/.exec(detail)?.[1])] = { chosen: "none" };
    }
    if (this.#verdicts.includes(undefined)) {
      if (errors(messages).length > 0) {
        write();
        messages = await this.#init();
      }
      if (errors(messages).length > 0) throw new Error(`terraform said ${JSON.stringify(errors(messages))}`);
      this.#readLock(this.#folder.read("root/.terraform.lock.hcl"));
    }
    return this.#answers({ chosen: "none" });
  }

  #writeMirror(systems: string): void {
    const file = "terraform-provider-p";
    this.#folder.write({
      "p.zip": zip([{ name: file, content: "x", mode: 0o755 }]),
      "cli.tfrc": `provider_installation {\n  filesystem_mirror {\n    path = ${quote(this.#folder.resolve("mirror"))}\n  }\n}\n`,
    });
    for (const [index, { versions }] of this.#questions.entries())
      for (const version of versions) {
        const path = this.#folder.resolve("mirror", HOST, `n${index}`, "p", `${file}_${version}_${systems}.zip`);
        mkdirSync(dirname(path), { recursive: true });
        linkSync(this.#folder.resolve("p.zip"), path);
      }
  }

  #readLock(lock: string): void {
    for (const [, index = "", body = ""] of lock.matchAll(/^provider "[^"]*\/n([0-9]+)\/p" \{\n([^}]*)\}/gm)) {
      const chosen = /version += "([^"]*)"/.exec(body)?.[1] ?? "";
      const locked = /constraints = "([^"]*)"/.exec(body)?.[1];
      this.#verdicts[Number(index)] = { chosen, ...(locked === undefined ? {} : { locked }) };
    }
  }

  /** Runs init until it names no constraint that it cannot read: it looks at them twice. */
  async #initValid(write: () => void, indexOf: (range: Range) => number): Promise<Message[]> {
    for (;;) {
      write();
      const messages = await this.#init();
      const invalid = errors(messages).filter(({ summary }) => summary === "Invalid version constraint");
      if (invalid.length === 0) return messages;
      for (const { range } of invalid) {
        if (range === undefined) throw new Error("an invalid constraint is nowhere");
        this.#verdicts[indexOf(range)] = { chosen: "invalid" };
      }
    }
  }

  #answers(rest: Verdict): Verdict[] {
    return this.#verdicts.map((verdict) => verdict ?? rest);
  }

  async #init(): Promise<Message[]> {
    this.processes += 1;
    this.#folder.remove("root/.terraform");
    return run(["init", "-backend=false", "-input=false", "-json"], this.#folder.resolve("root"), this.#folder.path);
  }
}

function errors(messages: readonly Message[]): NonNullable<Message["diagnostic"]>[] {
  const found = messages.flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []));
  // It only says that others follow.
  return found.filter(({ summary }) => !summary.startsWith("Terraform encountered problems during init"));
}

/** A string in HCL; JSON's escapes but for those that HCL does not know. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll("\\f", "\\u000c").replaceAll("\\b", "\\u0008").replaceAll("${", "$${");
}

/** Runs terraform without the machine's configuration; its output as JSON, a value or one a line. */
async function run(args: readonly string[], folder: string, home: string): Promise<Message[]> {
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_CLI_CONFIG_FILE: `${home}/cli.tfrc`,
  };
  const child = spawn("terraform", args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Message]));
}

/** A registry with a module `a/n<index>/s` for each list of versions; every version is the folder. */
async function startRegistry(lists: readonly string[], folder: string): Promise<{ url: string } & AsyncDisposable> {
  const server = await startLoopback(({ path }) => {
    const versions = lists[Number(/\/n([0-9]+)\//.exec(path)?.[1])];
    if (versions === undefined) return { status: 404 };
    if (path.endsWith("/download")) return { status: 204, headers: { "X-Terraform-Get": `file://${folder}` } };
    const list = (JSON.parse(versions) as string[]).map((version) => ({ version }));
    return { status: 200, body: { modules: [{ versions: list }] } };
  });
  return { url: server.url, [Symbol.asyncDispose]: () => server.close() };
}
