/** The licence file of a bundle: every package in it, whatever chunk it is in, and a stop at unknown terms. */
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { packageFolders, renderLicences } from "./licences.ts";

const manifest = (name: string, license: string): string => JSON.stringify({ name, version: "1.0.0", license });

describe("licences", () => {
  it("finds the packages behind a source map's sources", () => {
    const sources = [
      "../webpack/bootstrap",
      '../external node-commonjs "node:fs"',
      ".././actions/plan/lib/main.js",
      ".././node_modules/@handrail/runner/lib/index.js",
      ".././node_modules/b/lib/a.js",
      ".././node_modules/b/lib/c.js",
      ".././node_modules/@scope/a/index.js",
      ".././node_modules/b/node_modules/c/index.js",
    ];
    expect(packageFolders(sources)).toEqual([
      "node_modules/@scope/a",
      "node_modules/b",
      "node_modules/b/node_modules/c",
    ]);
  });

  it("renders each package's own text, with plain line ends", () => {
    using root = workspace({
      "node_modules/b/package.json": manifest("b", "MIT"),
      "node_modules/b/LICENCE.md": "Free  \r\nfor all\r\n",
      "node_modules/a/package.json": manifest("a", "ISC"),
    });
    expect(renderLicences(root.path, ["node_modules/b/x.js", "node_modules/a/y.js"])).toBe(
      `a 1.0.0 (ISC)\n\n(the package has no licence file)\n\n${"-".repeat(80)}\n\nb 1.0.0 (MIT)\n\nFree\nfor all\n`,
    );
  });

  it("stops at a licence that nobody looked at", () => {
    using root = workspace({ "node_modules/b/package.json": manifest("b", "UNLICENSED") });
    expect(() => renderLicences(root.path, ["node_modules/b/x.js"])).toThrow(
      /node_modules\/b: its licence is UNLICENSED/,
    );
  });

  it("renders nothing for a bundle of our own code", () => {
    expect(renderLicences(".", [".././packages/runner/lib/index.js"])).toBe("");
  });
});
