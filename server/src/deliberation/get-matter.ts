import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import { readChannelSeq } from '../platform/realtime/publish.ts';
import { matterChannel } from './publish-events.ts';
import { readMatterView } from './read-matter.ts';
import { readStanding } from './read-standing.ts';
import { findVisibleMatter } from './see-matter.ts';

type GetMatter = typeof deliberationApi.getMatter;

/** Snapshot, cursor and what is allowed, in one call. The cursor is read first: an event twice is harmless, one missed is not. */
export const getMatter = async ({ db, actor, params, now }: QueryInput<GetMatter>): Promise<Result<Reply<GetMatter>>> => {
  const { matterId } = params;
  if (!(await findVisibleMatter(db, actor, matterId))) return refuse('not-found');
  const cursor = await readChannelSeq(db, actor.communityId, matterChannel(matterId));
  const matter = await readMatterView(db, actor.communityId, matterId);
  if (!matter) return refuse('not-found');
  const { ratings } = db.t;
  const [myRating] = await db
    .select({ stars: ratings.stars, text: ratings.text })
    .from(ratings)
    .where(
      and(
        eq(ratings.communityId, actor.communityId),
        eq(ratings.matterId, matterId),
        eq(ratings.residentId, actor.residentId),
      ),
    );
  return ok({ matter, cursor, ...(await readStanding(db, actor, matterId, now)), myRating: myRating ?? null });
};
