import type { BodyKind, DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, eq, gt, inArray, isNull, lte, or, type AnyColumn } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

const holdsOn = (from: AnyColumn, until: AnyColumn, day: string) => and(lte(from, day), or(isNull(until), gt(until, day)));

/** Residents with a seat in a body of this kind on a day. */
export const listSeated = async (db: Db, communityId: string, kind: BodyKind, day: string): Promise<string[]> => {
  const { bodies: b, bodyMembers: m } = db.t;
  const rows = await db
    .select({ id: m.residentId })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(and(eq(m.communityId, communityId), eq(b.kind, kind), holdsOn(m.from, m.until, day)));
  return rows.map(({ id }) => id);
};

/** Residents with one of these duties on a day; with `areaIds` only for these areas themselves. */
export const listOnDuty = async (
  db: Db,
  communityId: string,
  kinds: readonly DutyKind[],
  day: string,
  areaIds?: readonly string[],
): Promise<string[]> => {
  const { duties: d } = db.t;
  const there = areaIds === undefined ? undefined : inArray(d.areaId, [...areaIds]);
  const rows = await db
    .select({ id: d.residentId })
    .from(d)
    .where(and(eq(d.communityId, communityId), inArray(d.kind, [...kinds]), there, holdsOn(d.from, d.until, day)));
  return rows.map(({ id }) => id);
};
