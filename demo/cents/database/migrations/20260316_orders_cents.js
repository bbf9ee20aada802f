// Whole cents in the place of decimals.
exports.up = async (knex) => {
  await knex.schema.raw("alter table orders add column cents integer");
  await knex.raw("update orders set cents = totl * 100");
};

exports.down = (knex) => knex.schema.raw("alter table orders drop column cents");
