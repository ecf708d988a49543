import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, desc, eq } from 'drizzle-orm';
import { pageOf } from '../community/paging.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { loadPeople } from './load-people.ts';
import { cursorAt, olderThan } from './newest-first.ts';
import { findVisibleMatter } from './see-matter.ts';

type ListRatings = typeof deliberationApi.listRatings;

/** What residents said of the outcome, newest first. A resident has one rating per matter, so its id is the resident's. */
export const listRatings = async (input: QueryInput<ListRatings>): Promise<Result<Reply<ListRatings>>> => {
  const { db, actor, params, query } = input;
  const { communityId } = actor;
  if (!(await findVisibleMatter(db, actor, params.matterId))) return refuse('not-found');
  const { ratings: r } = db.t;
  const limit = query.limit ?? 20;
  const rows = await db
    .select({ residentId: r.residentId, stars: r.stars, text: r.text, at: r.at })
    .from(r)
    .where(
      and(eq(r.communityId, communityId), eq(r.matterId, params.matterId), olderThan(query.cursor, r.at, r.residentId)),
    )
    .orderBy(desc(r.at), desc(r.residentId))
    .limit(limit + 1);
  const people = await loadPeople(
    db,
    communityId,
    rows.map(({ residentId }) => residentId),
  );
  return ok(
    pageOf(
      rows,
      limit,
      ({ at, residentId }) => cursorAt(at, residentId),
      ({ residentId, stars, text, at }) => ({ id: residentId, by: people(residentId), stars, text, at }),
    ),
  );
};
