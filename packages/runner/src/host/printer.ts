/**
 * The filter before the step's output: everything printed is redacted and neutralised here, and only the commands issued
 * here are live.
 */
import { neutraliseText, renderCommand } from "../commands.ts";
import type { Redactor } from "../redact.ts";
import type { Sink } from "./standard-output.ts";

/** Prints to the step's output. */
export interface Printer {
  /** Text from anywhere, one line or many. */
  line(text: string): void;
  /** A workflow command of ours; its texts may come from anywhere. */
  command(name: string, properties: Record<string, string | number | undefined>, message: string): void;
  /** Tells the runner a secret, the one thing that is printed as it is. */
  mask(secret: string): void;
}

/** A printer to a sink, with the secrets that the redactor knows at the time of printing. */
export function createPrinter(write: Sink, redactor: Redactor): Printer {
  const safe = (text: string): string => neutraliseText(redactor.redact(text));
  return {
    line: (text) => write(`${safe(text)}\n`),
    command(name, properties, message) {
      const given = Object.entries(properties).map(
        ([key, value]) => [key, typeof value === "string" ? safe(value) : value] as const,
      );
      write(`${renderCommand(name, Object.fromEntries(given), safe(message))}\n`);
    },
    mask: (secret) => write(`${renderCommand("add-mask", {}, secret)}\n`),
  };
}
