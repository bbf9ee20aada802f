/** How numbers are written for people and for Mermaid, which knows no exponents. Pure. */

/** About four digits, never an exponent: `0.0132`, `1280`, `-3.5`. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value) || value === 0) return "0";
  const digits = Math.min(15, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
  const fixed = value.toFixed(digits);
  // Very large numbers are written with an exponent by toFixed.
  const text = fixed.includes("e") ? BigInt(Math.round(value)).toString() : fixed;
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** A value in its metric's unit: `1.32 %` for a fraction whose unit is `%`, `0.21 s`. */
export function valueText(value: number, unit: string): string {
  return unit === "%" ? `${plainNumber(value * 100)} %` : `${plainNumber(value)}${unit}`;
}

/** A change: `+53 %`, `−4.2 %`, and `×21` from eleven times as much on. */
export function effectText(effect: number): string {
  if (effect >= 10) return `×${plainNumber(Number((effect + 1).toPrecision(3)))}`;
  const percent = Math.abs(effect * 100);
  const text = percent >= 10 ? percent.toFixed(0) : percent.toFixed(1);
  return `${Number(text) === 0 ? "±" : effect < 0 ? "−" : "+"}${text} %`;
}
