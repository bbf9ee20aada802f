/** Which open pull requests are left alone, by their keys. */
import { describe, expect, it } from "@jest/globals";
import type { Catalogues } from "./decide/decide.ts";
import { isPartlyKnown, leftAlone, type Unknown } from "./left-alone.ts";
import { nameOf } from "./pulls/content.ts";

const AWS = "provider hashicorp/aws";
const known: Catalogues = new Map([
  [AWS, { releases: [] }],
  ["module a/b/c", { releases: [] }],
]);
const broken: Catalogues = new Map([...known, [AWS, { problem: "the registry is down" }]]);
const nothing: Unknown = { catalogues: known, dropped: [], waiting: [], unreadable: 0 };

describe("an open pull request that nothing wants", () => {
  it.each<[string, Partial<Unknown>, string, boolean]>([
    ["is closed when everything is known", {}, `${AWS} 6.x`, false],
    ["stays while its dependency cannot be looked up", { catalogues: broken }, `${AWS} 6.x`, true],
    ["is closed when another one cannot", { catalogues: broken }, "module a/b/c 1.x", false],
    ["is closed when one with a longer name cannot", { catalogues: broken }, "provider hashicorp/awscc 1.x", false],
    ["of a group stays then", { catalogues: broken }, "group mine", true],
    ["of all stays then", { catalogues: broken }, "all major", true],
    ["with a digest for a key stays then", { catalogues: broken }, nameOf(`group ${"x".repeat(400)}`), true],
    ["stays when its files could not be made", { dropped: [`${AWS} 6.x`] }, `${AWS} 6.x`, true],
    ["stays when it waits", { waiting: [`${AWS} 6.x`] }, `${AWS} 6.x`, true],
    ["is closed when another one waits", { waiting: [`${AWS} 6.x`] }, `${AWS} 5.x`, false],
    ["stays by the name that its marker has", { waiting: ["group a  b"] }, nameOf("group a  b"), true],
    [
      "stays by the digest that its marker has",
      { dropped: ["module über/b/c 1.x"] },
      nameOf("module über/b/c 1.x"),
      true,
    ],
    ["stays while a file cannot be read", { unreadable: 1 }, `${AWS} 6.x`, true],
  ])("%s", (_, unknown, key, expected) => {
    expect(leftAlone({ ...nothing, ...unknown })(key)).toBe(expected);
  });
});

describe("a proposal of which a part is not known", () => {
  it.each<[string, Catalogues, string, boolean]>([
    ["a group while something cannot be looked up", broken, "group mine", true],
    ["a group while everything is known", known, "group mine", false],
    ["a dependency of its own", broken, `${AWS} 6.x`, false],
    ["a dependency that is called like all", broken, "allure", false],
  ])("%s", (_, catalogues, key, expected) => expect(isPartlyKnown(catalogues)(key)).toBe(expected));
});
