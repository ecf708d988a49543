import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../platform/store/store.ts';

export type TenureSource = 'register' | 'claim' | 'desk';

/** A tenure with the area that decides who may touch it; null when there is none in this community. */
export const findTenure = async (db: Db, communityId: string, tenureId: string) => {
  const { tenures: t, dwellings: d } = db.t;
  const [row] = await db
    .select({
      id: t.id,
      residentId: t.residentId,
      dwellingId: t.dwellingId,
      kind: t.kind,
      until: t.until,
      areaId: d.areaId,
    })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), eq(t.id, tenureId)));
  return row ?? null;
};

/** Everybody who belongs to a dwelling now. */
export const listOccupants = (db: Db, communityId: string, dwellingId: string) => {
  const { tenures: t, residents: r } = db.t;
  return db
    .select({ id: t.id, residentId: t.residentId, kind: t.kind, name: r.name, phone: r.phone, accountId: r.accountId })
    .from(t)
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(and(eq(t.communityId, communityId), eq(t.dwellingId, dwellingId), isNull(t.until)))
    .orderBy(t.from, t.id);
};

export interface NewTenure {
  readonly communityId: string;
  readonly id: string;
  readonly dwellingId: string;
  readonly residentId: string;
  readonly kind: TenureKind;
  readonly from: number;
  readonly source: TenureSource;
}

export const beginTenures = async (tx: Tx, begun: readonly NewTenure[]): Promise<void> => {
  if (begun.length === 0) return;
  await tx.insert(tx.t.tenures).values(begun.map((tenure) => ({ ...tenure, until: null, endReason: '' })));
};

/** Ends a tenure and keeps it as history: what somebody did while living here stays theirs. */
export const closeTenure = async (
  tx: Tx,
  communityId: string,
  tenureId: string,
  now: number,
  reason: string,
): Promise<void> => {
  const { tenures: t } = tx.t;
  await tx
    .update(t)
    .set({ until: now, endReason: reason })
    .where(and(eq(t.communityId, communityId), eq(t.id, tenureId)));
};
