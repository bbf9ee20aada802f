/**
 * Looks whether a process that an earlier phase of the step started is still there.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Whether the process exists; one that we may not signal does. */
export function isProcessRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  return isThere(pid);
}

/**
 * Whether any process of the group that `pid` leads, or led, is still at work. One that has ended and that nobody has asked how does
 * not count: in a container without an init nobody ever asks.
 */
export function isGroupRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isThere(-pid)) return false;
  const states = statesOfGroup(pid);
  return states === undefined || states.some((state) => state !== "Z" && state !== "X");
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** As /proc tells them; undefined where there is none. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statesOfGroup(group: number): string[] | undefined {
  try {
    const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return ids.map(readStat).flatMap((fields) => (Number(fields[2]) === group ? [fields[0] ?? ""] : []));
  } catch {
    return undefined;
  }
}

/** State, parent and group: what stands behind the name, which may hold anything. */
function readStat(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}
