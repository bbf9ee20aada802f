/** The plot with Sqitch. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "sqitch",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (engine, url) => {
    const name = /([^/]+?)(?:\.db)?$/.exec(url)?.[1] ?? "";
    if (engine === "postgresql") return { url, statement: "select change from sqitch.changes order by committed_at" };
    if (engine === "mysql")
      return { url, statement: `select \`change\` from sqitch_${name}.changes order by committed_at` };
    return {
      url: url.replace(/[^/]+$/, `sqitch_${name}.db`),
      statement: "select change from changes order by committed_at",
    };
  },
});
