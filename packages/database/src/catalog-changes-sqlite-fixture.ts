/** Changes of a schema of SQLite. */
import { type Change, type Changes, change } from "./catalog-change-fixture.ts";

/** The changes. */
export const sqliteChanges: Changes = {
  base: [
    "create table users (id integer primary key autoincrement, name text not null default 'x', email varchar(40) unique, doubled int as (id * 2))",
    "create table orders (id integer primary key, user_id int constraint orders_user references users (id) on delete cascade, total numeric check (total > 0), note text)",
    "create table pairs (a text, b int, primary key (a, b)) without rowid",
    "create table plain (a text, b any)",
    "create index users_name on users (name)",
    "create view names as select name from users",
    "create trigger touched after insert on users begin update users set name = upper(name) where id = new.id; end",
  ],
  changes: [
    change("create table extra (a integer)", "drop table extra"),
    change("create virtual table words using fts5 (a)", "drop table words"),
    change("alter table users rename to people", "alter table people rename to users"),
    change("alter table users rename name to title", "alter table users rename title to name"),
    change("alter table users add extra integer", "alter table users drop extra"),
    change("alter table orders drop note", "alter table orders add note text"),
    ...rebuilt("plain", "(a text, b any)", [
      "(a text, b text)",
      "(a varchar(10), b any)",
      "(a text not null, b any)",
      "(a text default 'x', b any)",
      "(a text default '', b any)",
      "(a text default (upper('x')), b any)",
      "(a text collate nocase, b any)",
      "(a text unique, b any)",
      "(a text, b any, unique (a, b))",
      "(a text, b any, unique (b, a))",
      "(a text, b any, constraint named unique (a, b))",
      "(a text primary key, b any)",
      "(a integer primary key, b any)",
      "(a integer primary key autoincrement, b any)",
      "(a text, b any, primary key (a, b))",
      "(a text, b any, primary key (b, a))",
      "(a text, b any, primary key (a)) without rowid",
      "(a text, b any) strict",
      "(a text check (a <> ''), b any)",
      "(a text check (a <> ' '), b any)",
      "(a text, b any, check (a <> 'x'))",
      "(a text, b any, constraint named check (a <> 'x'))",
      "(a text references users, b any)",
      "(a text references users (id), b any)",
      "(a text references orders (id), b any)",
      "(a text references users (id) on delete cascade, b any)",
      "(a text references users (id) on delete set null, b any)",
      "(a text references users (id) on update cascade, b any)",
      "(a text references users (id) deferrable initially deferred, b any)",
      "(a text, b any, foreign key (a, b) references pairs (a, b))",
      "(a text, b any, foreign key (b, a) references pairs (a, b))",
      "(a text, b any as (a || 'x'))",
      "(a text, b any as (a || 'x') stored)",
      "(a text, b any as (a || 'y') stored)",
      "(a text not null on conflict ignore, b any)",
      "(a text unique on conflict replace, b any)",
    ]),
    change("create unique index extra on users (name)", "drop index extra"),
    change("drop index users_name", "create index users_name on users (name)"),
    ...[
      "(name desc)",
      "(name, email)",
      "(email, name)",
      "(lower(name))",
      "(name collate nocase)",
      "(name) where id > 1",
    ].map((columns) =>
      change(
        ["drop index users_name", `create index users_name on users ${columns}`],
        ["drop index users_name", "create index users_name on users (name)"],
      ),
    ),
    ...[
      "select name from users where id > 1",
      "select name as n from users",
      "select distinct name from users",
      "select name as N from users",
    ].map((query) =>
      change(
        ["drop view names", `create view names as ${query}`],
        ["drop view names", "create view names as select name from users"],
      ),
    ),
    ...[
      "before insert on users begin update users set name = upper(name) where id = new.id; end",
      "after update on users begin update users set name = upper(name) where id = new.id; end",
      "after insert on users when new.id > 1 begin update users set name = upper(name) where id = new.id; end",
      "after insert on users begin update users set name = lower(name) where id = new.id; end",
      "after insert on users begin update users set name = 'Upper' where id = new.id; end",
    ].map((body) =>
      change(
        ["drop trigger touched", `create trigger touched ${body}`],
        [
          "drop trigger touched",
          "create trigger touched after insert on users begin update users set name = upper(name) where id = new.id; end",
        ],
      ),
    ),
    change("drop trigger touched"),
  ],
};

/** Other definitions of a table of SQLite, which cannot be altered to have them. */
function rebuilt(table: string, before: string, definitions: readonly string[]): Change[] {
  return definitions.map((definition) =>
    change(
      [`drop table ${table}`, `create table ${table} ${definition}`],
      [`drop table ${table}`, `create table ${table} ${before}`],
    ),
  );
}
