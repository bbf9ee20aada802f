/**
 * Opens a page for the person at the machine, where there is one: never in CI, never without a desktop.
 */
import { spawn, spawnSync } from "node:child_process";

/** Opens the address; false when there is no browser, or nobody to look at it. */
export function openInBrowser(address: string): boolean {
  if (process.env["CI"] !== undefined || !process.stdout.isTTY) return false;
  const isMac = process.platform === "darwin";
  const hasDesktop = isMac || process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
  const program = isMac ? "open" : "xdg-open";
  if (!hasDesktop || spawnSync("which", [program]).status !== 0) return false;
  spawn(program, [address], { detached: true, stdio: "ignore" }).unref();
  return true;
}
