/** What is to be read of a service, and what came of it: the types that the reads share. */
import type { Answer } from "./attempt.ts";
import type { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import type { Subject } from "./subject.ts";
import type { EcsRead } from "./verdicts.ts";

/** What is to be read of one service. */
export type Order = { subject: Subject; arn: string; state: State | undefined; reads: readonly EcsRead[] };

/** A part of a look. */
export type Part = Partial<Snapshot>;

/** Parts of looks by the name of the service. */
export type Parts = ReadonlyMap<string, Answer<Part>>;
