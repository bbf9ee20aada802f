/** Which files the input `paths` means. */
import { expect, it } from "@jest/globals";
import { selectPaths } from "./paths.ts";

it.each([
  ["**", ".github/workflows/plan.yml", true],
  ["**", "main.tf", true],
  ["live", "live/prod/main.tf", true],
  ["live/", "live/prod/main.tf", true],
  ["live", "lively/main.tf", false],
  ["live/*", "live/prod/main.tf", true],
  ["live/*.tf", "live/prod/main.tf", false],
  ["live/**/*.tf", "live/main.tf", true],
  ["live/**/*.tf", "live/a/b/main.tf", true],
  ["**/prod/**", "live/prod/main.tf", true],
  ["**/prod/**", "prod/main.tf", true],
  ["live/?/main.tf", "live/a/main.tf", true],
  ["live/?/main.tf", "live/ab/main.tf", false],
  ["a+b(c)", "a+b(c)/main.tf", true],
  ["a.c", "abc", false],
  ["./live", "live/main.tf", true],
  [".", "main.tf", true],
])("%s and %s: %s", (glob, path, isMeant) => {
  expect(selectPaths([glob])(path)).toBe(isMeant);
});

it("leaves out what a line with ! names, wherever it stands", () => {
  const select = selectPaths(["!**/vendor/**", "**"]);
  expect([select("live/main.tf"), select("live/vendor/main.tf")]).toEqual([true, false]);
  expect(selectPaths(["!old"])("live/main.tf")).toBe(true);
});
