/** The header by which a process with warped time tells a server on loopback what time it is. It depends on nothing. */

/** Its value is ms since 1970, without the offset of a wrong clock. */
export const WARP_HEADER = "x-handrail-warp-now";

/** The time of the caller, when its time is warped. */
export function warpedNow({ headers }: { headers: Readonly<Record<string, string>> }): number | undefined {
  const text = headers[WARP_HEADER];
  return text === undefined ? undefined : Number(text);
}
