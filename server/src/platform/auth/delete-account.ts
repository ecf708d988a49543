import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { Tx } from '../store/store.ts';
import { withdrawConsents } from './privacy-consent.ts';

/**
 * Forgets a person who asks for it [个人信息保护法 art. 47]: who they are to WeChat, their number and name, every device
 * and the replies kept for retries. The row stays without them, because sign-ins name it and must be kept six months
 * [网络安全法 art. 21]; so do the consents, now withdrawn.
 * Refusals: demo-account, and those of `onAccountDeleted`.
 */
export const deleteAccount = async (deps: Deps, tx: Tx, accountId: string, now: number): Promise<Result<{ done: true }>> => {
  const { accounts, signIns, webLogins, commands, outreachConsents } = tx.t;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new Error('a sign-in without its account');
  if (account.demo !== null) return refuse('demo-account');
  // A sign-in by WeChat that comes at the same time finds the account whole, and is revoked here, or makes a new one.
  if (account.openid !== null) await tx.lock(`openid:${account.openid}`);
  const left = await deps.members.onAccountDeleted(tx, accountId, now);
  if (!left.ok) return left;
  await tx.update(accounts).set({ openid: null, unionid: null, phone: null, name: '' }).where(eq(accounts.id, accountId));
  await tx
    .update(signIns)
    .set({ revokedAt: now, revokedFor: 'deletion' })
    .where(and(eq(signIns.accountId, accountId), isNull(signIns.revokedAt)));
  await withdrawConsents(tx, accountId, now);
  await tx.delete(outreachConsents).where(eq(outreachConsents.accountId, accountId));
  await tx.delete(webLogins).where(eq(webLogins.accountId, accountId));
  await tx.delete(commands).where(eq(commands.actorId, accountId));
  return ok({ done: true });
};
