import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { readChannelSeq } from '../platform/realtime/publish.ts';
import { matterChannel } from './publish-events.ts';
import { viewMatter } from './read-matter.ts';
import { standingIn } from './read-standing.ts';
import { findVisibleMatter } from './see-matter.ts';

type GetMatter = typeof deliberationApi.getMatter;

const $ = sql.placeholder;

const ratingOf = prepared('deliberation_rating_of', (db: Db) => {
  const { ratings: r } = db.t;
  return db
    .select({ stars: r.stars, text: r.text })
    .from(r)
    .where(and(eq(r.communityId, $('communityId')), eq(r.matterId, $('matterId')), eq(r.residentId, $('residentId'))));
});

/** Snapshot, cursor and what is allowed, in one call. The cursor is read first: an event twice is harmless, one missed is not. */
export const getMatter = async ({ db, actor, params, now }: QueryInput<GetMatter>): Promise<Result<Reply<GetMatter>>> => {
  const { matterId } = params;
  const { communityId, residentId } = actor;
  const cursor = await readChannelSeq(db, communityId, matterChannel(matterId));
  const row = await findVisibleMatter(db, actor, matterId);
  if (!row) return refuse('not-found');
  const matter = await viewMatter(db, row);
  const [myRating] = await ratingOf(db, { communityId, matterId, residentId });
  return ok({ matter, cursor, ...(await standingIn(db, actor, row, now)), myRating: myRating ?? null });
};
