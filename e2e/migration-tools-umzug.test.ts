/** The plot with Umzug, whose program here uses no transaction. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "umzug",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: () => false,
  rows: (engine, url) => ({
    url,
    statement:
      engine === "mysql"
        ? "select name from SequelizeMeta order by name"
        : 'select name from "SequelizeMeta" order by name',
  }),
});
