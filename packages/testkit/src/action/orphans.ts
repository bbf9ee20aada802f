/** What the runner does at the end of a job: every process whose environment still bears the job's tracking id is killed. */
import { readdirSync, readFileSync } from "node:fs";

/** A process that outlived its step. */
export type Orphan = { pid: number; command: string };

/** Lists processes with RUNNER_TRACKING_ID=`id`. On Linux only; elsewhere the list is empty. */
export function findOrphans(id: string): Orphan[] {
  return processIds().flatMap((pid) => {
    const environment = read(`/proc/${pid}/environ`);
    if (!environment.split("\0").includes(`RUNNER_TRACKING_ID=${id}`)) return [];
    return [{ pid, command: read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim() }];
  });
}

/** Kills them with SIGKILL, as the runner does, and returns who they were. */
export function killOrphans(id: string): Orphan[] {
  const orphans = findOrphans(id);
  for (const { pid } of orphans) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
  return orphans;
}

function processIds(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/u.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Processes of others and those that just ended cannot be read; they are not ours. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
