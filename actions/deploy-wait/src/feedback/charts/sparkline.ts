/** A picture of one line: blocks of eight heights, the deployment as a bar between them. Pure. */
import type { Column } from "./columns.ts";

const heights = "▁▂▃▄▅▆▇█";

/** `▁▂▁▁▂│▅▇▆`: this time's values; a gap is a space. "" without any value. */
export function sparkline(columns: readonly Column[]): string {
  const values = columns.flatMap(({ now }) => now ?? []);
  if (values.length === 0) return "";
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const draw = ({ now }: Column): string => {
    if (now === undefined) return " ";
    const step = most === least ? 0 : Math.round(((now - least) / (most - least)) * (heights.length - 1));
    return heights.charAt(step);
  };
  const side = (isAfter: boolean): string =>
    columns
      .filter((column) => column.isAfter === isAfter)
      .map(draw)
      .join("");
  return `${side(false)}│${side(true)}`;
}
