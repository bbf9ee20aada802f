/** The plot with sequelize-cli, which uses no transaction. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "sequelize",
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
