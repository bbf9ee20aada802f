/** The projects of real tools that tests are run with, by the tool's name. */
import { findAlembic, makeAlembicProject } from "./alembic.ts";
import { findDbmate, makeDbmateProject } from "./dbmate.ts";
import { findDjango, makeDjangoProject } from "./django.ts";
import { makeKnexProject } from "./knex.ts";
import { findLiquibase, makeLiquibaseProject } from "./liquibase.ts";
import { makeNodePgMigrateProject } from "./node-pg-migrate.ts";
import type { MakeProject } from "./project.ts";
import { makeSequelizeProject } from "./sequelize.ts";
import { findSqitch, makeSqitchProject } from "./sqitch.ts";
import { makeTypeormProject } from "./typeorm.ts";
import { makeUmzugProject } from "./umzug.ts";

/** Makes a project of a tool; absent for tools that cannot be installed here. */
export const toolProjects: Readonly<Partial<Record<string, MakeProject>>> = {
  ...(findAlembic() === undefined ? {} : { alembic: makeAlembicProject }),
  ...(findDbmate() === undefined ? {} : { dbmate: makeDbmateProject }),
  ...(findDjango() === undefined ? {} : { django: makeDjangoProject }),
  knex: makeKnexProject,
  ...(findLiquibase() === undefined ? {} : { liquibase: makeLiquibaseProject }),
  "node-pg-migrate": makeNodePgMigrateProject,
  sequelize: makeSequelizeProject,
  ...(findSqitch() === undefined ? {} : { sqitch: makeSqitchProject }),
  typeorm: makeTypeormProject,
  umzug: makeUmzugProject,
};
