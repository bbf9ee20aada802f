// From now on orders.total is in this currency; nothing means euros.
exports.up = (knex) => knex.schema.raw("alter table orders add column currency varchar(3)");

exports.down = (knex) => knex.schema.raw("alter table orders drop column currency");
