/** Reads a pipeline's execution and what surrounds it. It asks and parses; what that means is the machine's. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { refusalOf } from "../../wait/doors.ts";
import { parseActions } from "./action.ts";
import { parseExecution, parseExecutions } from "./execution.ts";
import { parseStages } from "./place.ts";
import type { Answered, PipelineRead, PipelineSnapshot } from "./snapshot.ts";

/** Which execution of which pipeline; `execution` is "" while none is known. */
export type Pin = { pipeline: string; execution: string };

/** What answers hold of a look. */
export type Seen = Omit<PipelineSnapshot, "nowMs" | "startedAfterMs">;

/** What a look reads; each of `reads` is one call. */
export async function readLook(ask: Ask, pin: Pin, reads: readonly PipelineRead[]): Promise<Seen> {
  const isAlone = reads.length === 1;
  const parts = await Promise.all(reads.map((read) => readers[read](ask, pin, isAlone)));
  return { reads, ...Object.assign({}, ...parts) };
}

/** What one call adds to a look. */
type Part = Partial<Omit<Seen, "reads">>;

const readers: Readonly<Record<PipelineRead, (ask: Ask, pin: Pin, isAlone: boolean) => Promise<Part>>> = {
  execution: (ask, { pipeline, execution }) =>
    orMissing(async () => {
      const input = { pipelineName: pipeline, pipelineExecutionId: execution };
      const found = parseExecution(await ask("codepipeline", "GetPipelineExecution", input));
      return found === undefined ? {} : { execution: found };
    }),
  state: async (ask, { pipeline }, isAlone) => {
    const input = { name: pipeline };
    return {
      stages: await orNot(async () => parseStages(await ask("codepipeline", "GetPipelineState", input)), isAlone),
    };
  },
  executions: async (ask, { pipeline, execution }) => {
    const list = async (): ReturnType<typeof listExecutions> => listExecutions(ask, pipeline);
    if (execution === "") return orMissing(async () => ({ executions: { list: await list() } }));
    return { executions: await orNot(list, false) };
  },
  actions: async (ask, pin) => ({ actions: await orNot(async () => listActions(ask, pin), false) }),
};

/** The newest hundred executions of a pipeline, the newest first. */
export async function listExecutions(ask: Ask, pipeline: string): Promise<ReturnType<typeof parseExecutions>> {
  return parseExecutions(await ask("codepipeline", "ListPipelineExecutions", { pipelineName: pipeline }));
}

async function listActions(ask: Ask, { pipeline, execution }: Pin): Promise<ReturnType<typeof parseActions>> {
  const filter = { pipelineExecutionId: execution };
  return parseActions(await ask("codepipeline", "ListActionExecutions", { pipelineName: pipeline, filter }), execution);
}

/** A call that a look cannot do without. "There is none" is part of what it sees. */
async function orMissing(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (error) {
    const code = refusalOf(error);
    const isInvalid = code === "ValidationException";
    if (!isInvalid && code !== "PipelineExecutionNotFoundException" && code !== "PipelineNotFoundException")
      throw error;
    const said = error instanceof AwsFault && error.said !== code ? error.said : "";
    return { missing: said === "" ? code : `${code}: ${said}`, isInvalid };
  }
}

/** A call that a look can do without; a look that is nothing else has no answer when AWS gives none. */
async function orNot<T>(list: () => Promise<readonly T[]>, isNeeded: boolean): Promise<Answered<T>> {
  try {
    return { list: await list() };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    if (error.kind === "denied") return { denied: error.action };
    if (isNeeded && error.kind !== "refused") throw error;
    return { fault: error.code };
  }
}
