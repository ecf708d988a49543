import { and, asc, eq } from 'drizzle-orm';
import type { AccountAct } from './act.ts';
import type { Tx } from '../platform/store/store.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

interface Registered {
  readonly communityId: string;
  readonly id: string;
  readonly accountId: string | null;
}

/**
 * Which of the people that a community's register gives a phone number belongs to the account that holds the number.
 * Several people may share a number (a couple, an agent): then nobody is taken for another, and a claim decides.
 * @returns the resident, `already` when it is bound to this very account, or why not
 */
export const matchByPhone = (
  sharing: readonly Registered[],
  accountId: string,
  own: string | null,
): Registered | 'already' | 'taken' | 'shared' | 'other-resident' => {
  if (sharing.some((one) => one.accountId === accountId)) return 'already';
  const [only, second] = sharing;
  if (only === undefined || second !== undefined) return 'shared';
  if (only.accountId !== null) return 'taken';
  return own === null ? only : 'other-resident';
};

const ownResident = async (tx: Tx, communityId: string, accountId: string): Promise<string | null> => {
  const { residents } = tx.t;
  const [own] = await tx
    .select({ id: residents.id })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), eq(residents.accountId, accountId)));
  return own?.id ?? null;
};

/** Binds within one community what its register says of a phone number; refusals are put on record. */
export const bindInCommunity = async (act: AccountAct, sharing: readonly Registered[]): Promise<void> => {
  const { tx, communityId, accountId, now, newId } = act;
  const match = matchByPhone(sharing, accountId, await ownResident(tx, communityId, accountId));
  if (match === 'already') return;
  const { residents } = tx.t;
  if (typeof match === 'object') {
    const here = and(eq(residents.communityId, communityId), eq(residents.id, match.id));
    await tx.update(residents).set({ accountId }).where(here);
    const body = { by: 'phone' };
    return writeLog(tx, newId, {
      communityId,
      at: now,
      byId: match.id,
      kind: 'resident-bound',
      subjectId: match.id,
      body,
    });
  }
  for (const { id } of sharing) {
    await writeLog(tx, newId, {
      communityId,
      at: now,
      byId: null,
      kind: 'binding-refused',
      subjectId: id,
      body: { reason: match },
    });
  }
};

/**
 * An account has proved that it holds a phone number: every register that names it lets it in at once. A resident who
 * is bound to another account is never taken over.
 */
export const bindPhone = async (act: Omit<AccountAct, 'communityId'>, phone: string): Promise<void> => {
  const { residents } = act.tx.t;
  const named = await act.tx
    .select({ communityId: residents.communityId, id: residents.id, accountId: residents.accountId })
    .from(residents)
    .where(eq(residents.phone, phone))
    .orderBy(asc(residents.communityId), asc(residents.createdAt));
  for (const communityId of new Set(named.map((row) => row.communityId))) {
    await act.tx.lock(`community:${communityId}`);
    const sharing = await act.tx
      .select({ communityId: residents.communityId, id: residents.id, accountId: residents.accountId })
      .from(residents)
      .where(and(eq(residents.communityId, communityId), eq(residents.phone, phone)));
    await bindInCommunity({ ...act, communityId }, sharing);
    for (const { id } of sharing) await standingChanged(act.tx, communityId, id, act.now);
  }
};

/** The other order: a number was just written into a register, and one account already holds it. */
export const bindKnownAccount = async (
  tx: Tx,
  communityId: string,
  phone: string,
  now: number,
  newId: () => string,
): Promise<void> => {
  const { accounts, residents } = tx.t;
  const [account, second] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.phone, phone));
  if (account === undefined || second !== undefined) return;
  const sharing = await tx
    .select({ communityId: residents.communityId, id: residents.id, accountId: residents.accountId })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), eq(residents.phone, phone)));
  await bindInCommunity({ tx, communityId, accountId: account.id, now, newId }, sharing);
};
