import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/platform/store/schema.pg.cjs',
  out: './migrations/pg',
  casing: 'snake_case',
});
