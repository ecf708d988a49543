import type { MatterRow } from '@bandeng/shared/deliberation/schemas.ts';
import { maySeeMatter } from '@bandeng/shared/deliberation/who.ts';
import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { alike, containing, pageOf } from '../community/paging.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { listMatterTodo } from './list-todo.ts';
import { cursorAt, olderThan } from './newest-first.ts';

export interface MatterQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly show?: 'running' | 'waiting' | 'mine' | 'closed' | 'all';
  readonly search?: string;
}

/**
 * Matters by last change, newest first. Drafts, also withdrawn ones, are listed for those who may open them; `waiting` is
 * what asks something of the member, `mine` what the member wrote or was on the roll of.
 */
export const listMatters = async (
  db: Db,
  actor: Actor,
  query: MatterQuery,
  now: number,
): Promise<{ items: MatterRow[]; next: string | null }> => {
  const { matters: m, coauthors: c, sessions: s, rollEntries: r } = db.t;
  const limit = query.limit ?? 20;
  const waiting = new Set((await listMatterTodo(db, actor, now)).flatMap(({ matterId }) => matterId ?? []));
  const written = db
    .select({ id: c.matterId })
    .from(c)
    .where(and(eq(c.communityId, actor.communityId), eq(c.residentId, actor.residentId)));
  const mine = or(eq(m.proposerId, actor.residentId), inArray(m.id, written));
  const called = db
    .select({ id: s.matterId })
    .from(r)
    .innerJoin(s, and(eq(s.communityId, r.communityId), eq(s.id, r.sessionId)))
    .where(and(eq(r.communityId, actor.communityId), eq(r.voterId, actor.residentId)));
  // Asked of a draft that nobody in particular wrote: whether the role alone opens it.
  const seesDrafts = maySeeMatter(actor, { status: 'draft', proposerId: '', coauthorIds: [] });
  const shown = (): SQL | undefined => {
    switch (query.show ?? 'all') {
      case 'running':
        return inArray(m.status, ['running', 'returned']);
      case 'closed':
        return inArray(m.status, ['closed', 'ended', 'withdrawn']);
      case 'mine':
        return or(mine, inArray(m.id, called));
      case 'waiting':
        return waiting.size === 0 ? sql`1 = 0` : inArray(m.id, [...waiting]);
      case 'all':
        return undefined;
    }
  };
  const pattern = containing(query.search ?? '');
  const rows = await db
    .select({
      id: m.id,
      number: m.number,
      title: m.title,
      summary: m.summary,
      type: m.type,
      status: m.status,
      stageId: m.stageId,
      version: m.version,
      dueAt: m.dueAt,
      touchedAt: m.touchedAt,
    })
    .from(m)
    .where(
      and(
        eq(m.communityId, actor.communityId),
        seesDrafts ? undefined : or(ne(m.number, ''), mine),
        shown(),
        pattern === '%%'
          ? undefined
          : or(...[m.title, m.summary, m.number].map((column) => alike(column, pattern))),
        olderThan(query.cursor, m.touchedAt, m.id),
      ),
    )
    .orderBy(desc(m.touchedAt), desc(m.id))
    .limit(limit + 1);
  return pageOf(
    rows,
    limit,
    ({ touchedAt, id }) => cursorAt(touchedAt, id),
    ({ touchedAt, type, status, stageId, ...row }) => ({
      ...row,
      type: type as MatterRow['type'],
      status: status as MatterRow['status'],
      stageId: stageId as MatterRow['stageId'],
      waiting: waiting.has(row.id),
      at: touchedAt,
    }),
  );
};
