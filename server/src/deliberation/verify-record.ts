import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { verifyChain, type ChainVerdict } from '@bandeng/shared/deliberation/record.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { sha256 } from './append-record.ts';
import { findVisibleMatter } from './see-matter.ts';

type VerifyRecord = typeof deliberationApi.verifyRecord;

/** Walks the whole chain of a matter as it is stored. */
export const verifyMatterRecord = async (db: Db, communityId: string, matterId: string): Promise<ChainVerdict> => {
  const { recordEntries: e } = db.t;
  const entries = await db
    .select()
    .from(e)
    .where(and(eq(e.communityId, communityId), eq(e.matterId, matterId)))
    .orderBy(asc(e.seq));
  return verifyChain(entries, sha256);
};

/** Anybody in the community may have a matter's record checked. */
export const verifyRecord = async (input: QueryInput<VerifyRecord>): Promise<Result<Reply<VerifyRecord>>> => {
  const { db, actor, params } = input;
  const matter = await findVisibleMatter(db, actor, params.matterId);
  if (!matter) return refuse('not-found');
  const verdict = await verifyMatterRecord(db, actor.communityId, matter.id);
  return ok(
    verdict.ok
      ? { unbroken: true, length: verdict.length, head: verdict.head, brokenAt: null }
      : { unbroken: false, length: verdict.seq - 1, head: '', brokenAt: verdict.seq },
  );
};
