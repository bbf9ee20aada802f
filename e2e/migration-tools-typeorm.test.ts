/** The plot with TypeORM. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "typeorm",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (_, url) => ({ url, statement: "select name from migrations order by id" }),
  isAllAtOnce: true,
  isTelling: true,
});
