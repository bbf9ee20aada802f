/** That a bundle which is not the rebuild's is found, by one byte, and what a copy of the checkout holds. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { compareFolders } from "./check-dist.ts";
import { copyCheckout, listFiles } from "./checkout-copy.ts";

describe("dist", () => {
  it.each([
    ["nothing in equal folders", { "a.js": "1\n2\n", "b/c.js": "3" }, []],
    ["one byte", { "a.js": "1\n3\n", "b/c.js": "3" }, ["dist/a.js differs from a rebuild (first in line 2)"]],
    ["a line end", { "a.js": "1\r\n2\n", "b/c.js": "3" }, ["dist/a.js differs from a rebuild (first in line 1)"]],
    ["a missing file", { "a.js": "1\n2\n" }, ["dist/b/c.js is missing"]],
    ["a file too many", { "a.js": "1\n2\n", "b/c.js": "3", "d.js": "" }, ["dist/d.js is not built any more"]],
  ])("H093: finds %s", (_what, committed, problems) => {
    using ours = workspace(committed, { git: false });
    using rebuilt = workspace({ "a.js": "1\n2\n", "b/c.js": "3" }, { git: false });
    expect(compareFolders(ours.path, rebuilt.path, "dist")).toEqual(problems);
  });

  it("finds everything missing where there is no bundle at all", () => {
    using rebuilt = workspace({ "a.js": "1" }, { git: false });
    expect(compareFolders(rebuilt.resolve("none"), rebuilt.path, "dist")).toEqual(["dist/a.js is missing"]);
  });
});

describe("a copy of the checkout", () => {
  it("holds what git would commit, and the same dependencies", () => {
    using checkout = workspace(
      { ".gitignore": "node_modules\n.cache\nignored", "a.ts": "old", "gone.ts": "" },
      { git: true },
    );
    checkout.write({ "a.ts": "new", "b/new.ts": "1", ignored: "", "node_modules/x/index.js": "x" });
    checkout.write({ "node_modules/link": { link: "../b" }, "dist/index.js": "" });
    checkout.remove("gone.ts");
    expect(listFiles(checkout.path).toSorted()).toEqual([".gitignore", "a.ts", "b/new.ts", "dist/index.js"]);
    const copy = copyCheckout(checkout.path, (file) => !file.startsWith("dist/"));
    expect(readFileSync(join(copy.root, "a.ts"), "utf8")).toBe("new");
    expect(["ignored", "gone.ts", "dist"].filter((file) => existsSync(join(copy.root, file)))).toEqual([]);
    const [first, second] = [checkout.path, copy.root].map(
      (root) => statSync(join(root, "node_modules/x/index.js")).ino,
    );
    expect(second).toBe(first);
    expect(readFileSync(join(copy.root, "node_modules/link/new.ts"), "utf8")).toBe("1");
    copy.remove();
    expect(existsSync(copy.root)).toBe(false);
  });
});
