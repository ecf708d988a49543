import { dwellingLabel } from '@bandeng/shared/community/dwelling-label.ts';
import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import { covers, verifierScope } from '../community/verifier-scope.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** For those who verify neighbours: how many wait within their areas, as one line. Nobody verifies the own claim. */
export const listWaitingClaims = async (db: Db, actor: Actor): Promise<Todo[]> => {
  const scope = await verifierScope(db, actor);
  if (scope !== 'everywhere' && scope.size === 0) return [];
  const { claims: c, dwellings: d } = db.t;
  const rows = await db
    .select({
      areaId: d.areaId,
      compound: d.compound,
      building: d.building,
      unit: d.unit,
      room: d.room,
    })
    .from(c)
    .innerJoin(d, and(eq(d.communityId, c.communityId), eq(d.id, c.dwellingId)))
    .where(and(eq(c.communityId, actor.communityId), eq(c.status, 'waiting'), ne(c.accountId, actor.accountId)))
    .orderBy(asc(c.at), asc(c.id));
  const mine = rows.filter(({ areaId }) => covers(scope, areaId));
  const [first] = mine;
  if (first === undefined) return [];
  return [
    {
      kind: 'claim',
      matterId: null,
      subjectId: null,
      title: dwellingLabel(first),
      stageId: null,
      dueAt: null,
      count: mine.length,
    },
  ];
};
