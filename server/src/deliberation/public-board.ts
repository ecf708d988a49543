import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { maskPhones } from '@bandeng/shared/deliberation/mask.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import { pageOf } from '../community/paging.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { listNotices, presentBoard } from './list-board.ts';
import { cursorAt, olderThan } from './newest-first.ts';

type GetPublicBoard = typeof deliberationApi.getPublicBoard;

/** Every notice of a community, newest first, for whoever holds the token of its board. It names no resident. */
export const getPublicBoard = async (input: QueryInput<GetPublicBoard>): Promise<Result<Reply<GetPublicBoard>>> => {
  const { db, params, query, now } = input;
  const { communities, disclosures: d } = db.t;
  const [community] = await db
    .select({ id: communities.id, name: communities.name })
    .from(communities)
    .where(eq(communities.publicToken, params.token));
  if (!community) return refuse('not-found');
  const limit = query.limit ?? 20;
  const older = olderThan(query.cursor, d.publishedAt, d.id);
  const page = pageOf(
    await listNotices(db, community.id, limit + 1, older),
    limit,
    ({ publishedAt, id }) => cursorAt(publishedAt, id),
    (notice) => notice,
  );
  const board = await presentBoard(db, community.id, page.items, now);
  const items = board.map((item) => ({ ...item, title: maskPhones(item.title) }));
  return ok({ communityName: community.name, items, next: page.next });
};
