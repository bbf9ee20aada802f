/** Matrices as GitHub's documentation expands them. */
import { describe, expect, it } from "@jest/globals";

import { expandMatrix, matrixSuffix } from "./matrix.ts";

describe("expandMatrix", () => {
  it.each<[string, unknown, unknown]>([
    ["none", undefined, [{}]],
    ["one vector", { a: [1, 2] }, [{ a: 1 }, { a: 2 }]],
    [
      "two vectors, the last one fastest",
      { a: [1, 2], b: ["x", "y"] },
      [
        { a: 1, b: "x" },
        { a: 1, b: "y" },
        { a: 2, b: "x" },
        { a: 2, b: "y" },
      ],
    ],
    ["only include", { include: [{ a: 1 }, { b: 2 }] }, [{ a: 1 }, { b: 2 }]],
    ["exclude by a part", { a: [1, 2], b: ["x", "y"], exclude: [{ a: 1 }, { a: 2, b: "y" }] }, [{ a: 2, b: "x" }]],
    [
      // https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
      "include as documented",
      {
        fruit: ["apple", "pear"],
        animal: ["cat", "dog"],
        include: [
          { color: "green" },
          { color: "pink", animal: "cat" },
          { fruit: "apple", shape: "circle" },
          { fruit: "banana" },
          { fruit: "banana", animal: "cat" },
        ],
      },
      [
        { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
        { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
        { fruit: "pear", animal: "cat", color: "pink" },
        { fruit: "pear", animal: "dog", color: "green" },
        { fruit: "banana" },
        { fruit: "banana", animal: "cat" },
      ],
    ],
  ])("%s", (_, matrix, expected) => {
    expect(expandMatrix(matrix)).toEqual(expected);
  });

  it.each<[unknown, RegExp]>([
    [{ a: [] }, /Matrix vector 'a' does not contain any values/],
    [{ a: "x" }, /Matrix vector 'a' does not contain any values/],
    [{ include: [] }, /at least one vector/],
    [{ a: [1], include: ["x"] }, /Matrix include must be a list of mappings/],
    [[1], /must be a mapping/],
  ])("%j is refused", (matrix, message) => {
    expect(() => expandMatrix(matrix)).toThrow(message);
  });

  it("names the jobs", () => {
    expect([{}, { a: 1 }, { a: "x", b: { c: "y", d: 2 } }].map((each) => matrixSuffix(each))).toEqual([
      "",
      " (1)",
      " (x, y, 2)",
    ]);
  });
});
