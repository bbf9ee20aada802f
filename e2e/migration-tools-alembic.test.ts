/** The plot with Alembic. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "alembic",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine === "postgresql",
  rows: (_, url) => ({ url, statement: "select version_num from alembic_version" }),
  isNewestOnly: true,
  isTelling: true,
});
