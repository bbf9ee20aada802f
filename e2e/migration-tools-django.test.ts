/** The plot with Django. */
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "django",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (engine, url) => ({
    url,
    statement:
      engine === "mysql"
        ? "select concat(app, '.', name) from django_migrations order by id"
        : "select app || '.' || name from django_migrations order by id",
  }),
});
