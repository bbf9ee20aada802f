/**
 * Leads everything that is printed past our log (console, warnings of Node, a library's stderr) through the log's filter
 * to the one output.
 */
import { StringDecoder } from "node:string_decoder";
import type { Log } from "../log.ts";

type Write = typeof process.stdout.write;

/** A stream's write that hands on whole lines. What is behind the last line end waits for `flush`. */
function createWrite(print: (line: string) => void): { write: Write; flush(): void } {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const take = (text: string): void => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) print(line);
  };
  const write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error) => void),
    done?: (error?: Error) => void,
  ): boolean => {
    const name = typeof encoding === "string" ? encoding : "utf8";
    take(decoder.write(typeof chunk === "string" ? Buffer.from(chunk, name) : Buffer.from(chunk)));
    const callback = typeof encoding === "function" ? encoding : done;
    if (callback !== undefined) queueMicrotask(callback);
    return true;
  };
  const flush = (): void => {
    const last = rest + decoder.end();
    rest = "";
    if (last !== "") print(last);
  };
  return { write, flush };
}

/** Takes over both standard streams of this process; returns what prints an unfinished last line. */
export function redirectStrayOutput(log: Log): () => void {
  const [stdout, stderr] = [createWrite((line) => log.info(line)), createWrite((line) => log.info(line))];
  process.stdout.write = stdout.write;
  process.stderr.write = stderr.write;
  // Node prints its own warnings to stderr, past the stream.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.debug(`${warning.name}: ${warning.message}`));
  return () => {
    stdout.flush();
    stderr.flush();
  };
}
