/** Who works, or waits, on a database, as its server tells. What may not be read is not told. */
import { DatabaseFailure } from "./query.ts";
import type { Engine, Query, Row } from "./query.ts";

/** A session of the server that works, or waits, on our database. */
export type DatabaseSession = {
  id: string;
  /** `application_name` of PostgreSQL; the user and host of MySQL. */
  name: string;
  /** What it does; "" when it is idle. */
  statement: string;
  /** Ids of the sessions that it waits for. */
  blockedBy: readonly string[];
  /** Milliseconds since its statement began. */
  forMs: number;
  /**
   * It can be the tool's: on PostgreSQL it goes by our `name`, on MySQL it is a session of our user that began after our first
   * connection.
   */
  isOurs: boolean;
};

/** What tells which sessions are ours: the name of our connections, and the id of the first one ("": not known). */
export type SessionMark = { name: string; first: string };

/** The other sessions on this database that are not idle. Empty on SQLite, and where we may not look. @throws DatabaseFailure */
export async function readSessions(
  engine: Engine,
  query: Query,
  ourselves: SessionMark,
): Promise<readonly DatabaseSession[]> {
  if (engine === "sqlite") return [];
  if (engine === "mysql") return readMysql(query, ourselves);
  const [rows = []] = await query([POSTGRESQL]);
  return rows.map((row) => toSession(row, row["name"] === ourselves.name));
}

/** Sessions of users that we may not see have no state: whether they are idle is not known. */
const POSTGRESQL = `select pid::text as id, application_name as name, case state when 'active' then query else '' end as statement,
  array_to_string(pg_blocking_pids(pid), ',') as blockers,
  greatest(0, floor(extract(epoch from clock_timestamp() - coalesce(query_start, backend_start)) * 1000))::bigint as for_ms
from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'
order by backend_start, pid`;

function toSession(row: Row, isOurs: boolean): DatabaseSession {
  return {
    id: String(row["id"]),
    name: String(row["name"] ?? ""),
    statement: String(row["statement"] ?? ""),
    blockedBy: String(row["blockers"] ?? "")
      .split(",")
      .filter((id) => id !== ""),
    forMs: Number(row["for_ms"] ?? 0),
    isOurs,
  };
}

/**
 * All of our database but this one. MariaDB has milliseconds, too; seconds are what both have. MySQL 8 writes the names of these
 * columns in capitals unless they are given.
 */
const PROCESSES = `select id as id, concat(user, '@', host) as name, command as command, state as state,
  coalesce(info, '') as statement, greatest(0, coalesce(time, 0)) * 1000 as for_ms,
  user = substring_index(user(), '@', 1) as is_same_user
from information_schema.processlist
where db = database() and id <> connection_id() and command not in ('Daemon', 'Binlog Dump', 'Binlog Dump GTID')
order by id`;
/**
 * Sessions with a transaction. Takes the privilege PROCESS. What InnoDB tells is old while it is asked more often than each 100 ms.
 * https://dev.mysql.com/doc/refman/8.4/en/innodb-information-schema-internal-data.html
 */
const TRANSACTIONS = "select distinct trx_mysql_thread_id as id from information_schema.innodb_trx";
/** Who waits for whose rows: MariaDB's way, and MySQL's. */
const ROW_LOCKS = [
  `select w.trx_mysql_thread_id as waiter, b.trx_mysql_thread_id as blocker from information_schema.innodb_lock_waits l
  join information_schema.innodb_trx w on w.trx_id = l.requesting_trx_id
  join information_schema.innodb_trx b on b.trx_id = l.blocking_trx_id`,
  `select w.processlist_id as waiter, b.processlist_id as blocker from performance_schema.data_lock_waits l
  join performance_schema.threads w on w.thread_id = l.requesting_thread_id
  join performance_schema.threads b on b.thread_id = l.blocking_thread_id`,
];
/** Who holds tables that others wait for: MySQL's way. MariaDB tells only with a plugin that is not there by default. */
const TABLE_LOCKS = `select w.processlist_id as waiter, b.processlist_id as blocker from performance_schema.metadata_locks p
  join performance_schema.metadata_locks g on g.object_type = p.object_type and g.object_schema <=> p.object_schema
  and g.object_name <=> p.object_name and g.lock_status = 'GRANTED' and g.owner_thread_id <> p.owner_thread_id
  join performance_schema.threads w on w.thread_id = p.owner_thread_id
  join performance_schema.threads b on b.thread_id = g.owner_thread_id where p.lock_status = 'PENDING'`;
const WAITS_FOR_TABLE = /metadata lock/i;

async function readMysql(query: Query, { first }: SessionMark): Promise<readonly DatabaseSession[]> {
  const rows = await askIfAllowed(query, PROCESSES);
  const inTransaction = new Set((await askIfAllowed(query, TRANSACTIONS)).map((row) => String(row["id"])));
  const active = rows.filter((row) => row["command"] !== "Sleep" || inTransaction.has(String(row["id"])));
  const waits: Row[] = [];
  for (const statement of [...ROW_LOCKS, TABLE_LOCKS]) waits.push(...(await askIfAllowed(query, statement)));
  return active.map((row) => {
    const id = String(row["id"]);
    const told = waits.filter((each) => String(each["waiter"]) === id).map((each) => String(each["blocker"]));
    const isWaiting = told.length === 0 && WAITS_FOR_TABLE.test(String(row["state"] ?? ""));
    const blockers = isWaiting ? holders(active, id, inTransaction) : [...new Set(told)];
    const isOurs = row["is_same_user"] === 1 && first !== "" && Number(id) > Number(first);
    return { ...toSession(row, isOurs), blockedBy: blockers };
  });
}

/**
 * Where the server does not tell who holds a table: the sessions of this database that can, because they have a transaction or do
 * something, and do not wait for a table themselves.
 */
function holders(active: readonly Row[], waiter: string, inTransaction: ReadonlySet<string>): string[] {
  const others = active.filter(
    (row) => String(row["id"]) !== waiter && !WAITS_FOR_TABLE.test(String(row["state"] ?? "")),
  );
  const ids = others.map((row) => String(row["id"]));
  const certain = ids.filter((id) => inTransaction.has(id));
  return certain.length > 0 ? certain : ids;
}

/** The rows of a statement; none where it is not allowed, or where this server has no such table. */
async function askIfAllowed(query: Query, statement: string): Promise<readonly Row[]> {
  try {
    const [rows = []] = await query([statement]);
    return rows;
  } catch (error) {
    if (error instanceof DatabaseFailure && error.kind !== "unreachable") return [];
    throw error;
  }
}
