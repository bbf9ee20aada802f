/** The plot with Knex. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "knex",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (_, url) => ({ url, statement: "select name from knex_migrations order by id" }),
  isTelling: true,
});
