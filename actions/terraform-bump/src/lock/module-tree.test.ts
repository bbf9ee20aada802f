import { describe, expect, it } from "@jest/globals";
import { ask, BAR, directory, edit, FOO } from "./lock-fixture.ts";
import { askedOf, isWholeTree, moduleTree } from "./module-tree.ts";

describe("the tree of modules", () => {
  const modules = [
    directory("app", { calls: ["a", "b"], providers: [ask("~> 1.0"), ask("")] }),
    directory("a", { calls: ["b", "a", "app"], providers: [ask("~> 1.0"), ask("~> 1.0"), ask(">= 1", BAR)] }),
    directory("b", { calls: ["c"], providers: [ask("< 2")] }),
    directory("c", { calls: ["a"] }),
    directory("stranger", { providers: [ask("~> 9.0")] }),
  ];

  it("has every module once, also when they call each other in a circle", () => {
    expect(moduleTree(modules, "app").map(({ directory }) => directory)).toEqual(["app", "a", "b", "c"]);
    expect(moduleTree(modules, "c").map(({ directory }) => directory)).toEqual(["c", "a", "b", "app"]);
    expect(moduleTree(modules, "nowhere")).toEqual([]);
  });

  it("is whole when nothing comes from elsewhere", () => {
    const tree = moduleTree(modules, "app");
    expect(isWholeTree(tree)).toBe(true);
    expect(isWholeTree([])).toBe(false);
    expect(isWholeTree([directory("app", { calls: ["gone"] })])).toBe(false);
    expect(isWholeTree([...tree, directory("x", { callsElsewhere: true })])).toBe(false);
    const { callsElsewhere: _, ...unknown } = directory("x");
    expect(isWholeTree([...tree, unknown])).toBe(false);
  });

  it("knows what is asked before and after the edits", () => {
    const edits = [edit("a/main.tf", "~> 1.0", "~> 2.0"), edit("stranger/main.tf", "~> 9.0", "~> 10.0")];
    expect(askedOf(moduleTree(modules, "app"), FOO, edits)).toEqual({
      asked: [
        { directory: "app", before: "~> 1.0", after: "~> 1.0" },
        { directory: "a", before: "~> 1.0", after: "~> 2.0" },
        { directory: "a", before: "~> 1.0", after: "~> 1.0" },
        { directory: "b", before: "< 2", after: "< 2" },
      ],
      lost: [],
    });
  });

  it("finds what OpenTofu locked under its own host, or terraform in a directory for OpenTofu", () => {
    const tofu = [directory("app", { providers: [ask("< 2", "registry.opentofu.org/acme/foo")] })];
    const host = "registry.opentofu.org";
    const both = [
      edit("app/x.tofu", "< 2", "< 3", "foo", host),
      edit("app/x.tofu", "< 2", "< 3", "foo", "example.com"),
    ];
    expect(askedOf(tofu, FOO, both)).toEqual({ asked: [{ directory: "app", before: "< 2", after: "< 3" }], lost: [] });
    const { asked } = askedOf(moduleTree(modules, "b"), "registry.opentofu.org/acme/foo", [
      edit("b/x.tf", "< 2", "< 3"),
    ]);
    expect(asked[0]).toEqual({ directory: "b", before: "< 2", after: "< 3" });
  });
});
