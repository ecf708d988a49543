// drizzle-kit looks for tables among the exports of a module: here every table is one, without naming it again.
const { kits } = require('./kit.ts');
const { defineSchema } = require('./schema.ts');

module.exports = defineSchema(kits.pg);
