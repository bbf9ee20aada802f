/**
 * Our lock in the database, as SQL. It is a row and not one of the server's own locks: those end with the connection, and
 * migrations run on connections of their tools; and a row can say who holds it. Pure.
 */
import { quoteLiteral } from "@handrail/database";
import type { Engine } from "@handrail/database";
import { plainJson, renderHolder } from "./lock-row.ts";
import type { LockHolder } from "./lock-row.ts";

/** The table. The schema that fingerprints are made of leaves out everything that begins with `handrail_`. */
export const lockTable = "handrail_lock";

/** The statements. Each changes the row only while the nonce that it names holds it, so that none can hit another holder. */
export type LockStatements = {
  create: string;
  read: string;
  /** Fails with kind `exists` while anybody holds it. */
  insert(holder: LockHolder): string;
  /** Puts a holder in the place of a dead one. The journal stays. */
  replace(dead: string, holder: LockHolder): string;
  /** Says anew what the holder is: its task. */
  update(holder: LockHolder): string;
  /** @param journal JSON */
  write(nonce: string, journal: string): string;
  remove(nonce: string): string;
};

/** For that kind of database. */
export function lockStatements(engine: Engine): LockStatements {
  const text = (value: string): string => quoteLiteral(value, engine);
  const at = (nonce: string): string => `where id = 1 and nonce = ${text(nonce)}`;
  const columns = columnsOf[engine];
  return {
    create: `create table if not exists ${lockTable} (${columns})`,
    read: `select nonce, holder, journal from ${lockTable} where id = 1`,
    insert: (holder) =>
      `insert into ${lockTable} (id, nonce, holder, journal) values (1, ${text(holder.nonce)}, ${text(renderHolder(holder))}, '')`,
    replace: (dead, holder) =>
      `update ${lockTable} set nonce = ${text(holder.nonce)}, holder = ${text(renderHolder(holder))} ${at(dead)}`,
    update: (holder) => `update ${lockTable} set holder = ${text(renderHolder(holder))} ${at(holder.nonce)}`,
    write: (nonce, journal) => `update ${lockTable} set journal = ${text(plainJson(journal))} ${at(nonce)}`,
    remove: (nonce) => `delete from ${lockTable} ${at(nonce)}`,
  };
}

/** A journal of thousands of migrations is longer than MySQL's `text`, and nonces differ by case. */
const columnsOf: Readonly<Record<Engine, string>> = {
  postgresql: "id integer primary key, nonce varchar(64) not null, holder text not null, journal text not null",
  mysql:
    "id integer not null primary key, nonce varchar(64) character set ascii collate ascii_bin not null, holder mediumtext character set ascii not null, journal longtext character set ascii not null",
  sqlite: "id integer primary key, nonce text not null, holder text not null, journal text not null",
};
