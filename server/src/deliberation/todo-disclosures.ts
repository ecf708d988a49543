import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId, StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { isCommittee, isResident } from '@bandeng/shared/deliberation/who.ts';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

const todo = (
  kind: Todo['kind'],
  row: { matterId: string; title: string; stageId: string | null; subjectId?: string; dueAt?: number },
): Todo => ({
  kind,
  matterId: row.matterId,
  subjectId: row.subjectId ?? null,
  title: row.title,
  stageId: row.stageId as StageId | null,
  dueAt: row.dueAt ?? null,
  count: 1,
});

/** For the committees: objections without an answer. */
export const listOpenObjections = async (db: Db, actor: Actor): Promise<Todo[]> => {
  if (!isCommittee(actor)) return [];
  const { objections: o, disclosures: d, matters: m } = db.t;
  const rows = await db
    .select({ matterId: m.id, title: m.title, stageId: d.stageId, subjectId: o.id, dueAt: o.dueAt })
    .from(o)
    .innerJoin(d, and(eq(d.communityId, o.communityId), eq(d.id, o.disclosureId)))
    .innerJoin(m, and(eq(m.communityId, o.communityId), eq(m.id, o.matterId)))
    .where(and(eq(o.communityId, actor.communityId), isNull(o.answeredAt), eq(d.status, 'up')));
  return rows.map((row) => todo('answer-objection', row));
};

/** For the committees: matters at a stage of disclosure with nothing put up yet. */
export const listToPublish = async (db: Db, actor: Actor): Promise<Todo[]> => {
  if (!isCommittee(actor)) return [];
  const { disclosures: d, matters: m } = db.t;
  const stages: DisclosureStageId[] = ['publish-resolution', 'publish-outcome'];
  const rows = await db
    .select({ matterId: m.id, title: m.title, stageId: m.stageId })
    .from(m)
    .leftJoin(
      d,
      and(eq(d.communityId, m.communityId), eq(d.matterId, m.id), eq(d.stageId, m.stageId), eq(d.status, 'up')),
    )
    .where(
      and(eq(m.communityId, actor.communityId), eq(m.status, 'running'), inArray(m.stageId, stages), isNull(d.id)),
    );
  return rows.map((row) => todo('publish', row));
};

/** Outcomes on display that I have not rated. */
export const listToRate = async (db: Db, actor: Actor): Promise<Todo[]> => {
  if (!isResident(actor)) return [];
  const { disclosures: d, matters: m, ratings: r } = db.t;
  const rows = await db
    .select({ matterId: m.id, title: m.title, stageId: d.stageId, dueAt: d.endsAt })
    .from(d)
    .innerJoin(m, and(eq(m.communityId, d.communityId), eq(m.id, d.matterId)))
    .leftJoin(r, and(eq(r.communityId, d.communityId), eq(r.matterId, d.matterId), eq(r.residentId, actor.residentId)))
    .where(
      and(
        eq(d.communityId, actor.communityId),
        eq(d.stageId, 'publish-outcome'),
        eq(d.status, 'up'),
        isNull(r.residentId),
      ),
    );
  return rows.map((row) => todo('rate', row));
};

/** What I proposed, or help to write, and got back with reasons. */
export const listReturned = async (db: Db, actor: Actor): Promise<Todo[]> => {
  const { matters: m, coauthors: c } = db.t;
  const rows = await db
    .select({ matterId: m.id, title: m.title, stageId: m.stageId })
    .from(m)
    .leftJoin(c, and(eq(c.communityId, m.communityId), eq(c.matterId, m.id), eq(c.residentId, actor.residentId)))
    .where(
      and(
        eq(m.communityId, actor.communityId),
        eq(m.status, 'returned'),
        or(eq(m.proposerId, actor.residentId), eq(c.residentId, actor.residentId)),
      ),
    );
  return rows.map((row) => todo('returned', row));
};
