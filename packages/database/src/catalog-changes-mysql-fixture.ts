/** Changes of a schema of MariaDB. */
import { type Changes, change } from "./catalog-change-fixture.ts";

/** The changes. */
export const mysqlChanges: Changes = {
  base: [
    "create table users (id int primary key auto_increment, name varchar(20) not null default 'x', email varchar(40), doubled int generated always as (length(name) * 2) stored, seen timestamp null, unique key users_email (email)) default charset utf8mb4 collate utf8mb4_general_ci",
    "create table orders (id bigint unsigned primary key auto_increment, user_id int, total decimal(10, 2), note text, constraint orders_user foreign key (user_id) references users (id) on delete cascade, constraint total_ok check (total > 0)) default charset utf8mb4 collate utf8mb4_general_ci",
    "create table days (id int not null, day int not null) default charset utf8mb4 collate utf8mb4_general_ci partition by range (day) (partition p0 values less than (10), partition p1 values less than (20))",
    "create view names as select name from users",
    "create function one() returns int deterministic return 1",
    "create procedure work(in a int) begin select a; end",
    "create trigger touched before insert on users for each row set new.name = upper(new.name)",
    "create event cleaning on schedule every 1 day do delete from orders where id = 0",
  ],
  changes: [
    change("create table extra (a int)", "drop table extra"),
    change("rename table orders to purchases", "rename table purchases to orders"),
    change(
      "alter table users change name title varchar(20) not null default 'x'",
      "alter table users change title name varchar(20) not null default 'x'",
    ),
    change("alter table users add extra int", "alter table users drop extra"),
    change("alter table orders drop note", "alter table orders add note text"),
    change("alter table users modify email varchar(50)", "alter table users modify email varchar(40)"),
    change("alter table orders modify total decimal(12, 2)", "alter table orders modify total decimal(10, 2)"),
    change(
      "alter table users modify name varchar(20) default 'x'",
      "alter table users modify name varchar(20) not null default 'x'",
    ),
    change("alter table users alter name set default 'y'", "alter table users alter name set default 'x'"),
    change("alter table users alter name set default ''", "alter table users alter name set default 'x'"),
    change("alter table users alter name drop default", "alter table users alter name set default 'x'"),
    change(
      "alter table users modify email varchar(40) collate utf8mb4_bin",
      "alter table users modify email varchar(40)",
    ),
    change(
      "alter table users modify email varchar(40) character set latin1",
      "alter table users modify email varchar(40)",
    ),
    change(
      "alter table orders modify id bigint unsigned not null",
      "alter table orders modify id bigint unsigned not null auto_increment",
    ),
    change(
      "alter table orders modify id bigint not null auto_increment",
      "alter table orders modify id bigint unsigned not null auto_increment",
    ),
    change(
      "alter table users modify doubled int generated always as (length(name) * 3) stored",
      "alter table users modify doubled int generated always as (length(name) * 2) stored",
    ),
    change(
      "alter table users modify seen timestamp null on update current_timestamp",
      "alter table users modify seen timestamp null",
    ),
    change(
      "alter table users modify seen timestamp null default current_timestamp",
      "alter table users modify seen timestamp null",
    ),
    change("alter table users modify seen timestamp(3) null", "alter table users modify seen timestamp null"),
    change("alter table users modify email varchar(40) comment 'where'", "alter table users modify email varchar(40)"),
    change("alter table users modify email varchar(40) invisible", "alter table users modify email varchar(40)"),
    change("alter table users comment 'people'", "alter table users comment ''"),
    change("alter table days engine aria", "alter table days engine innodb"),
    change("alter table users row_format compressed", "alter table users row_format default"),
    change("alter table users default collate utf8mb4_bin", "alter table users default collate utf8mb4_general_ci"),
    change(
      "alter table users convert to character set utf8mb4 collate utf8mb4_unicode_ci",
      "alter table users convert to character set utf8mb4 collate utf8mb4_general_ci",
    ),
    change("alter table days add primary key (id, day)", "alter table days drop primary key"),
    change(
      "alter table orders drop foreign key orders_user",
      "alter table orders add constraint orders_user foreign key (user_id) references users (id) on delete cascade",
    ),
    change(
      [
        "alter table orders drop foreign key orders_user",
        "alter table orders add constraint orders_user foreign key (user_id) references users (id) on delete set null",
      ],
      [
        "alter table orders drop foreign key orders_user",
        "alter table orders add constraint orders_user foreign key (user_id) references users (id) on delete cascade",
      ],
    ),
    change(
      ["alter table orders drop constraint total_ok", "alter table orders add constraint total_ok check (total > 1)"],
      ["alter table orders drop constraint total_ok", "alter table orders add constraint total_ok check (total > 0)"],
    ),
    change(
      "alter table orders drop constraint total_ok",
      "alter table orders add constraint total_ok check (total > 0)",
    ),
    change("alter table orders add check (total < 100)", "alter table orders drop constraint CONSTRAINT_1"),
    change("create index by_name on users (name)", "drop index by_name on users"),
    change("alter table users add key (name)", "drop index name on users"),
    change("create index by_name on users (name(5))", "drop index by_name on users"),
    change("create index by_name on users (name desc)", "drop index by_name on users"),
    change("create fulltext index by_name on users (name)", "drop index by_name on users"),
    change("drop index users_email on users", "create unique index users_email on users (email)"),
    change(
      ["drop index users_email on users", "create index users_email on users (email)"],
      ["drop index users_email on users", "create unique index users_email on users (email)"],
    ),
    change(
      ["drop index users_email on users", "create unique index users_email on users (email, name)"],
      ["drop index users_email on users", "create unique index users_email on users (email)"],
    ),
    change(
      "alter table users rename index users_email to by_email",
      "alter table users rename index by_email to users_email",
    ),
    change(
      "alter table users alter index users_email ignored",
      "alter table users alter index users_email not ignored",
    ),
    change("alter table days add partition (partition p2 values less than (30))", "alter table days drop partition p2"),
    change(
      "alter table days remove partitioning",
      "alter table days partition by range (day) (partition p0 values less than (10), partition p1 values less than (20))",
    ),
    change(
      "alter table days partition by hash (id) partitions 2",
      "alter table days partition by range (day) (partition p0 values less than (10), partition p1 values less than (20))",
    ),
    change(
      "create or replace view names as select name from users where id > 1",
      "create or replace view names as select name from users",
    ),
    change(
      "create or replace sql security invoker view names as select name from users",
      "create or replace view names as select name from users",
    ),
    change(
      "create or replace algorithm = merge view names as select name from users",
      "create or replace algorithm = undefined sql security definer view names as select name from users",
    ),
    change(
      "create or replace view names as select name from users where id > 1 with check option",
      "create or replace view names as select name from users",
    ),
    change("drop view names", "create view names as select name from users"),
    change(
      "create or replace function one() returns int deterministic return 2",
      "create or replace function one() returns int deterministic return 1",
    ),
    change(
      "create or replace function one(a int) returns int deterministic return 1",
      "create or replace function one() returns int deterministic return 1",
    ),
    change(
      "create or replace function one() returns bigint deterministic return 1",
      "create or replace function one() returns int deterministic return 1",
    ),
    change(
      "create or replace function one() returns int return 1",
      "create or replace function one() returns int deterministic return 1",
    ),
    change(
      "create or replace procedure work(inout a int) begin select a; end",
      "create or replace procedure work(in a int) begin select a; end",
    ),
    change("alter procedure work sql security invoker", "alter procedure work sql security definer"),
    change("drop procedure work", "create procedure work(in a int) begin select a; end"),
    change(
      "create or replace trigger touched before insert on users for each row set new.name = lower(new.name)",
      "create or replace trigger touched before insert on users for each row set new.name = upper(new.name)",
    ),
    change(
      "create or replace trigger touched before update on users for each row set new.name = upper(new.name)",
      "create or replace trigger touched before insert on users for each row set new.name = upper(new.name)",
    ),
    change(
      "create trigger second before insert on users for each row set new.name = trim(new.name)",
      "drop trigger second",
    ),
    change(
      "create or replace event cleaning on schedule every 2 day do delete from orders where id = 0",
      "create or replace event cleaning on schedule every 1 day do delete from orders where id = 0",
    ),
    change("alter event cleaning disable", "alter event cleaning enable"),
    change("alter event cleaning comment 'daily'", "alter event cleaning comment ''"),
    change("create sequence numbers", "drop sequence numbers"),
  ],
};
