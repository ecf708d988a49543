import type { Knock } from '@bandeng/shared/bulletin/schemas.ts';
import type { KnockResult } from '@bandeng/shared/bulletin/vocabulary.ts';
import { dwellingLabel, shortLabel } from '@bandeng/shared/community/dwelling-label.ts';
import { and, count, eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import type { KnockRecord } from './rows.ts';

export type Place = Parameters<typeof dwellingLabel>[0];

/** How doors are named: with the compound only where the community has several. */
export const loadDoorLabel = async (db: Db, communityId: string): Promise<(place: Place) => string> => {
  const { areas: a } = db.t;
  const [found] = await db
    .select({ compounds: count() })
    .from(a)
    .where(and(eq(a.communityId, communityId), eq(a.kind, 'compound')));
  return (found?.compounds ?? 0) > 1 ? dwellingLabel : shortLabel;
};

export const presentKnock = (knock: KnockRecord, shown: { readonly title: string; readonly version: number; readonly label: string; readonly helper: string }): Knock => ({
  noticeId: knock.noticeId,
  noticeTitle: shown.title,
  noticeVersion: shown.version,
  dwellingId: knock.dwellingId,
  label: shown.label,
  helperId: knock.helperId,
  helper: shown.helper,
  result: knock.result as KnockResult | null,
  note: knock.note,
  at: knock.at,
});
