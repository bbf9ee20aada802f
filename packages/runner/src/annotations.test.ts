import { describe, expect, it } from "@jest/globals";
import { type Annotation, rankAnnotations } from "./annotations.ts";

const many = (level: Annotation["level"], count: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({ level, message: `${level} ${index}` }));

describe("rankAnnotations", () => {
  it("H021: 500 diagnostics become 10 of each level, worst first, in their order, and the rest is counted", () => {
    const all = [...many("notice", 11), ...many("warning", 289), ...many("error", 200)];
    const { shown, omitted } = rankAnnotations(all);
    expect(shown.map(({ message }) => message)).toEqual(
      [...many("error", 10), ...many("warning", 10), ...many("notice", 10)].map(({ message }) => message),
    );
    expect(omitted).toEqual({ error: 190, warning: 279, notice: 1 });
  });

  it("keeps all when there are few, with title and location", () => {
    const one: Annotation = { level: "notice", title: "t", message: "m", location: { file: "a.tf", line: 2 } };
    expect(rankAnnotations([one])).toEqual({ shown: [one], omitted: { error: 0, warning: 0, notice: 0 } });
    expect(rankAnnotations([one], 0)).toEqual({ shown: [], omitted: { error: 0, warning: 0, notice: 1 } });
  });

  it("H021: cuts a message at 4096 and never inside a character", () => {
    const messages = ["x".repeat(4096), "x".repeat(4097), `${"x".repeat(4094)}😀${"y".repeat(10)}`];
    const shown = rankAnnotations(messages.map((message) => ({ level: "error" as const, message }))).shown;
    expect(shown.map(({ message }) => message.length)).toEqual([4096, 4096, 4095]);
    expect(shown.map(({ message }) => message.isWellFormed())).toEqual([true, true, true]);
    expect(shown.map(({ message }) => message.endsWith("…"))).toEqual([false, true, true]);
  });
});
