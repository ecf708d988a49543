import { intakeLimit } from '@bandeng/shared/chat/flood.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';

/** Whether somebody may hand on one more now. Refuses sending-too-fast with `waitMs`. */
export const takeIntakeTurn = async (db: Db, communityId: string, residentId: string, now: number): Promise<Result<null>> => {
  const { intakes: i } = db.t;
  const recent = await db
    .select({ at: i.at })
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.byId, residentId), gt(i.at, now - intakeLimit.withinMs)))
    .orderBy(desc(i.at))
    .limit(intakeLimit.most);
  const first = recent[intakeLimit.most - 1];
  return first === undefined ? ok(null) : refuse('sending-too-fast', { details: { waitMs: first.at + intakeLimit.withinMs - now } });
};
