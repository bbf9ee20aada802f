/** The order of texts. Pure. */

/** Orders texts by their code units: the same on every machine, which localeCompare is not. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
