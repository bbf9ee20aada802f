/** Starts a development tool of node_modules/.bin (or of PATH) and collects what it prints. Argv only, no shell. */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export type ToolResult = { exitCode: number; output: string };
export type ToolOptions = { cwd: string; environment?: Record<string, string>; input?: string };

/** Runs a tool to its end; standard output and error come back as one text, in the order they arrived, without colours. */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolResult> {
  const path = [join(options.cwd, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, PATH: path, ...options.environment };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      // Some tools colour what they print when they see CI, whatever NO_COLOR says.
      resolve({ exitCode: code ?? 1, output: stripVTControlCharacters(Buffer.concat(chunks).toString("utf8")) });
    });
    child.stdin.end(options.input ?? "");
  });
}
