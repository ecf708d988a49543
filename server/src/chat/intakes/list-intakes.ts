import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Query } from '@bandeng/shared/kernel/api.ts';
import { and, desc, eq } from 'drizzle-orm';
import { pageOf } from '../../community/paging.ts';
import { cursorAt, olderThan } from '../../deliberation/newest-first.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import { listedRows, loadHandlerScope } from './intake-scope.ts';
import { presentIntakes } from './present-intake.ts';

/** What the caller handles by role or handed in, newest first; with `mine` the latter only. */
export const listIntakes = async (db: Db, actor: Actor, query: Query<typeof chatApi.listIntakes>) => {
  const { intakes: i } = db.t;
  const { cursor, limit = 50, kind, status, mine } = query;
  const scope = await loadHandlerScope(db, actor);
  const rows = await db
    .select()
    .from(i)
    .where(
      and(
        eq(i.communityId, actor.communityId),
        mine === true ? eq(i.byId, actor.residentId) : listedRows(db, scope),
        kind === undefined ? undefined : eq(i.kind, kind),
        status === undefined ? undefined : eq(i.status, status),
        olderThan(cursor, i.at, i.id),
      ),
    )
    .orderBy(desc(i.at), desc(i.id))
    .limit(limit + 1);
  const { items, next } = pageOf(rows, limit, ({ at, id }) => cursorAt(at, id), (row) => row);
  return { items: await presentIntakes(db, scope, items), next };
};
