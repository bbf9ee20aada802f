/** The ways in which a running child is ended. It leads a process group of its own: `-pid` names all that stayed in it. */
import type { ChildProcess } from "node:child_process";

/**
 * How a child is ended:
 * - `interrupt`: one SIGINT to the child alone; what it started hears of it from the child.
 * - `interrupt-all`: one SIGINT to its whole process group, as Ctrl+C in a terminal gives it; for a tool behind a wrapper
 *   that passes no signal on (npx, sh, the launcher of a Java program). A wrapper that does pass it on makes it two for
 *   the tool, as in a terminal. What took a group of its own is not reached.
 * - `kill`: SIGKILL to the whole process group.
 */
export type ChildEnding = "interrupt" | "interrupt-all" | "kill";

/** Ends the child in that way, once: who calls sees to it that there is no second time. Nothing happens when it is gone. */
export function endChild(child: ChildProcess, way: ChildEnding): void {
  if (way === "interrupt") child.kill("SIGINT");
  else signalGroup(child, way === "kill" ? "SIGKILL" : "SIGINT");
}

/** A group that cannot be signalled got nothing, so that the child itself still gets its first signal. */
function signalGroup(child: ChildProcess, signal: "SIGINT" | "SIGKILL"): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
