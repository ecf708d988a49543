import { isInForce } from '@bandeng/shared/community/term.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import { forgetMember } from '../chat/membership/forget-member.ts';
import type { AccountAct } from './act.ts';
import type { Tx } from '../platform/store/store.ts';
import { writeLog } from './write-log.ts';

/** Whether the resident alone administers the community: another one counts who has an account to do it with. */
const administersAlone = async (tx: Tx, communityId: string, residentId: string, day: string): Promise<boolean> => {
  const { duties: d, residents: r } = tx.t;
  const terms = await tx
    .select({ residentId: d.residentId, from: d.from, until: d.until })
    .from(d)
    .innerJoin(r, and(eq(r.communityId, d.communityId), eq(r.id, d.residentId)))
    .where(and(eq(d.communityId, communityId), eq(d.kind, 'administrator'), isNotNull(r.accountId)));
  const administrators = terms.filter((term) => isInForce(term, day)).map((term) => term.residentId);
  return administrators.includes(residentId) && administrators.every((one) => one === residentId);
};

/**
 * Takes an account out of every community. What the community must keep stays: the register with its tenures, offices,
 * rolls, ballots and records. A claim that let nobody in loses the name and number that it gave.
 * Refuses last-administrator.
 */
export const forgetAccount = async ({ tx, accountId, now, newId }: Omit<AccountAct, 'communityId'>): Promise<Result<{ done: true }>> => {
  const { residents: r, claims: c } = tx.t;
  const mine = await tx
    .select({ communityId: r.communityId, id: r.id })
    .from(r)
    .where(eq(r.accountId, accountId))
    .orderBy(asc(r.communityId));
  const claimed = await tx.selectDistinct({ communityId: c.communityId }).from(c).where(eq(c.accountId, accountId));
  const communities = new Set([...mine, ...claimed].map(({ communityId }) => communityId));
  for (const communityId of [...communities].sort()) await tx.lock(`community:${communityId}`);
  for (const { communityId, id } of mine) {
    if (await administersAlone(tx, communityId, id, dayAt(now))) return refuse('last-administrator');
    await tx
      .update(r)
      .set({ accountId: null, alias: '' })
      .where(and(eq(r.communityId, communityId), eq(r.id, id)));
    await forgetMember(tx, communityId, id, now);
    await writeLog(tx, newId, { communityId, at: now, byId: id, kind: 'account-deleted', subjectId: id });
  }
  const open = and(eq(c.accountId, accountId), eq(c.status, 'waiting'));
  await tx.update(c).set({ status: 'withdrawn', decidedAt: now }).where(open);
  await tx
    .update(c)
    .set({ name: '', phone: null, note: '' })
    .where(and(eq(c.accountId, accountId), ne(c.status, 'accepted')));
  return ok({ done: true });
};
