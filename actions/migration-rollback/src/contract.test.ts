/** action.yml = code = README. */
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { contractDifferences } from "@handrail/testkit";

it("keeps its contract", async () => {
  expect(await contractDifferences(join(import.meta.dirname, ".."))).toEqual([]);
});
