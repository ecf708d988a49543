import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Applying } from './applying.ts';

/**
 * Takes dwellings that the file no longer has out of the register and ends what people had there; all of it is kept as
 * history. Dwellings that the file names on a refused row stay.
 * @returns how many were taken out, and whether more may be left
 */
export const removeMissing = async (
  { tx, communityId, importId, now }: Applying,
  compounds: readonly string[],
  refusedKeys: ReadonlySet<string>,
  limit: number,
): Promise<{ removed: number; more: boolean }> => {
  const { dwellings: d, tenures: t } = tx.t;
  const rows = await tx
    .select({ id: d.id, key: d.registerKey })
    .from(d)
    .where(
      and(
        eq(d.communityId, communityId),
        isNull(d.removedAt),
        inArray(d.compound, [...compounds]),
        or(isNull(d.seenIn), ne(d.seenIn, importId)),
      ),
    )
    .orderBy(asc(d.id))
    .limit(limit);
  if (rows.length === 0) return { removed: 0, more: false };
  const all = rows.map(({ id }) => id);
  const gone = rows.filter(({ key }) => !refusedKeys.has(key)).map(({ id }) => id);
  await tx
    .update(d)
    .set({ seenIn: importId })
    .where(and(eq(d.communityId, communityId), inArray(d.id, all)));
  if (gone.length > 0) {
    await tx
      .update(d)
      .set({ removedAt: now })
      .where(and(eq(d.communityId, communityId), inArray(d.id, gone)));
    await tx
      .update(t)
      .set({ until: now, endReason: 'register' })
      .where(and(eq(t.communityId, communityId), inArray(t.dwellingId, gone), isNull(t.until)));
  }
  return { removed: gone.length, more: rows.length === limit };
};
