/**
 * The step's one output: file descriptor 1, written synchronously, so that nothing is out of order and nothing is lost
 * when the process ends. Nothing of ours goes to stderr: the runner reads that separately and first.
 */
import { writeSync } from "node:fs";
import { errorCode } from "../failure.ts";

/** Writes a text as it is. */
export type Sink = (text: string) => void;

const RETRY_MS = 5;

/** Waits without the event loop: a full pipe is somebody else's to empty. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
}

/** A sink on a file descriptor. When nobody reads any more it swallows everything: the work must go on. */
export function createSink(descriptor: number): Sink {
  let isClosed = false;
  return (text) => {
    const bytes = Buffer.from(text, "utf8");
    for (let written = 0; written < bytes.length && !isClosed;) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        if (errorCode(error) === "EAGAIN") pause();
        else isClosed = true;
      }
    }
  };
}
