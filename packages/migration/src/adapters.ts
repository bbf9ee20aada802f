/** Every adapter by its tool's name. */
import { inputFailure } from "@handrail/runner";
import { type Adapter, type ToolName, toolNames } from "./adapter.ts";
import { alembic } from "./adapters/alembic.ts";
import { atlas } from "./adapters/atlas.ts";
import { cakephp } from "./adapters/cakephp.ts";
import { custom } from "./adapters/custom.ts";
import { dbmate } from "./adapters/dbmate.ts";
import { django } from "./adapters/django.ts";
import { flyway } from "./adapters/flyway.ts";
import { golangMigrate } from "./adapters/golang-migrate.ts";
import { goose } from "./adapters/goose.ts";
import { knex } from "./adapters/knex.ts";
import { laravel } from "./adapters/laravel.ts";
import { liquibase } from "./adapters/liquibase.ts";
import { nodePgMigrate } from "./adapters/node-pg-migrate.ts";
import { phinx } from "./adapters/phinx.ts";
import { prisma } from "./adapters/prisma.ts";
import { rails } from "./adapters/rails.ts";
import { sequelize } from "./adapters/sequelize.ts";
import { sqitch } from "./adapters/sqitch.ts";
import { typeorm } from "./adapters/typeorm.ts";
import { umzug } from "./adapters/umzug.ts";

const adapters: Readonly<Partial<Record<ToolName, Adapter>>> = {
  alembic,
  atlas,
  cakephp,
  custom,
  dbmate,
  django,
  flyway,
  "golang-migrate": golangMigrate,
  goose,
  knex,
  laravel,
  liquibase,
  "node-pg-migrate": nodePgMigrate,
  phinx,
  prisma,
  rails,
  sequelize,
  sqitch,
  typeorm,
  umzug,
};

/**
 * The adapter of a tool.
 * @throws Failure `invalid-input` when there is none
 */
export function adapterOf(tool: ToolName): Adapter {
  const adapter = adapters[tool];
  if (adapter === undefined) {
    throw inputFailure([
      { name: "tool", given: tool, accepts: toolNames.filter((name) => name in adapters).join(", ") },
    ]);
  }
  return adapter;
}
