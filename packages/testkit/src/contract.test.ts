import { join } from "node:path";

import { describe, expect, it } from "@jest/globals";

import { contractDifferences, contractTest } from "./contract.ts";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures", name);

describe("contractTest", () => {
  it("is silent when action.yml, code and README agree", async () => {
    await expect(contractTest(fixture("good-contract"))).resolves.toBeUndefined();
  });

  it("names every difference", async () => {
    const differences = await contractDifferences(fixture("broken-contract"));
    expect(differences).toEqual(
      expect.arrayContaining([
        expect.stringContaining("label"),
        "README.md does not list the input directory",
        "README.md lists old-name, which is none of the inputs",
        "README.md has no <!-- outputs --> … <!-- /outputs --> section",
      ]),
    );
    await expect(contractTest(fixture("broken-contract"))).rejects.toThrow(
      /README\.md does not list the input directory/u,
    );
  });
});
