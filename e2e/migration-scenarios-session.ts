/** Somebody else's session on a test's database, kept open by the database's own client, never through Handrail. */
import { spawn } from "node:child_process";
import { findMariadb, findPostgres } from "@handrail/testkit";

/** An open session. */
export type OtherSession = {
  /** As the server counts it. */
  readonly id: string;
  /** Sends statements, separated by `;`, and resolves with the lines that came of them. */
  say(statements: string): Promise<string[]>;
  close(): Promise<void>;
};

/** Sessions of a PostgreSQL database that wait for an advisory lock, with their `pid`: what stands behind `from`. */
export const advisoryWaits =
  "pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";

/** Opens one on a PostgreSQL or MariaDB database. */
export async function openSession(url: string): Promise<OtherSession> {
  const isPostgres = url.startsWith("postgresql:");
  const [program, args, environment] = clientOf(url, isPostgres);
  const child = spawn(program, args, { env: environment, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  let said = 0;
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      look();
    });
  }
  const exited = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  const say = (statements: string): Promise<string[]> => {
    said += 1;
    const mark = `said-${said}`;
    const from = output.length;
    child.stdin.write(`${statements};\nselect '${mark}';\n`);
    const answered = new Promise<string[]>((resolve) => {
      look = () => {
        const at = output.indexOf(mark, from);
        if (at !== -1) resolve(linesOf(output.slice(from, at)));
      };
      look();
    });
    const gone = exited.then(() => Promise.reject(new Error(`the session ended: ${output.slice(from)}`)));
    return Promise.race([answered, gone]);
  };
  const [id = ""] = await say(isPostgres ? "select pg_backend_pid()" : "select connection_id()");
  return {
    id,
    say,
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function clientOf(url: string, isPostgres: boolean): [string, string[], NodeJS.ProcessEnv] {
  const { hostname, port, username, password, pathname } = new URL(url);
  const name = pathname.slice(1);
  const secret = decodeURIComponent(password);
  const environment = { PATH: process.env["PATH"], PGPASSWORD: secret, MYSQL_PWD: secret };
  if (isPostgres) {
    const args = ["-X", "-q", "-A", "-t", "-h", hostname, "-p", port, "-U", username, "-d", name];
    return [findPostgres()?.psql ?? "", args, environment];
  }
  const args = ["--no-defaults", "-N", "-B", "-n", "-h", hostname, "-P", port, "-u", username, name];
  return [findMariadb()?.client ?? "", args, environment];
}
