import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { normaliseReceipt } from '@bandeng/shared/kernel/receipt.ts';
import type { Db } from '../platform/store/store.ts';
import { findSecretChoice } from './put-ballot.ts';
import type { Entry } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';

export type Recognised =
  /** Carried out before: the first answer again. */
  | { readonly kind: 'retry'; readonly receipt: string; readonly changed: boolean }
  /** The same command id with another choice. */
  | { readonly kind: 'reused' }
  /** To be decided. `given`: the receipt sent along, in its printed form; empty when it cannot be one. */
  | { readonly kind: 'new'; readonly given: string | undefined; readonly receipt: 'none' | 'unknown' | 'found' };

/**
 * Tells the retry of a ballot from a new one without a `commands` row, which would tie a person to a ballot: a first
 * ballot is found by the receipt that its command id makes, a change by being there already.
 * @param fresh the receipt that this command id makes
 */
export const recogniseBallot = async (
  db: Db,
  session: SessionRow,
  entry: Entry | undefined,
  body: Body<typeof deliberationApi.castBallot>,
  fresh: string,
): Promise<Recognised> => {
  const given = body.receipt === undefined ? undefined : (normaliseReceipt(body.receipt) ?? '');
  if (entry?.voted !== true) return { kind: 'new', given, receipt: given === undefined ? 'none' : 'unknown' };
  const findChoice = async (receipt: string) => {
    if (session.secret) return findSecretChoice(db, session, receipt);
    return entry.receipt === receipt ? entry.choice : undefined;
  };
  const sameReason = session.secret || entry.reason === (body.reason?.trim() ?? '');

  const first = await findChoice(fresh);
  if (first !== undefined) {
    const same = first === body.choice && sameReason;
    // It may have been changed since by another command; otherwise the same id must ask for the same.
    return same || entry.changes > 0 ? { kind: 'retry', receipt: fresh, changed: false } : { kind: 'reused' };
  }
  const named = given === undefined ? undefined : await findChoice(given);
  if (session.secret && given !== undefined && named === body.choice) return { kind: 'retry', receipt: given, changed: true };
  if (!session.secret && entry.changes > 0 && entry.choice === body.choice && sameReason)
    return { kind: 'retry', receipt: entry.receipt ?? fresh, changed: true };
  return { kind: 'new', given, receipt: given === undefined ? 'none' : named === undefined ? 'unknown' : 'found' };
};
