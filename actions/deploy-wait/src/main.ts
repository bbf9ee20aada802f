/** Wires: reads the inputs, hands run.ts what it may touch, sets the outputs. It decides nothing. */
import { runAction } from "@handrail/runner/host";
import { outputs, readGivenInputs } from "./inputs.ts";
import { run } from "./run.ts";

await runAction({
  name: "deploy-wait",
  outputs,
  main(host) {
    const done = run(readGivenInputs(host.environment), { say: (text) => host.log.info(text) });
    return Promise.resolve({ outputs: done });
  },
});
