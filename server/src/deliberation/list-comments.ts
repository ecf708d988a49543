import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, desc, eq } from 'drizzle-orm';
import { pageOf } from '../community/paging.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { loadPeople } from './load-people.ts';
import { cursorAt, olderThan } from './newest-first.ts';
import { presentComment } from './present-comment.ts';
import { findVisibleMatter } from './see-matter.ts';

type ListComments = typeof deliberationApi.listComments;

/** What residents said, of one stage or of all, newest first. */
export const listComments = async (input: QueryInput<ListComments>): Promise<Result<Reply<ListComments>>> => {
  const { db, actor, params, query } = input;
  const { communityId } = actor;
  if (!(await findVisibleMatter(db, actor, params.matterId))) return refuse('not-found');
  const { comments: c } = db.t;
  const limit = query.limit ?? 20;
  const rows = await db
    .select()
    .from(c)
    .where(
      and(
        eq(c.communityId, communityId),
        eq(c.matterId, params.matterId),
        query.stageId === undefined ? undefined : eq(c.stageId, query.stageId),
        olderThan(query.cursor, c.at, c.id),
      ),
    )
    .orderBy(desc(c.at), desc(c.id))
    .limit(limit + 1);
  const people = await loadPeople(
    db,
    communityId,
    rows.map(({ byId }) => byId),
  );
  return ok(
    pageOf(
      rows,
      limit,
      ({ at, id }) => cursorAt(at, id),
      (row) => presentComment(row, people, actor),
    ),
  );
};
