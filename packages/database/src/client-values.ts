/** Values of drivers as plain data: see Row. */

/** What a column of a row can hold. */
export type Cell = string | number | boolean | null;

/** An integer as a number, as text beyond 2^53; any other text stays as it is. */
export function toInteger(text: string): string | number {
  if (!/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

/** A floating-point number; NaN and the infinities stay text. */
export function toFloat(text: string): string | number {
  const number = Number(text);
  return text !== "" && Number.isFinite(number) ? number : text;
}

/** Whatever a driver makes of a value. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return toInteger(String(value));
  return ArrayBuffer.isView(value) ? hexOf(value) : JSON.stringify(value);
}

/** Bytes as lower-case hex. */
export function hexOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("hex");
}
