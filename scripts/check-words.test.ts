/** What may not stand in the repository; the samples are put together so that the check does not find them here. */
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { checkWords, findWords } from "./check-words.ts";

const slash = "/";
const dot = ".";

describe("words", () => {
  it.each([
    [`"${slash}tmp/x"`, [`${slash}tmp/x`]],
    [`cd ${slash}root/project`, [`${slash}root/project`]],
    [`${slash}Users/someone`, [`${slash}Users/someone`]],
    [`https://registry${dot}npmjs${dot}org/yaml`, [`registry${dot}npmjs${dot}org`]],
    [`apt from deb${dot}debian${dot}org`, [`deb${dot}debian${dot}org`]],
  ])("finds %s", (text, words) => {
    expect(findWords(text).map(({ word }) => word)).toEqual(words);
  });

  it.each([
    `\${base}${slash}tmp/x`,
    `a${slash}tmp/b`,
    `${slash}tmp`,
    `https://example.com${slash}home/page`,
    "registry.terraform.io",
    ["", "home", "runner", "work", "x"].join(slash),
  ])("allows %s", (text) => {
    expect(findWords(text)).toEqual([]);
  });

  it("names file and line, and leaves bundles and binary files alone", () => {
    const path = `one\n${slash}tmp/x`;
    const files = { "a.md": path, "actions/x/dist/index.js": path, "b.bin": Buffer.from(`\0${path}`) };
    using checkout = workspace(files, { git: true });
    expect(checkWords(checkout.path)).toEqual([`a.md:2: ${slash}tmp/x: a path of one machine`]);
  });
});
