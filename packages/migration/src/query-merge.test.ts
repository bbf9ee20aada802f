/** Questions of one turn are one; what fails together is asked apart. */
import { describe, expect, it } from "@jest/globals";
import type { Query } from "@handrail/database";
import { mergeQueries } from "./query-merge.ts";

function recording(fails: (statements: readonly string[]) => boolean): { query: Query; asked: string[][] } {
  const asked: string[][] = [];
  const query: Query = (statements) => {
    asked.push([...statements]);
    if (fails(statements)) return Promise.reject(new Error(`no ${statements.join(" ")}`));
    return Promise.resolve(statements.map((statement) => [{ said: statement }]));
  };
  return { query: mergeQueries(query), asked };
}

describe("mergeQueries", () => {
  it("asks at once what is asked in one turn, and gives each its own answers", async () => {
    const { query, asked } = recording(() => false);
    const [one, two] = await Promise.all([query(["a", "b"]), query(["c"])]);
    expect(asked).toEqual([["a", "b", "c"]]);
    expect(one).toEqual([[{ said: "a" }], [{ said: "b" }]]);
    expect(two).toEqual([[{ said: "c" }]]);
  });

  it("asks apart what is asked one after the other", async () => {
    const { query, asked } = recording(() => false);
    await query(["a"]);
    await query(["b"]);
    expect(asked).toEqual([["a"], ["b"]]);
  });

  it("asks each by itself when the whole fails, so that one failure is not another's", async () => {
    const { query, asked } = recording((statements) => statements.includes("bad"));
    const [one, two] = await Promise.allSettled([query(["bad"]), query(["good"])]);
    expect(asked).toEqual([["bad", "good"], ["bad"], ["good"]]);
    expect(one).toMatchObject({ status: "rejected", reason: { message: "no bad" } });
    expect(two).toMatchObject({ status: "fulfilled", value: [[{ said: "good" }]] });
  });
});
