/** What goes wrong on the way to the loopback ECS, for a while. */
import type { AwsCall, AwsReply } from "../aws/server.ts";

/** A fault: which calls it hits, how many or how long, and what they come to. */
export type EcsFault = {
  /** `DescribeTasks`; absent: every operation. */
  operation?: string;
  /** So many calls; absent: no end but that of `forMs`. */
  times?: number;
  /** From the first call that it hits on, by the caller's time. */
  forMs?: number;
  /** What they come to. A name is an error of that name: `ThrottlingException` (400), `ServerException` (500) … */
  reply: string | AwsReply;
  /** The call does its work first, and only its answer is lost. */
  isAfter?: boolean;
};

/** Faults, in the order in which they were named. */
export interface Faults {
  add(fault: EcsFault): void;
  /** The fault that hits a call. */
  hit(call: AwsCall): EcsFault | undefined;
}

/** None yet. */
export function createFaults(): Faults {
  const active: { fault: EcsFault; left: number; since: number | undefined }[] = [];
  return {
    add: (fault) => active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY, since: undefined }),
    hit(call) {
      for (const each of active) {
        const { operation = call.operation, forMs = Number.POSITIVE_INFINITY } = each.fault;
        if (operation !== call.operation || each.left === 0) continue;
        each.since ??= call.at;
        if (call.at - each.since >= forMs) continue;
        each.left -= 1;
        return each.fault;
      }
      return undefined;
    },
  };
}

/** The reply of a fault. */
export function replyOf({ reply }: EcsFault): AwsReply {
  if (typeof reply !== "string") return reply;
  const httpStatus = /^(?:Server|Internal|ServiceUnavailable)/.test(reply) ? 500 : 400;
  return { error: { name: reply, httpStatus, message: `${reply} on demand` } };
}
