import { nextReminder } from '@bandeng/shared/bulletin/status.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { countReachable, type Reached } from '../outreach/reach.ts';
import type { Deps } from '../platform/deps.ts';
import type { Tx } from '../platform/store/store.ts';
import { announceDelivery } from './announce-delivery.ts';
import { listMissingDwellings } from './delivery-levels.ts';
import { listDoorReminders, listPeopleBehind, listRemindedPeople, putDoorReminders } from './door-reminders.ts';
import type { NoticeRecord } from './rows.ts';
import { outreachCategory, tell } from './spread.ts';

/**
 * Reminds the people of some doors of one unit, without those where somebody has answered and those reminded lately, by
 * themselves, at another door of theirs, or with all others. Refuses nobody-missing, nobody-registered, reminded-lately;
 * with the time of the next in `nextAt` but for those who were reminded at another door.
 */
export const remindDoors = async (
  tx: Tx,
  deps: Deps,
  notice: NoticeRecord,
  areaId: string,
  wanted: (dwellingId: string) => boolean,
  now: number,
): Promise<Result<Reached & { people: number }>> => {
  const unit = new Set([areaId]);
  const missing = (await listMissingDwellings(tx, notice, unit)).filter(wanted);
  if (missing.length === 0) return refuse('nobody-missing');
  const toAll = nextReminder(notice.lastReminderAt, now);
  if (toAll !== null) return refuse('reminded-lately', { details: { nextAt: toAll } });
  const own = new Map((await listDoorReminders(tx, notice, unit, now)).map(({ dwellingId, at }) => [dwellingId, at]));
  const due = missing.filter((id) => !own.has(id));
  const behind = await listPeopleBehind(tx, notice.communityId, due);
  // Whoever has two doors was reminded at the other one.
  const lately = await listRemindedPeople(tx, notice, now);
  const people = behind.filter(({ id }) => !lately.has(id));
  const registered = people.filter(({ accountId }) => accountId !== null).length;
  const reached = await countReachable(tx, deps, notice.communityId, people.map(({ id }) => id), outreachCategory(notice));
  if (registered + reached.sms === 0) {
    const last = missing.flatMap((id) => own.get(id) ?? []);
    if (last.length > 0) return refuse('reminded-lately', { details: { nextAt: nextReminder(Math.min(...last), now) ?? now } });
    return refuse(behind.some(({ id }) => lately.has(id)) ? 'reminded-lately' : 'nobody-registered');
  }
  await putDoorReminders(tx, notice, due, now);
  await tell(tx, deps, notice, 'reminder', people, now);
  await announceDelivery(tx, notice, now);
  return ok({ people: registered, ...reached });
};
