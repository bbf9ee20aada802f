/**
 * `npm run check -- imports`: who imports whom (import-rules.ts), every import declared in its folder's package.json
 * with an exact version, nothing declared in vain, no cycles between files, no impure global in a pure file.
 */
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { readGraph, resolveRelative, type Graph, type Manifest, type SourceFile } from "./import-graph.ts";
import type { Import } from "./import-parse.ts";
import { domainPackages, impureNames, ownSystems, pureModules, rules, type Rule } from "./import-rules.ts";

/** `@scope/name/deep/file` and `name/deep` without what comes behind the name. */
export function packageName(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function allows(reach: "values" | "types" | "none", made: Import): boolean {
  return reach === "values" || (reach === "types" && made.isType);
}

/** Why this import of one of our packages is wrong, if it is. */
function judgeWorkspace(file: SourceFile, rule: Rule, made: Import): string | undefined {
  const { specifier } = made;
  const [, name = "", door] = specifier.split("/");
  if (name.startsWith("action-")) return "no action imports an action";
  if (name === "testkit") return "the testkit is for tests, e2e and scripts";
  if (`packages/${name}` === file.folder) return "a package imports its own files by relative paths";
  if (rule.packages === "runner" && name !== "runner") return "a package imports @handrail/runner only";
  const [own, other] = [domainPackages.indexOf(file.folder.replace("packages/", "")), domainPackages.indexOf(name)];
  if (own !== -1 && other > own) return "of the packages that actions share, a later one imports an earlier one";
  if (door === undefined || other !== -1 || allows(rule.doors, made)) return undefined;
  return rule.doors === "types"
    ? "only main.ts uses an effect door; `import type` is allowed"
    : "effect doors are for main.ts";
}

/** Why this import of a Node module or an npm package is wrong, if it is. */
function judgeOutside(file: SourceFile, rule: Rule, made: Import): string | undefined {
  const name = isBuiltin(made.specifier) ? made.specifier : packageName(made.specifier);
  const names = impureNames.get(name);
  const impure = made.names.find((imported) => names?.has(imported));
  if (rule.effects === "all" || (pureModules.has(name) && impure === undefined)) return undefined;
  if (rule.effects === "own") {
    const folder = file.folder.replace("packages/", "");
    const isOwn = pureModules.has(name) || (ownSystems[folder] ?? new Set()).has(name);
    return isOwn ? undefined : `not the system of packages/${folder} (scripts/import-rules.ts)`;
  }
  return impure === undefined ? "has effects, and this file may have none" : `${impure} is not pure`;
}

function judgeImport(graph: Graph, file: SourceFile, made: Import): string | undefined {
  const { specifier } = made;
  if (specifier.startsWith("(")) return file.kind === "free" ? undefined : "write the module's name as a plain string";
  if (specifier.startsWith(".")) {
    const target = resolveRelative(file.path, made);
    if (file.kind === "free") return undefined;
    if (!target.startsWith(`${file.folder}/`)) return "a relative import stays in its own folder";
    if (graph.files.get(target)?.kind === "free") return "tests are imported by nothing";
    return target.endsWith("/main.ts") ? "main.ts is imported by nothing" : undefined;
  }
  if (isBuiltin(specifier) && !specifier.startsWith("node:")) return "Node's modules have the node: prefix";
  if (file.kind === "free") return undefined;
  const rule = rules[file.kind];
  return specifier.startsWith("@handrail/") ? judgeWorkspace(file, rule, made) : judgeOutside(file, rule, made);
}

/** The packages that a file's folder declares for it; tests and scripts may also use the root's. */
function isDeclared({ manifests }: Graph, file: SourceFile, name: string): boolean {
  const own = manifests.get(file.folder);
  if (Object.hasOwn(own?.dependencies ?? {}, name)) return true;
  if (file.kind !== "free") return false;
  const isDevelopment = [own, manifests.get("")].some((found) => Object.hasOwn(found?.devDependencies ?? {}, name));
  return isDevelopment || name.startsWith("@handrail/");
}

function checkFiles(graph: Graph): string[] {
  const problems: string[] = [];
  for (const file of graph.files.values()) {
    for (const made of file.imports) {
      const problem = judgeImport(graph, file, made);
      if (problem !== undefined) problems.push(`${file.path}:${made.line}: ${made.specifier}: ${problem}`);
      const isOutside = !/^[.(]/.test(made.specifier) && !isBuiltin(made.specifier);
      if (isOutside && !isDeclared(graph, file, packageName(made.specifier))) {
        const where = file.folder === "" ? "package.json" : `${file.folder}/package.json`;
        problems.push(`${file.path}:${made.line}: ${made.specifier}: not declared in ${where}`);
      }
    }
    const isPure = file.kind === "noun" || file.kind === "run" || file.kind === "pure" || file.kind === "domain";
    for (const { name, line } of isPure ? file.globals : []) {
      problems.push(`${file.path}:${line}: ${name}: this file may not reach for the world, take it as a parameter`);
    }
  }
  return problems;
}

function installedVersion(root: string, folder: string, name: string): string | undefined {
  const file = [folder, ""].map((base) => join(root, base, "node_modules", name, "package.json")).find(existsSync);
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

type Lock = { packages: Record<string, Manifest> };

/** Does the lock file say the same as this manifest? `npm ci` refuses to work when it does not. */
function isLocked({ packages }: Lock, folder: string, manifest: Manifest): boolean {
  return (["dependencies", "devDependencies"] as const).every((key) => {
    const [locked, declared] = [packages[folder]?.[key] ?? {}, manifest[key] ?? {}];
    const names = new Set([...Object.keys(locked), ...Object.keys(declared)]);
    return [...names].every((name) => locked[name] === declared[name]);
  });
}

function checkManifests(root: string, graph: Graph): string[] {
  const problems: string[] = [];
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  for (const [folder, manifest] of graph.manifests) {
    const where = join(folder, "package.json");
    if (!isLocked(lock, folder, manifest)) problems.push(`${where}: package-lock.json says otherwise: run npm install`);
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const installed = installedVersion(root, folder, name);
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        problems.push(`${where}: ${name}: ${version} is not an exact version`);
      else if (version !== installed)
        problems.push(`${where}: ${name}: ${version} is declared, ${installed} installed`);
    }
    const used = [...graph.files.values()].filter((file) => file.folder === folder).flatMap((file) => file.imports);
    const names = new Set(used.map(({ specifier }) => packageName(specifier)));
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (!names.has(name)) problems.push(`${where}: ${name} is declared and never imported`);
    }
  }
  return problems;
}

/** Cycles between files, each once, as the path that closes. Types count: they are read together all the same. */
function findCycles(graph: Graph): string[] {
  const problems: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) problems.push(`${path}: imports itself: ${[...trail.slice(start), path].join(" > ")}`);
    const file = graph.files.get(path);
    if (start !== -1 || done.has(path) || file === undefined) return;
    for (const made of file.imports) {
      if (made.specifier.startsWith(".")) visit(resolveRelative(path, made), [...trail, path]);
    }
    done.add(path);
  };
  for (const path of graph.files.keys()) visit(path, []);
  return problems;
}

/** Lists every import of the checkout that breaks a rule, with file and line. */
export function checkImports(root: string): string[] {
  const graph = readGraph(root);
  return [...checkFiles(graph), ...checkManifests(root, graph), ...findCycles(graph)];
}
