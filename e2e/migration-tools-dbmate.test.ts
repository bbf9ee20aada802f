/** The plot with dbmate. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "dbmate",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (_, url) => ({ url, statement: "select version from schema_migrations order by version" }),
});
