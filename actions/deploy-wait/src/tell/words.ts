/** How results are said to people. Pure. */
import type { Result } from "../wait/verdict.ts";

type Words = { sign: string; did: string; remedy: string };

const again = "Mend the cause, then deploy again.";

/** For each result: the sign in the summary, what the object did, and what to do when nothing better is known. */
export const words: Readonly<Record<Result, Words>> = {
  success: { sign: "✅", did: "succeeded", remedy: "" },
  noop: { sign: "✅", did: "had nothing to deploy", remedy: "" },
  "no-change": { sign: "✅", did: "succeeded, and the metrics did not change", remedy: "" },
  failed: { sign: "❌", did: "failed", remedy: again },
  "rolled-back": {
    sign: "↩️",
    did: "was rolled back",
    remedy: "The former version serves, or is about to. Mend the cause, then deploy again.",
  },
  "rollback-failed": {
    sign: "❌",
    did: "failed, and so did its rollback",
    remedy: "Look at it at once: neither version may be whole.",
  },
  superseded: {
    sign: "⏭️",
    did: "was superseded",
    remedy:
      "A newer deployment took its place: look at that one. Let deployments wait for each other with `concurrency`.",
  },
  stopped: { sign: "🛑", did: "was stopped", remedy: "Ask whoever stopped it, then deploy again." },
  cancelled: { sign: "🛑", did: "was cancelled", remedy: "Deploy again when you want its result." },
  rejected: { sign: "✋", did: "was rejected", remedy: "Talk to whoever rejected it." },
  unstable: {
    sign: "⚠️",
    did: "is unstable",
    remedy: "Look at its tests; set allow-unstable when that is good enough.",
  },
  timeout: {
    sign: "⌛",
    did: "did not end in time",
    remedy: "It may still go on: look at it. Raise `timeout` when it only needs longer.",
  },
  "not-found": {
    sign: "❓",
    did: "was not found",
    remedy: "Check the names, ids and the Region that the step was given.",
  },
  "access-denied": {
    sign: "🔒",
    did: "may not be looked at",
    remedy: "Give the role the permissions that the README lists.",
  },
  "credentials-expired": {
    sign: "🔒",
    did: "could not be followed to its end: the credentials expired",
    remedy: "Name a role in role-to-assume, or let the role's sessions last longer than the deployment.",
  },
  alarm: {
    sign: "🚨",
    did: "was followed by an alarm",
    remedy: "Look at the alarm, and roll back when it is ours.",
  },
  regression: {
    sign: "📉",
    did: "made metrics worse",
    remedy: "Look at the metrics, and roll back when it is ours.",
  },
  inconclusive: {
    sign: "❔",
    did: "came to no verdict",
    remedy: "Look at the deployment itself: it may have ended either way.",
  },
};
