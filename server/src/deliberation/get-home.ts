import type { Home } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { listNotices, presentBoard } from './list-board.ts';
import { listMatterTodo, sortTodo } from './list-todo.ts';
import { listWaitingClaims } from './todo-claims.ts';

const boardSize = 6;

/** '3栋', where the member lives or owns; empty for somebody without a dwelling. */
const placeLabelOf = async (db: Db, { communityId, residentId }: Actor): Promise<string> => {
  const { tenures, dwellings } = db.t;
  const [home] = await db
    .select({ building: dwellings.building })
    .from(tenures)
    .innerJoin(dwellings, and(eq(dwellings.communityId, tenures.communityId), eq(dwellings.id, tenures.dwellingId)))
    .where(and(eq(tenures.communityId, communityId), eq(tenures.residentId, residentId), isNull(tenures.until)))
    .orderBy(asc(dwellings.sortKey))
    .limit(1);
  return home === undefined ? '' : `${home.building}栋`;
};

/** What waits for the member, and what hangs on the public board: of each matter its newest notice. */
export const getHome = async (db: Db, actor: Actor, now: number): Promise<Home> => {
  const { communities } = db.t;
  const [community] = await db
    .select({ id: communities.id, name: communities.name, publicToken: communities.publicToken })
    .from(communities)
    .where(eq(communities.id, actor.communityId));
  if (community === undefined) throw new Error(`a member of ${actor.communityId}, which does not exist`);
  const notices = await listNotices(db, actor.communityId, boardSize * 3);
  const newest = notices.filter(({ matterId }, i) => notices.findIndex((other) => other.matterId === matterId) === i);
  return {
    community,
    placeLabel: await placeLabelOf(db, actor),
    todo: sortTodo([...(await listMatterTodo(db, actor, now)), ...(await listWaitingClaims(db, actor))]),
    board: await presentBoard(db, actor.communityId, newest.slice(0, boardSize), now),
  };
};
