/** Which probe asks the database in the image of a tool: a script for the language that the tool itself is written in. Pure. */
import type { Engine } from "@handrail/database";
import type { ToolName } from "./adapter.ts";
import { nodeProbe, prismaProbe } from "./ecs-probes/node.ts";
import { laravelProbe, pdoProbe } from "./ecs-probes/php.ts";
import { djangoProbe, sqlalchemyProbe } from "./ecs-probes/python.ts";
import { railsProbe } from "./ecs-probes/ruby.ts";

/** A probe: a command whose last argument, which is still to be put behind it, is the question. */
export type Probe = {
  argv: readonly [string, ...string[]];
  /** What it needs besides the container's own environment. */
  environment: Readonly<Record<string, string>>;
};

const scripts: Readonly<Partial<Record<ToolName, (engine: Engine) => readonly [string, ...string[]]>>> = {
  alembic: sqlalchemyProbe,
  cakephp: pdoProbe,
  django: djangoProbe,
  knex: nodeProbe,
  laravel: laravelProbe,
  "node-pg-migrate": nodeProbe,
  phinx: pdoProbe,
  prisma: prismaProbe,
  rails: railsProbe,
  sequelize: nodeProbe,
  typeorm: nodeProbe,
  umzug: nodeProbe,
};

/** The probe of a tool; undefined for tools whose images need not have a language in them. */
export function probeOf(tool: ToolName, engine: Engine): Probe | undefined {
  const argv = scripts[tool]?.(engine);
  return argv === undefined ? undefined : { argv, environment: {} };
}
