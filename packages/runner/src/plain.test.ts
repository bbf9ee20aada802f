/** What cannot be read as asked is absent, whatever it is. */
import { expect, it } from "@jest/globals";
import { read, readId, readList, readNumber, readText, readTime } from "./plain.ts";

const value = { text: "t", number: 1.5, id: 7, list: [1], deep: { text: "d" }, none: null };

it("reads what is there", () => {
  expect(read(value, "deep", "text")).toBe("d");
  expect(readText(value, "text")).toBe("t");
  expect(readNumber(value, "number")).toBe(1.5);
  expect(readId(value, "id")).toBe(7);
  expect(readList(value, "list")).toEqual([1]);
});

it.each([
  ["an inherited property", read(value, "constructor", "name"), undefined],
  ["a property of null", read(value, "none", "text"), undefined],
  ["a text of a number", readText(value, "id"), ""],
  ["a number of a text", readNumber(value, "text"), undefined],
  ["a number that is none", readNumber({ number: Number.NaN }, "number"), undefined],
  ["an id with a fraction", readId(value, "number"), undefined],
  ["an id that is negative", readId({ id: -1 }, "id"), undefined],
  ["a list of an object", readList(value, "deep"), []],
])("reads %s as absent", (_name, found, expected) => {
  expect(found).toEqual(expected);
});

it.each([
  [new Date(5000), 5000],
  [1.5, 1500],
  ["1970-01-01T00:00:02Z", 2000],
  ["soon", undefined],
  [new Date("x"), undefined],
  [null, undefined],
])("reads %p as the time %p", (given, expected) => {
  expect(readTime({ at: given }, "at")).toBe(expected);
});
