/**
 * Reads JSON from outside so that no key of it can reach the prototypes of our own objects.
 */

type Container = unknown[] | Record<string, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === "object" && value !== null;

/**
 * JSON as plain data: objects have no prototype, so that `__proto__`, `constructor` and the like are ordinary keys and
 * a missing key is always undefined. Depth is not limited and not recursed into. Throws SyntaxError as JSON.parse does.
 */
export function parseJson(text: string): unknown {
  const root: unknown = JSON.parse(text);
  const open: Container[] = isContainer(root) ? [root] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!Array.isArray(next)) Object.setPrototypeOf(next, null);
    for (const value of Array.isArray(next) ? next : Object.values(next)) if (isContainer(value)) open.push(value);
  }
  return root;
}
