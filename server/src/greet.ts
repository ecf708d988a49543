import { isNotNull } from 'drizzle-orm';
import type { Deps } from './platform/deps.ts';

/** Tells whoever started the server where it is and, in demo mode, who can sign in. */
export const greet = async (deps: Deps, origin: string, say: (line: string) => void): Promise<void> => {
  say(`\n  板凳 Bandeng  ${origin}`);
  say(`  接口文档 API   ${origin}/api/docs`);
  if (!deps.config.demo) return;
  const { accounts } = deps.store.t;
  const found = await deps.store.read((db) =>
    db.select({ name: accounts.name, role: accounts.demo }).from(accounts).where(isNotNull(accounts.demo)).orderBy(accounts.id),
  );
  if (found.length > 0) say('\n  演示账号 demonstration accounts (no password):');
  for (const { name, role } of found) say(`    ${(role ?? '').padEnd(22)} ${name}`);
  say('');
};
