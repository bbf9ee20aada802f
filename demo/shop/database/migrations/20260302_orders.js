// What they bought. Totals are in euros.
exports.up = (knex) =>
  knex.schema.createTable("orders", (table) => {
    table.increments("id");
    table.integer("user_id").notNullable().references("users.id");
    table.decimal("total", 10, 2).notNullable();
  });

exports.down = (knex) => knex.schema.dropTable("orders");
