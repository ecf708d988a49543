import type { Off } from '@bandeng/shared/outreach/choose-way.ts';
import type { SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

/** How one resident can be reached, and wants to be. */
export interface Contact {
  readonly residentId: string;
  readonly accountId: string | null;
  readonly openid: string | null;
  /** 11 digits: proved by the account, else as registered. */
  readonly phone: string | null;
  readonly off: Off;
  /** Consents left for messages of the template. */
  readonly remaining: number;
}

/** At most some hundred ids at a time. */
export const loadContacts = async (
  db: Db,
  communityId: string,
  residentIds: readonly string[],
  template: SubscriptionTemplate,
): Promise<Contact[]> => {
  const { residents: r, accounts: a, outreachChoices: ch, outreachConsents: co } = db.t;
  const rows = await db
    .select({
      residentId: r.id,
      accountId: r.accountId,
      registered: r.phone,
      openid: a.openid,
      proved: a.phone,
      off: ch.off,
      remaining: co.remaining,
    })
    .from(r)
    .leftJoin(a, eq(a.id, r.accountId))
    .leftJoin(ch, and(eq(ch.communityId, r.communityId), eq(ch.residentId, r.id)))
    .leftJoin(co, and(eq(co.accountId, r.accountId), eq(co.template, template)))
    .where(and(eq(r.communityId, communityId), inArray(r.id, [...residentIds])));
  return rows.map(({ registered, proved, off, remaining, ...row }) => ({
    ...row,
    phone: proved ?? registered,
    off: off ?? {},
    remaining: remaining ?? 0,
  }));
};
