/**
 * Looks whether a process that an earlier phase of the step started is still there.
 */

/** Whether the process exists; one that we may not signal does. */
export function isProcessRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
