/** The plot with node-pg-migrate. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "node-pg-migrate",
  engines: ["postgresql"],
  isClean: () => true,
  rows: (_, url) => ({ url, statement: "select name from pgmigrations order by id" }),
  isTelling: true,
});
