import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import type { Edit } from "../decide/update.ts";
import { applyEdits } from "./apply-edits.ts";
import { anyFile } from "./file-fixture.ts";
import { findMentions } from "./find.ts";
import { shown } from "./found-fixture.ts";
import type { SourceFile } from "./mention.ts";

const tricky = readFileSync(new URL("../../fixtures/find/tricky.tf", import.meta.url), "utf8");

/** Edits of every version that is found in a file. */
function editAll(file: SourceFile, change: (text: string, index: number) => string): Edit[] {
  return findMentions([file]).mentions.map((mention, index) => ({ mention, after: change(mention.text, index) }));
}

/** The file's findings without the texts and places of versions: what an edit may not change. */
function kept(file: SourceFile): unknown {
  const { mentions, ...others } = findMentions([file]);
  const modules = others.modules.map(({ providers, ...module }) => ({
    ...module,
    providers: providers.map(({ address }) => address),
  }));
  return {
    ...others,
    modules,
    mentions: mentions.map(({ dependency, place, syntax, line }) => ({ dependency, place, syntax, line })),
  };
}

describe("the tricky file", () => {
  const variants: [string, string][] = [
    ["as it is", tricky],
    ["with CRLF", tricky.replaceAll("\n", "\r\n")],
    ["with a BOM", `\uFEFF${tricky}`],
    ["without a final newline", tricky.trimEnd()],
  ];
  const found = [
    '8 required_version ">= 1.3.0, < 2.0.0" terraform terraform [core]',
    '12 required_providers "~> 5.31" provider hashicorp/aws [provider]',
    '16 required_providers "1.2.3" provider acme/größe [provider]',
    '17 required_providers "~> 3.0" provider hashicorp/random-id [provider]',
    '47 provider block "~> 5.0" provider hashicorp/aws [provider]',
    '55 module version "5.1.2" module terraform-aws-modules/vpc/aws [module]',
    '68 module source "network/v0.4.1" module github.com/acme/network [tag "network/v"]',
    '85 tfe_workspace "1.5.7" terraform terraform [exact]',
  ];

  it.each(variants)("gives up its eight versions, and none of the decoys, %s", (_, text) => {
    const lines = shown(findMentions([{ path: "t.tf", text }]));
    expect(lines.map((line) => line.slice("t.tf:".length))).toEqual(found);
  });

  it.each(variants)("is edited to the byte, %s", (_, text) => {
    const file = { path: "t.tf", text };
    const edited = applyEdits(
      file,
      editAll(file, (token) => token.replaceAll(/[0-9]+(?:\.[0-9]+)+/g, "77.88.99")),
    );
    expect(edited.replaceAll("77.88.99", "#")).toBe(
      found.reduce((now, line) => {
        const token = /"([^"]+)"/.exec(line)?.[1] ?? "";
        const quoted = token.startsWith("network") ? `ref=${token}&` : `"${token}"`;
        // The version stands where it is followed by its own quotes, not in a comment.
        return now.replace(quoted, quoted.replaceAll(/[0-9]+(?:\.[0-9]+)+/g, "#"));
      }, text),
    );
  });
});

describe("applyEdits", () => {
  it("changes the characters of the versions and nothing else, in files of every kind", () => {
    const property = fc.property(anyFile, ({ before, after, holes }) => {
      const { mentions, unclear, unreadable } = findMentions([before]);
      expect(unreadable).toEqual([]);
      expect(unclear).toEqual([]);
      expect(mentions.map(({ text }) => text)).toEqual(holes.map((hole) => hole.before));
      const edited = applyEdits(
        before,
        mentions.map((mention, index) => ({ mention, after: holes[index]?.after ?? "" })),
      );
      expect(edited).toBe(after.text);
      expect(findMentions([{ path: before.path, text: edited }]).mentions.map(({ text }) => text)).toEqual(
        holes.map((hole) => hole.after),
      );
      expect(kept({ path: before.path, text: edited })).toEqual(kept(before));
    });
    fc.assert(property, { numRuns: runs(400, 20_000), seed: seed() });
  });

  it("changes one version among many, whichever", () => {
    const property = fc.property(anyFile, fc.nat(), ({ before, holes }, chosen) => {
      fc.pre(holes.length > 0);
      const { mentions } = findMentions([before]);
      const index = chosen % holes.length;
      const mention = mentions[index];
      if (mention === undefined) throw new Error("a version is missing");
      const edited = applyEdits(before, [{ mention, after: holes[index]?.after ?? "" }]);
      const { start, end } = mention.span;
      expect(edited.slice(0, start)).toBe(before.text.slice(0, start));
      expect(edited.slice(start + edited.length - before.text.length + (end - start))).toBe(before.text.slice(end));
    });
    fc.assert(property, { numRuns: runs(150, 5000), seed: seed() });
  });

  it("gives the text back when there is nothing to edit", () => {
    expect(applyEdits({ path: "main.tf", text: tricky }, [])).toBe(tricky);
  });

  const terraform = { path: "main.tf", text: 'terraform {\n  required_version = "1.5.7" # x\n}\n' };

  it.each<[name: string, file: SourceFile, after: string]>([
    ["ends the quotes", terraform, '1.6" x = "'],
    ["ends the line", terraform, "1.6\n"],
    ["begins a template", terraform, "${x}"],
    ["is nothing", terraform, ""],
    ["is no constraint", terraform, "1.x"],
    ["needs escapes", terraform, "1.6\\u0030"],
    ["adds a name to JSON", { path: "a.tf.json", text: '{"terraform": {"required_version": "1.5"}}' }, '1", "x": "1'],
    [
      "begins another ref",
      { path: "a.tf", text: 'module "m" {\n source = "github.com/a/b?ref=v1.0.0"\n}' },
      "v1.0.1&ref=v2.0.0",
    ],
    ["begins a directory", { path: "a.tf", text: 'module "m" {\n source = "github.com/a/b?ref=v1.0.0"\n}' }, "main"],
    ["loses the prefix", { path: "a.tf", text: 'module "m" {\n source = "github.com/a/b?ref=v1.0.0"\n}' }, "1.0.1"],
    [
      "begins a comment in YAML",
      {
        path: "action.yml",
        text: "runs:\n  steps:\n    - uses: hashicorp/setup-terraform@v3\n      with:\n        terraform_version: 1.5.7\n",
      },
      "1.6.0 # x",
    ],
    [
      "is a block in YAML",
      {
        path: "action.yml",
        text: "runs:\n  steps:\n    - uses: handrail/handrail/actions/terraform-setup@x\n      with:\n        terraform-version: 1.5.7\n",
      },
      ">= 1.6",
    ],
    [
      "is a list in YAML",
      {
        path: "action.yml",
        text: "runs:\n  steps:\n    - uses: hashicorp/setup-terraform@v3\n      with: {terraform_version: 1.5.7}\n",
      },
      "1.6.0, x: y",
    ],
    ["names a second tool", { path: ".tool-versions", text: "terraform 1.5.7\n" }, "1.6.0\nopentofu 1.8.0"],
    ["adds a word", { path: ".tool-versions", text: "terraform 1.5.7\n" }, "1.6.0 1.5.7"],
    ["ends the text in TOML", { path: "mise.toml", text: '[tools]\nterraform = "1.5.7"\n' }, '1.6.0"\nx = "'],
    [
      "continues the line in a Dockerfile",
      { path: "Dockerfile", text: "ARG TERRAFORM_VERSION=1.5.7\nFROM x\n" },
      "1.6.0 \\",
    ],
    [
      "adds a variable in a Dockerfile",
      { path: "Dockerfile", text: "ARG TERRAFORM_VERSION=1.5.7\n" },
      "1.6.0 TOFU_VERSION=1.8.0",
    ],
  ])("refuses a version that %s", (_, file, after) => {
    const edits = editAll(file, () => after);
    expect(edits).toHaveLength(1);
    expect(() => applyEdits(file, edits)).toThrow(Failure);
  });

  it.each<[name: string, change: (edit: Edit) => Edit[]]>([
    ["of another file", (edit) => [{ ...edit, mention: { ...edit.mention, file: "other.tf" } }]],
    ["of a text that is not there", (edit) => [{ ...edit, mention: { ...edit.mention, text: "1.5.8" } }]],
    ["made twice", (edit) => [edit, edit]],
    [
      "of a place that is no version",
      (edit) => [
        {
          ...edit,
          mention: {
            ...edit.mention,
            text: "x",
            span: { start: terraform.text.indexOf("x"), end: terraform.text.indexOf("x") + 1 },
          },
        },
      ],
    ],
    [
      "of a part of a version",
      (edit) => [
        {
          ...edit,
          mention: {
            ...edit.mention,
            text: "5",
            span: { start: edit.mention.span.start + 2, end: edit.mention.span.start + 3 },
          },
        },
      ],
    ],
  ])("refuses an edit %s", (_, change) => {
    const [edit] = editAll(terraform, () => "1.6.0");
    if (edit === undefined) throw new Error("nothing found");
    expect(applyEdits(terraform, [edit])).toContain('"1.6.0" # x');
    expect(() => applyEdits(terraform, change(edit))).toThrow(/main\.tf:2: the version is not changed/);
  });

  it("refuses a file that cannot be read, or that names no versions", () => {
    const [edit] = editAll(terraform, () => "1.6.0");
    if (edit === undefined) throw new Error("nothing found");
    for (const path of ["README.md", "main.tf.json"]) {
      const file = { path, text: terraform.text };
      expect(() => applyEdits(file, [{ ...edit, mention: { ...edit.mention, file: path } }])).toThrow(Failure);
    }
  });

  it("lets a place that takes either get an exact version for a constraint", () => {
    const file = { path: ".terraform-version", text: "~> 1.5.0\n" };
    expect(
      applyEdits(
        file,
        editAll(file, () => "1.6.0"),
      ),
    ).toBe("1.6.0\n");
  });
});
