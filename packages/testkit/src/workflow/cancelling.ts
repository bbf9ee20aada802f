/** Cancellation of a run, a matrix or a job: what is cancelled takes everything below with it. */

/** Something that can be cancelled once. */
export interface Canceller {
  readonly isCancelled: boolean;
  /** Resolves when it is. */
  readonly happened: Promise<void>;
  cancel(): void;
  /** One that is cancelled with this one, and alone too. */
  child(): Canceller;
}

/** Makes one. */
export function createCanceller(): Canceller {
  const happened = Promise.withResolvers<void>();
  const children: Canceller[] = [];
  let isCancelled = false;
  return {
    get isCancelled() {
      return isCancelled;
    },
    happened: happened.promise,
    cancel() {
      isCancelled = true;
      happened.resolve();
      for (const child of children) child.cancel();
    },
    child() {
      const child = createCanceller();
      if (isCancelled) child.cancel();
      children.push(child);
      return child;
    },
  };
}
