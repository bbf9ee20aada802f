/** Values inside of JSON by a short path: `build.version`, `items[0].id`. Pure. */
import { read } from "@handrail/runner";

/**
 * The text of the value at a path: a string as it is, anything else as JSON. Undefined when there is none. A key that holds
 * dots itself is found, too, when it stands at the top.
 */
export function textAt(json: unknown, path: string): string | undefined {
  const whole = read(json, path);
  const found = whole === undefined ? follow(json, path) : whole;
  if (found === undefined) return undefined;
  return typeof found === "string" ? found : JSON.stringify(found);
}

function follow(json: unknown, path: string): unknown {
  // `$.a.b` is how some write it.
  const steps = path.replace(/^\$\.?/, "").match(/\[\d+\]|[^.[\]]+/g) ?? [];
  let current = json;
  for (const step of steps) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    current = index === undefined ? read(current, step) : Array.isArray(current) ? read(current, index) : undefined;
  }
  return current;
}
