/** Where a Sqitch project keeps its plan and its scripts, by its sqitch.conf. */
import { posix } from "node:path";
import type { Engine } from "@handrail/database";
import type { Files, ToolSettings } from "../adapter.ts";

/** Paths from working-directory. */
export type SqitchPlaces = {
  plan: string;
  deploy: string;
  revert: string;
  reworkedDeploy: string;
  reworkedRevert: string;
  /** With its dot. */
  extension: string;
  /** "" for Sqitch's own name of the registry. */
  registry: string;
};

/** What Sqitch calls the databases. MariaDB is `mysql` to it. */
export const sqitchEngines: Readonly<Record<Engine, string>> = { postgresql: "pg", mysql: "mysql", sqlite: "sqlite" };

/** Reads sqitch.conf, if there is one; an option of the engine wins over one of [core]. */
export async function sqitchPlaces(files: Files, { migrationsDirectory, engine }: ToolSettings): Promise<SqitchPlaces> {
  const home = migrationsDirectory || ".";
  const options = readConfiguration((await files.read(posix.join(home, "sqitch.conf"))) ?? "");
  const option = (name: string): string | undefined =>
    options.get(`engine.${sqitchEngines[engine]}.${name}`) ?? options.get(`core.${name}`);
  const top = option("top_dir") ?? ".";
  const under = (directory: string, name: string): string => option(name) ?? posix.join(directory, nameOf(name));
  const reworked = option("reworked_dir");
  const [deploy, revert] = [under(top, "deploy_dir"), under(top, "revert_dir")];
  const at = (path: string): string => posix.join(home, path);
  return {
    plan: at(option("plan_file") ?? posix.join(top, "sqitch.plan")),
    deploy: at(deploy),
    revert: at(revert),
    reworkedDeploy: at(option("reworked_deploy_dir") ?? (reworked === undefined ? deploy : `${reworked}/deploy`)),
    reworkedRevert: at(option("reworked_revert_dir") ?? (reworked === undefined ? revert : `${reworked}/revert`)),
    extension: `.${option("extension") ?? "sql"}`,
    registry: option("registry") ?? "",
  };
}

/** `deploy_dir`: `deploy` */
function nameOf(option: string): string {
  return option.replace(/_dir$/, "");
}

/** `[core]` and `[engine "pg"]` with `key = value`, as git's configuration is written: by `core.key`, `engine.pg.key`. */
function readConfiguration(text: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let section = "";
  for (const line of text.split(/\r?\n/)) {
    const [, header, quoted] = /^\s*\[\s*([^\s"\]]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line) ?? [];
    if (header !== undefined)
      section = quoted === undefined ? header.toLowerCase() : `${header.toLowerCase()}.${quoted}`;
    const [, key, value = ""] = /^\s*([a-zA-Z][\w-]*)\s*=(.*)$/.exec(line) ?? [];
    if (key !== undefined) options.set(`${section}.${key.toLowerCase()}`, valueOf(value.trim()));
  }
  return options;
}

/** Without the quotes around it, or a comment behind it. */
function valueOf(text: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  return quoted === undefined ? text.replace(/[#;].*$/, "").trimEnd() : quoted.replaceAll(/\\(.)/g, "$1");
}
