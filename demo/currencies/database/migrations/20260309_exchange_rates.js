// What a currency is worth, in euros.
exports.up = (knex) =>
  knex.schema.createTable("exchange_rates", (table) => {
    table.string("currency", 3).primary();
    table.decimal("rate", 12, 6).notNullable();
  });

exports.down = (knex) => knex.schema.dropTable("exchange_rates");
