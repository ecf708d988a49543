import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { aliasedTable, and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';

/** Where somebody is met by notices: the areas lived in with all above them, and the bodies sat in. */
export interface Mine {
  readonly areaIds: ReadonlySet<string>;
  readonly bodyIds: ReadonlySet<string>;
}

const $ = sql.placeholder;

/** The tree is seven levels deep at most: one statement climbs it. */
const climb = prepared('bulletin_my_areas', (db: Db) => {
  const { tenures: t, dwellings: d, areas: a } = db.t;
  const [b, c, e, f, g] = [aliasedTable(a, 'a2'), aliasedTable(a, 'a3'), aliasedTable(a, 'a4'), aliasedTable(a, 'a5'), aliasedTable(a, 'a6')] as const;
  return db
    .selectDistinct({
      own: d.areaId,
      first: a.parentId,
      second: b.parentId,
      third: c.parentId,
      fourth: e.parentId,
      fifth: f.parentId,
      sixth: g.parentId,
    })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .leftJoin(a, and(eq(a.communityId, d.communityId), eq(a.id, d.areaId)))
    .leftJoin(b, and(eq(b.communityId, d.communityId), eq(b.id, a.parentId)))
    .leftJoin(c, and(eq(c.communityId, d.communityId), eq(c.id, b.parentId)))
    .leftJoin(e, and(eq(e.communityId, d.communityId), eq(e.id, c.parentId)))
    .leftJoin(f, and(eq(f.communityId, d.communityId), eq(f.id, e.parentId)))
    .leftJoin(g, and(eq(g.communityId, d.communityId), eq(g.id, f.parentId)))
    .where(
      and(eq(t.communityId, $('communityId')), eq(t.residentId, $('residentId')), isNull(t.until), isNull(d.removedAt)),
    );
});

const seats = prepared('bulletin_my_bodies', (db: Db) => {
  const { bodyMembers: m, bodies: b } = db.t;
  return db
    .selectDistinct({ id: b.id, kind: b.kind })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(
      and(
        eq(m.communityId, $('communityId')),
        eq(m.residentId, $('residentId')),
        lte(m.from, $('day')),
        or(isNull(m.until), gt(m.until, $('day'))),
      ),
    );
});

const halves = ['branch-committee', 'residents-committee'];

/** Bodies that are made of others: whoever sits in one of the two committees sits in both together. */
const unionsOf = (db: Db, communityId: string) => {
  const { bodies: b } = db.t;
  return db.select({ id: b.id }).from(b).where(and(eq(b.communityId, communityId), eq(b.kind, 'two-committees')));
};

export const loadMine = async (db: Db, communityId: string, residentId: string, now: number): Promise<Mine> => {
  const areas = await climb(db, { communityId, residentId });
  const bodies = await seats(db, { communityId, residentId, day: dayAt(now) });
  const both = bodies.some(({ kind }) => halves.includes(kind)) ? await unionsOf(db, communityId) : [];
  return {
    areaIds: new Set(areas.flatMap((row) => Object.values(row).filter((id) => id !== null))),
    bodyIds: new Set([...bodies, ...both].map(({ id }) => id)),
  };
};

/** Bodies whose members sit in one of these: the two committees are the union of both. */
export const expandBodies = async (db: Db, communityId: string, bodyIds: readonly string[]): Promise<string[]> => {
  if (bodyIds.length === 0) return [];
  const { bodies: b } = db.t;
  const rows = await db
    .select({ id: b.id, kind: b.kind })
    .from(b)
    .where(and(eq(b.communityId, communityId), or(inArray(b.id, [...bodyIds]), inArray(b.kind, halves))));
  const joint = rows.length > 0 && (await unionsOf(db, communityId)).some(({ id }) => bodyIds.includes(id));
  return rows.filter(({ id, kind }) => bodyIds.includes(id) || (joint && halves.includes(kind))).map(({ id }) => id);
};
