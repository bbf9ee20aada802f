/**
 * Who holds a state lock: read out of the diagnostic that says so. terraform has no structured form of it, only a
 * fixed template in the detail: https://github.com/hashicorp/terraform/blob/main/internal/states/statemgr/locker.go
 * No decision and no sentence here.
 */

/** The holder's own words; any of them may be missing. */
export type LockInfo = {
  id?: string;
  path?: string;
  /** `OperationTypeApply` and the like. */
  operation?: string;
  /** user@host. */
  who?: string;
  version?: string;
  /** As terraform prints it: `2026-11-22 12:37:27.622745292 +0000 UTC`. */
  created?: string;
  /** The same as milliseconds since 1970, when it can be read. */
  createdAt?: number;
  info?: string;
};

const KEYS: ReadonlyMap<string, Exclude<keyof LockInfo, "createdAt">> = new Map([
  ["ID", "id"],
  ["Path", "path"],
  ["Operation", "operation"],
  ["Who", "who"],
  ["Version", "version"],
  ["Created", "created"],
  ["Info", "info"],
]);

const CREATED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)? ([+-]\d\d)(\d\d)/;

/**
 * The http backend prints the information of the lock it wanted, not of the one it met: only the id it names is the
 * holder's (https://github.com/hashicorp/terraform/blob/v1.11.4/internal/backend/remote-state/http/client.go). What
 * the state commands print is wrapped, so any space can be a line break.
 */
const HTTP_HOLDER = /HTTP\s+remote\s+state\s+already\s+locked(?::\s+ID=(\S+))?/;

/** The lock information in a diagnostic's detail; undefined when it names no lock, or not the holder's. */
export function parseLockInfo(detail: string): LockInfo | undefined {
  const http = HTTP_HOLDER.exec(detail);
  if (http !== null) return http[1] === undefined ? undefined : { id: http[1] };
  const lines = detail.split(/\r?\n/);
  const heading = lines.findIndex((line) => line.trim() === "Lock Info:");
  if (heading === -1) return undefined;
  const lock: LockInfo = {};
  for (const line of lines.slice(heading + 1)) {
    const colon = line.indexOf(":");
    const key = KEYS.get(line.slice(0, Math.max(colon, 0)).trim());
    if (!line.startsWith("  ") || key === undefined || lock[key] !== undefined) break;
    const value = line.slice(colon + 1).trim();
    if (value !== "") lock[key] = value;
  }
  const createdAt = parseCreated(lock.created);
  if (createdAt !== undefined) lock.createdAt = createdAt;
  return lock.id === undefined && lock.who === undefined ? undefined : lock;
}

function parseCreated(created: string | undefined): number | undefined {
  const match = CREATED.exec(created ?? "");
  if (match === null) return undefined;
  const [, date, time, fraction = "0", hours, minutes] = match;
  const parsed = Date.parse(`${date ?? ""}T${time ?? ""}.${fraction.padEnd(3, "0")}${hours ?? ""}:${minutes ?? ""}`);
  return Number.isNaN(parsed) ? undefined : parsed;
}
