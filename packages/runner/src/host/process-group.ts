/**
 * A tool that may stand behind wrappers, and everything that it starts, as one: interrupted together, looked for together, ended
 * together. Each has a process group of its own.
 */
import type { Exec } from "../process.ts";
import { createProcessRunner } from "./exec.ts";
import { isGroupRunning } from "./running.ts";

/** One process and what it starts. */
export type ProcessGroup = {
  exec: Exec;
  /** One SIGINT to all of it, unless a cancel sent it already; resolves when the process that `exec` started has ended. */
  interrupt(): Promise<void>;
  /** Whether any of it is still there: a wrapper can end before what it started. */
  isRunning(): boolean;
  /** SIGKILL to all that is still there. */
  kill(): void;
};

/** Makes one. `cancelled`: interrupts it. `within`: the `exec` whose runner ends it at the latest. */
export function createProcessGroup({ cancelled, within }: { cancelled: AbortSignal; within: Exec }): ProcessGroup {
  const runner = createProcessRunner({ cancelled, ending: "interrupt-all", within });
  let leader = 0;
  return {
    exec: (command, args, options) =>
      runner.exec(command, args, {
        ...options,
        onStart: (pid) => {
          leader = pid;
          options.onStart?.(pid);
        },
      }),
    interrupt: () => runner.interruptAll(),
    isRunning: () => isGroupRunning(leader),
    kill: () => {
      try {
        if (leader > 0) process.kill(-leader, "SIGKILL");
      } catch {
        // It has ended meanwhile.
      }
    },
  };
}
