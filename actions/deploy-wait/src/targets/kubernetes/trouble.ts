/** Containers in trouble over time: what lasts is a failure, what passes is not. Pure. */
import { describeContainer, isTroubled } from "./pods.ts";
import type { Pod } from "./pods.ts";

/** A container that was seen in trouble and not well since. */
export type Trouble = {
  /** Pod and container. */
  key: string;
  /** When it was seen first, ms elapsed. */
  since: number;
  /** It is in trouble now, and not just between two tries. */
  isNow: boolean;
  /** What is wrong. */
  told: string;
};

/** Trouble that lasts so long does not pass, ms. */
const LASTS_MS = 90_000;

/** The troubles after a look at the pods. Only pods of the new revision count. */
export function troublesAfter(before: readonly Trouble[], pods: readonly Pod[], elapsedMs: number): Trouble[] {
  const known = new Map(before.map((trouble) => [trouble.key, trouble]));
  return pods
    .filter(({ isNew }) => isNew)
    .flatMap(({ name, containers }) =>
      containers.flatMap((container): Trouble[] => {
        const key = `${name}/${container.name}`;
        const earlier = known.get(key);
        const isNow = isTroubled(container);
        if (isNow) return [{ key, since: earlier?.since ?? elapsedMs, isNow, told: describeContainer(container) }];
        // Between two tries a container runs for a moment: only one that is ready has come through.
        return earlier === undefined || container.isReady ? [] : [{ ...earlier, isNow }];
      }),
    );
}

/** The trouble that is a failure by now: `2 pods: container app: CrashLoopBackOff …`; undefined when there is none. */
export function hopelessOf(troubles: readonly Trouble[], elapsedMs: number): string | undefined {
  const lasting = troubles.filter(({ isNow, since }) => isNow && elapsedMs - since >= LASTS_MS);
  const [first] = lasting;
  if (first === undefined) return undefined;
  const pod = first.key.slice(0, first.key.lastIndexOf("/"));
  const where = lasting.length > 1 ? `${lasting.length} containers: ` : pod === "" ? "" : `pod ${pod}: `;
  return `${where}${first.told}`;
}

/** Whether a look at the pods could show a failure soon, within `ms`. */
export function isDue(troubles: readonly Trouble[], elapsedMs: number, ms: number): boolean {
  return troubles.some(({ isNow, since }) => isNow && elapsedMs + ms - since >= LASTS_MS);
}
