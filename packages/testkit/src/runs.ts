/**
 * How often a property runs. `npm test` uses small counts and a fixed seed, `npm run test:deep` large ones and a
 * random seed that is printed, so that a failure can be repeated with HANDRAIL_SEED.
 */
/** Whether this is `npm run test:deep`. */
export const isDeep: boolean = process.env["HANDRAIL_DEEP"] === "1";
let chosen: number | undefined;

/** The number of runs for a property: `normal` in `npm test`, `deep` in `npm run test:deep`. */
export function runs(normal: number, deep: number): number {
  return isDeep ? deep : normal;
}

/** The seed for fast-check: HANDRAIL_SEED when set, else random (deep) or fixed. */
export function seed(): number {
  if (chosen === undefined) {
    const given = process.env["HANDRAIL_SEED"];
    chosen = given !== undefined ? Number(given) : isDeep ? Math.floor(Math.random() * 0x7fffffff) : 20261122;
    if (isDeep) process.stderr.write(`seed: HANDRAIL_SEED=${chosen}\n`);
  }
  return chosen;
}
