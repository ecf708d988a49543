import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { chainHash, genesis, recordText } from '@bandeng/shared/deliberation/record.ts';
import type { RecordKind } from '@bandeng/shared/deliberation/record-kinds.ts';
import { and, desc, eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';
import { matterScope } from './load-matter.ts';

const $ = sql.placeholder;

const lastEntry = prepared('deliberation_last_record', (db: Db) => {
  const { recordEntries } = db.t;
  return db
    .select({ seq: recordEntries.seq, hash: recordEntries.hash })
    .from(recordEntries)
    .where(and(eq(recordEntries.communityId, $('communityId')), eq(recordEntries.matterId, $('matterId'))))
    .orderBy(desc(recordEntries.seq))
    .limit(1);
});

const putEntry = prepared('deliberation_put_record', (tx: Tx) =>
  tx.insert(tx.t.recordEntries).values({
    communityId: $('communityId'),
    matterId: $('matterId'),
    seq: $('seq'),
    at: $('at'),
    kind: $('kind'),
    actor: $('actor'),
    body: $('body'),
    previous: $('previous'),
    hash: $('hash'),
  }),
);

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export interface RecordStep {
  readonly communityId: string;
  readonly matterId: string;
  readonly kind: RecordKind;
  /** Who did it; null for what the clock did, and for a secret ballot. */
  readonly actor: { readonly residentId: string; readonly name: string } | null;
  /** Integers, texts, booleans, lists and plain objects; see `canonicalJson`. */
  readonly body: object;
  /** ms since 1970 */
  readonly at: number;
}

/** Appends one step to the matter's hash chain, under the matter's lock. The actor's id stands in the body as `by`. */
export const appendRecord = async (tx: Tx, step: RecordStep): Promise<void> => {
  const { communityId, matterId, kind, at } = step;
  await tx.lock(matterScope(communityId, matterId));
  const [last] = await lastEntry(tx, { communityId, matterId });
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? genesis;
  const actor = step.actor?.name ?? '';
  const body = canonicalJson(step.actor === null ? step.body : { ...step.body, by: step.actor.residentId });
  const hash = chainHash(previous, recordText({ matterId, seq, at, kind, actor, body }), sha256);
  await putEntry(tx, { communityId, matterId, seq, at, kind, actor, body, previous, hash });
};
