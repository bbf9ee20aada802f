/** The plot with Liquibase. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "liquibase",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (engine, url) => ({
    url,
    statement:
      engine === "mysql"
        ? "select concat(FILENAME, '::', ID, '::', AUTHOR) from DATABASECHANGELOG order by ORDEREXECUTED"
        : "select filename || '::' || id || '::' || author from databasechangelog order by orderexecuted",
  }),
  isTelling: true,
});
