import { and, eq, gt, sum } from 'drizzle-orm';
import type { Db } from '../store/store.ts';

const dayMs = 86_400_000;
/** Bytes that one member may have kept within a day. */
export const dailyBytes = 200 * 1_048_576;

/** Whether a member may keep so many more bytes now. */
export const fitsQuota = async (db: Db, communityId: string, residentId: string, size: number, now: number): Promise<boolean> => {
  const { files } = db.t;
  const [row] = await db
    .select({ bytes: sum(files.size).mapWith(Number) })
    .from(files)
    .where(and(eq(files.communityId, communityId), eq(files.uploadedBy, residentId), gt(files.at, now - dayMs)));
  return (row?.bytes ?? 0) + size <= dailyBytes;
};
