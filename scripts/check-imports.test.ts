/** Each rule about imports, shown on a small checkout that breaks it. */
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { checkImports, packageName } from "./check-imports.ts";
import { parseFile } from "./import-parse.ts";

const runner = {
  "packages/runner/package.json": JSON.stringify({
    name: "@handrail/runner",
    version: "0.0.0",
    exports: { ".": { source: "./src/index.ts" }, "./host": { source: "./src/host.ts" } },
  }),
  "packages/runner/src/index.ts": "export { a } from './a.ts';",
  "packages/runner/src/a.ts": "import { join } from 'node:path'; export const a = join;",
  "packages/runner/src/host.ts": "import './files.ts'; export type Host = string;",
  "packages/runner/src/files.ts": "import 'node:fs';",
};

const good = {
  ".gitignore": "node_modules",
  "package.json": JSON.stringify({ devDependencies: { "@jest/globals": "30.5.2" } }),
  ...runner,
  "actions/plan/package.json": JSON.stringify({ dependencies: { "@handrail/runner": "0.0.0", yaml: "2.9.1" } }),
  "actions/plan/src/main.ts":
    "import { h } from '@handrail/runner/host'; import 'node:fs'; import { run } from './run.ts';",
  "actions/plan/src/run.ts": "import type { Host } from '@handrail/runner/host'; import { noun } from './noun.ts';",
  "actions/plan/src/noun.ts":
    "import { a } from '@handrail/runner'; import { parse } from 'yaml'; export const noun = 1;",
  "actions/plan/src/noun.test.ts": "import { it } from '@jest/globals'; import 'node:fs'; import './noun.ts';",
  "scripts/tool.ts": "import 'node:child_process'; import '../packages/runner/src/host.ts';",
};

const installed = {
  "node_modules/yaml/package.json": '{"version":"2.9.1"}',
  "node_modules/@jest/globals/package.json": '{"version":"30.5.2"}',
  "node_modules/@handrail/runner/package.json": '{"version":"0.0.0"}',
  "node_modules/openpgp/package.json": '{"version":"6.3.2"}',
};

function problems(changes: Readonly<Record<string, string>>): string[] {
  const files: Record<string, string> = { ...good, ...changes };
  const manifests = Object.keys(files).filter((path) => path.endsWith("package.json"));
  const packages = manifests.map((path) => [path.replace(/\/?package\.json$/, ""), JSON.parse(files[path] ?? "")]);
  const lock = JSON.stringify({ packages: Object.fromEntries(packages) });
  using checkout = workspace({ "package-lock.json": lock, ...files, ...installed }, { git: true });
  return checkImports(checkout.path);
}

const bad: [rule: string, files: Record<string, string>, problem: string][] = [
  [
    "a noun that imports effects",
    {
      "actions/plan/src/noun.ts":
        "import { a } from '@handrail/runner'; import 'yaml';\nimport { readFileSync } from 'node:fs';",
    },
    "actions/plan/src/noun.ts:2: node:fs: has effects, and this file may have none",
  ],
  [
    "a noun that imports an effect door's values",
    { "actions/plan/src/run.ts": "export { h } from '@handrail/runner/host';" },
    "actions/plan/src/run.ts:1: @handrail/runner/host: only main.ts uses an effect door; `import type` is allowed",
  ],
  [
    "`import { type X }` of an effect door, which still loads it",
    { "actions/plan/src/run.ts": "import { type Host } from '@handrail/runner/host';" },
    "actions/plan/src/run.ts:1: @handrail/runner/host: only main.ts uses an effect door; `import type` is allowed",
  ],
  [
    "a dynamic import of effects",
    { "actions/plan/src/run.ts": "export const later = () => import('node:net');" },
    "actions/plan/src/run.ts:1: node:net: has effects, and this file may have none",
  ],
  [
    "a computed import",
    { "actions/plan/src/run.ts": "const x = 'a'; export const later = () => import(x);" },
    "actions/plan/src/run.ts:1: (computed): write the module's name as a plain string",
  ],
  [
    "randomness from a pure module",
    { "actions/plan/src/run.ts": "import { createHash, randomUUID } from 'node:crypto';" },
    "actions/plan/src/run.ts:1: node:crypto: randomUUID is not pure",
  ],
  [
    "an impure global",
    { "actions/plan/src/run.ts": "export const now = () => Date.now();" },
    "actions/plan/src/run.ts:1: Date.now: this file may not reach for the world, take it as a parameter",
  ],
  [
    "a pure package file that reads the environment",
    { "packages/runner/src/a.ts": "export const a = process.env['HOME'];" },
    "packages/runner/src/a.ts:1: process: this file may not reach for the world, take it as a parameter",
  ],
  [
    "a file of the `.` door with effects",
    { "packages/runner/src/a.ts": "import './files.ts'; export const a = 1;" },
    "packages/runner/src/files.ts:1: node:fs: has effects, and this file may have none",
  ],
  [
    "an effect door that leaves its own system",
    { "packages/runner/src/files.ts": "import 'node:tls';" },
    "packages/runner/src/files.ts:1: node:tls: not the system of packages/runner (scripts/import-rules.ts)",
  ],
  [
    "a package that imports another than runner",
    {
      "packages/github/package.json": JSON.stringify({ dependencies: { "@handrail/terraform": "0.0.0" } }),
      "packages/github/src/index.ts": "import type { Plan } from '@handrail/terraform';",
    },
    "packages/github/src/index.ts:1: @handrail/terraform: a package imports @handrail/runner only",
  ],
  [
    "an action that imports an action",
    { "actions/plan/src/main.ts": "import { run } from '@handrail/action-other';" },
    "actions/plan/src/main.ts:1: @handrail/action-other: no action imports an action",
  ],
  [
    "a way around it",
    { "actions/plan/src/main.ts": "import { run } from '../../other/src/run.ts';" },
    "actions/plan/src/main.ts:1: ../../other/src/run.ts: a relative import stays in its own folder",
  ],
  [
    "the testkit in the product",
    { "actions/plan/src/main.ts": "import { workspace } from '@handrail/testkit';" },
    "actions/plan/src/main.ts:1: @handrail/testkit: the testkit is for tests, e2e and scripts",
  ],
  [
    "a test in the product",
    { "actions/plan/src/run.ts": "import './noun.test.ts';" },
    "actions/plan/src/run.ts:1: ./noun.test.ts: tests are imported by nothing",
  ],
  [
    "a Node module without its prefix",
    { "scripts/tool.ts": "import 'fs';" },
    "scripts/tool.ts:1: fs: Node's modules have the node: prefix",
  ],
  [
    "an import that is not declared",
    { "actions/plan/src/main.ts": "import { a } from '@handrail/runner'; import 'openpgp/lightweight';" },
    "actions/plan/src/main.ts:1: openpgp/lightweight: not declared in actions/plan/package.json",
  ],
  [
    "a test's import that is not declared",
    { "actions/plan/src/noun.test.ts": "import 'openpgp';" },
    "actions/plan/src/noun.test.ts:1: openpgp: not declared in actions/plan/package.json",
  ],
  [
    "a dependency that nothing imports",
    { "actions/plan/src/noun.ts": "import { a } from '@handrail/runner'; export const noun = 1;" },
    "actions/plan/package.json: yaml is declared and never imported",
  ],
  [
    "a range instead of a version",
    { "package.json": JSON.stringify({ devDependencies: { "@jest/globals": "^30.5.2" } }) },
    "package.json: @jest/globals: ^30.5.2 is not an exact version",
  ],
  [
    "another version than the installed one",
    { "package.json": JSON.stringify({ devDependencies: { "@jest/globals": "30.5.1" } }) },
    "package.json: @jest/globals: 30.5.1 is declared, 30.5.2 installed",
  ],
  [
    "a lock file that says something else",
    { "package-lock.json": '{"packages":{}}' },
    "actions/plan/package.json: package-lock.json says otherwise: run npm install",
  ],
  [
    "a cycle",
    {
      "actions/plan/src/noun.ts":
        "import { a } from '@handrail/runner'; import 'yaml'; import type { R } from './run.ts';",
    },
    "actions/plan/src/run.ts: imports itself: actions/plan/src/run.ts > actions/plan/src/noun.ts > actions/plan/src/run.ts",
  ],
];

describe("imports", () => {
  it("finds nothing in a checkout that keeps the rules", () => {
    expect(problems({})).toEqual([]);
  });

  it.each(bad)("finds %s", (_rule, files, problem) => {
    expect(problems(files)).toContain(problem);
  });

  it("takes the package's name out of what is imported", () => {
    expect(["yaml", "yaml/util", "@a/b", "@a/b/c/d"].map(packageName)).toEqual(["yaml", "yaml", "@a/b", "@a/b"]);
  });
});

describe("reading a file", () => {
  it("finds every form of import with its line", () => {
    const source = [
      "import a, { b as c } from 'one';",
      "import type { T } from 'two';",
      "export * from 'three';",
      "export type { U } from 'four';",
      "export const later = () => import('five');",
      "export type V = import('six').V;",
      "import 'seven';",
      "// import 'comment';",
      "export const text = \"import 'text'\";",
    ].join("\n");
    const { imports } = parseFile("x.ts", source);
    expect(imports.map(({ specifier, isType, line }) => [specifier, isType, line])).toEqual([
      ["one", false, 1],
      ["two", true, 2],
      ["three", false, 3],
      ["four", true, 4],
      ["five", false, 5],
      ["six", true, 6],
      ["seven", false, 7],
    ]);
    expect(imports[0]?.names).toEqual(["a", "b"]);
  });

  it.each([
    ["fetch('x')", ["fetch"]],
    ["const later = () => setTimeout(f, 1)", ["setTimeout"]],
    ["new Date()", ["new Date()"]],
    ["Date()", ["Date()"]],
    ["Math.random()", ["Math.random"]],
    ["globalThis.fetch", ["globalThis.fetch"]],
    ["AbortSignal.timeout(1)", ["AbortSignal.timeout"]],
    ["console.log(process.env)", ["console", "process"]],
    ["new Date(0); Date.parse(x); Math.max(1)", []],
    ["clock.fetch(); const o = { process: 1, fetch() {} }; o.process", []],
    ["type Performance = { performance: number }", []],
    ["function f(process: string) { return process; }", []],
    ["import { performance } from './clock.ts'; performance.now()", []],
  ])("%s names the impure globals %j", (source, names) => {
    expect(parseFile("x.ts", source).globals.map(({ name }) => name)).toEqual(names);
  });
});
