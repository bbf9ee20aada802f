/** The address of the database for Laravel: https://laravel.com/docs/database#configuration. */
import type { Engine } from "@handrail/database";
import type { ToolSettings } from "../adapter.ts";
import { respell } from "./respelled-url.ts";

/** `mysql` is MariaDB, too: the connection `mariadb` is there from Laravel 11 only. Of SQLite the path begins behind `///`. */
const SPELLING = { postgresql: "pgsql", mysql: "mysql", sqlite: "sqlite:///" } as const;
const CONNECTION = { postgresql: "pgsql", mysql: "mysql", sqlite: "sqlite" } as const;

/** The name that config/database.php of a new application gives to the connection. */
export function connectionOf(engine: Engine): string {
  return CONNECTION[engine];
}

/**
 * The variables that config/database.php of a new application reads: `DATABASE_URL` up to Laravel 10, `DB_URL` since, and the
 * single ones, which an address wins over. They win over .env.
 */
export function laravelEnvironment({ url, isRemote }: ToolSettings): Readonly<Record<string, string>> {
  if (url === undefined || isRemote) return {};
  const address = respell(url, SPELLING);
  const common = {
    DB_CONNECTION: connectionOf(url.engine),
    DATABASE_URL: address,
    DB_URL: address,
    DB_DATABASE: url.name,
  };
  if (url.engine === "sqlite") return common;
  return { ...common, DB_HOST: url.host, DB_PORT: String(url.port), DB_USERNAME: url.user, DB_PASSWORD: url.password };
}
