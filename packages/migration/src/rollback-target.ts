/** Where a rollback is to go back to, as the input `to` says it. Pure. */
import { inputFailure } from "@handrail/runner";
import type { RollbackTarget } from "./history.ts";

/** What is accepted, to complete "accepted is …". */
export const TARGET_FORM =
  "previous-deployment, deployment:<id>, before-deployment:<id>, version:<v> with one line of at most 255 printable characters, or steps:<1 to 1000>";

const MAX_VERSION = 255;
const MAX_STEPS = 1000;

/**
 * Reads it; empty is `previous-deployment`. A version is whatever a tool's table may hold, which is why it is never part of a
 * shell's words or of SQL without quotes.
 * @throws Failure `invalid-input` that names what is accepted
 */
export function parseTarget(text: string): RollbackTarget {
  const target = readTarget(text);
  if (target === undefined) throw inputFailure([{ name: "to", given: text, accepts: TARGET_FORM }]);
  return target;
}

function readTarget(text: string): RollbackTarget | undefined {
  if (text === "" || text === "previous-deployment") return { kind: "previous-deployment" };
  const colon = text.indexOf(":");
  const [kind, value] = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)];
  switch (kind) {
    case "deployment":
    case "before-deployment": {
      const id = readNumber(value, Number.MAX_SAFE_INTEGER);
      return id === undefined ? undefined : { kind, id };
    }
    case "steps": {
      const steps = readNumber(value, MAX_STEPS);
      return steps === undefined ? undefined : { kind, steps };
    }
    case "version":
      return isVersion(value) ? { kind, version: value } : undefined;
    default:
      return undefined;
  }
}

/** A whole number from 1, without sign, zeros in front or anything else around it. */
function readNumber(text: string, max: number): number | undefined {
  const value = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  return value <= max ? value : undefined;
}

/** Letters, digits, marks, signs and spaces in the middle; nothing that cannot be seen or means nothing. */
function isVersion(text: string): boolean {
  const isPrintable = /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text);
  return isPrintable && Array.from(text).length <= MAX_VERSION && text === text.trim();
}
