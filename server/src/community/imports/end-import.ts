import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { standingChanged } from '../standing-changed.ts';

/**
 * Ends an import. The rows that waited and the file hold personal data that nothing needs any more: the rows go at
 * once, the file with the next clearing of unattached files. Refused rows stay for the report.
 */
export const endImport = async (
  tx: Tx,
  communityId: string,
  importId: string,
  status: 'done' | 'cancelled' | 'failed',
  now: number,
): Promise<void> => {
  const { imports: i, importRows: r, files: f } = tx.t;
  await tx
    .update(i)
    .set({ status, failure: status === 'failed' ? 'rows-not-written' : null })
    .where(and(eq(i.communityId, communityId), eq(i.id, importId)));
  await tx.delete(r).where(and(eq(r.communityId, communityId), eq(r.importId, importId), eq(r.refused, false)));
  await tx
    .update(f)
    .set({ ownerKind: null, ownerId: null })
    .where(and(eq(f.communityId, communityId), eq(f.ownerKind, 'import'), eq(f.ownerId, importId)));
  // Once for everybody whom its rows touched.
  await standingChanged(tx, communityId, null, now);
};
