import { isPast } from '@bandeng/shared/community/term.ts';
import type { Duty } from '@bandeng/shared/community/schemas.ts';
import type { DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

/** Duties that hold on a day or will later. */
export const listDuties = async (db: Db, communityId: string, day: string): Promise<Duty[]> => {
  const { duties: d, residents: r, areas: a } = db.t;
  const rows = await db
    .select({ duty: d, name: r.name, areaName: a.name })
    .from(d)
    .innerJoin(r, and(eq(r.communityId, d.communityId), eq(r.id, d.residentId)))
    .leftJoin(a, and(eq(a.communityId, d.communityId), eq(a.id, d.areaId)))
    .where(eq(d.communityId, communityId))
    .orderBy(asc(d.kind), asc(d.from), asc(d.id));
  return rows
    .filter(({ duty }) => !isPast(duty, day))
    .map(({ duty, name, areaName }) => ({
      id: duty.id,
      kind: duty.kind as DutyKind,
      residentId: duty.residentId,
      name,
      areaId: duty.areaId,
      areaName,
      from: duty.from,
      until: duty.until,
    }));
};
