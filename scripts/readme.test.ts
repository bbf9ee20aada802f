/** The generated tables and the links of the documentation: what they look like, and that staleness is found. */
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { checkDocs, generateReadmes, renderInputs, splice } from "./readme.ts";

const action = `name: Plan
description: Plans.
inputs:
  comment:
    description: |
      When to comment:
      \`always\` | \`never\`.
    default: always
  target:
    description: What.
    required: true
outputs:
  result:
    description: How it ended.
`;
const readme = "# Plan\n\n<!-- inputs -->\n<!-- /inputs -->\n\n<!-- outputs -->\nold\n<!-- /outputs -->\n\nEnd.\n";
const files = {
  "tsconfig.json": '{"references":[{"path":"packages/runner"},{"path":"actions/plan"}]}',
  ".oxfmtrc.json": '{"printWidth":120}',
  "actions/plan/action.yml": action,
  "actions/plan/README.md": readme,
};

describe("generated documentation", () => {
  it("renders a row for each input, safe in a table", () => {
    const inputs = { a: { description: "x | y\nz" }, b: { description: "B", default: false } };
    expect(renderInputs({ inputs })).toBe(
      "| input | default | meaning |\n| --- | --- | --- |\n| `a` |  | x \\| y z |\n| `b` | `false` | B |",
    );
  });

  it("puts the tables between their markers and keeps the rest; twice is the same", async () => {
    using checkout = workspace(files, { git: true });
    const [generated] = await generateReadmes(checkout.path);
    expect(generated?.text).toContain("| `comment` | `always`");
    expect(generated?.text).toContain("| `target`  | required");
    expect(generated?.text).toContain("| `result` | How it ended. |");
    expect(generated?.text).not.toContain("old");
    expect(generated?.text).toMatch(/<!-- \/outputs -->\n\nEnd\.\n$/);
    checkout.write({ "actions/plan/README.md": generated?.text ?? "" });
    expect(await checkDocs(checkout.path)).toEqual([]);
  });

  it("lists the actions in the root README where it has the markers", async () => {
    using checkout = workspace({ ...files, "README.md": "<!-- actions -->\n<!-- /actions -->\n" }, { git: true });
    const generated = await generateReadmes(checkout.path);
    expect(generated[1]?.text).toContain("| [plan](actions/plan/README.md) | Plans.");
  });

  it("finds a table that is out of date", async () => {
    using checkout = workspace(files, { git: true });
    expect(await checkDocs(checkout.path)).toEqual([
      "actions/plan/README.md is not what action.yml says: run `npm run docs`",
    ]);
  });

  it("finds markers that are missing or doubled", async () => {
    using checkout = workspace({ ...files, "actions/plan/README.md": `${readme}<!-- inputs -->` }, { git: true });
    expect(await checkDocs(checkout.path)).toEqual([
      expect.stringContaining("needs <!-- inputs --> and <!-- /inputs --> once"),
    ]);
    expect(splice("<!-- /a --> <!-- a -->", "a", "x")).toBeUndefined();
  });

  it("finds links that lead nowhere", async () => {
    const text = "[a](b.md) [c](../README.md#part) [d](https://example.com/x) [e](#here) `[f](g.md)`\n";
    const others = { "README.md": "hi\n", "docs/a.md": text, "tsconfig.json": '{"references":[]}' };
    using checkout = workspace(others, { git: true });
    expect(await checkDocs(checkout.path)).toEqual(["docs/a.md: links to docs/b.md, which does not exist"]);
  });
});
