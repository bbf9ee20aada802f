/** The bake as something that is waited for: one item, a success at its end. */
import type { Ask } from "@handrail/aws";
import { lookAt } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { nextBake } from "./machine.ts";
import type { AlarmSights, BakeSettings, BakeState } from "./machine.ts";
import { readAlarms } from "./read.ts";

/** The bake of these alarms; its elapsed time begins when the deployment has ended. */
export function createBakeTarget(settings: BakeSettings, ask: Ask): Target {
  const item = { id: "bake", label: `bake (${settings.names.length} alarm${settings.names.length === 1 ? "" : "s"})` };
  return defineTarget<AlarmSights, BakeState, "alarms">({
    kind: "bake",
    items: [item],
    first: ["alarms"],
    next: (state, sights, elapsedMs) => nextBake(settings, state, sights, elapsedMs),
    read: async (wanted) => {
      let calls = 0;
      const look = await lookAt(async () => {
        const read = await readAlarms(ask, settings.names);
        calls = read.calls;
        return read.sights;
      });
      return { looks: new Map(wanted.map(({ item: { id } }) => [id, look])), calls: Math.max(1, calls) };
    },
  });
}
