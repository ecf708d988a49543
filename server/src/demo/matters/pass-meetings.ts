import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { meetingStageIds } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, desc, eq } from 'drizzle-orm';
import { publishResolution } from '../../deliberation/publish-resolution.ts';
import type { Director } from '../director.ts';
import { holdMeeting, hostOf } from '../hold-meeting.ts';

const minutes = {
  propose: '会议听取了情况说明，同意提出。',
  consult: '逐项核对预算和做法，同意提交党员大会审议。',
  review: '与会党员审议通过，并推选两名党员参加监督。',
  resolve: '代表们听取说明并提问，主持人逐一答复后表决通过。',
} as const;

/** Four meetings on four days, all of which say yes; a few vote otherwise, a few stay away. */
export const passMeetings = async (
  d: Director,
  matter: { matterId: string; question: string },
  daysAgo: readonly [number, number, number, number],
): Promise<void> => {
  for (const [i, stageId] of meetingStageIds.entries()) {
    const day = daysAgo[i] ?? 0;
    await d.until(d.ago(day + 1, 9));
    const large = stageId === 'review' || stageId === 'resolve';
    const others = { no: large ? 1 : 0, abstain: stageId === 'propose' ? 0 : 1, absent: large ? 2 : 0 };
    const times = { startsAt: d.ago(day, 19), closesAt: d.ago(day, 21) };
    await holdMeeting(d, {
      ...matter,
      stageId,
      place: '社区居民议事厅',
      ...times,
      ...others,
      minutes: minutes[stageId],
    });
  }
};

/** 决议公开 now, for fifteen days. */
export const putUpResolution = async (
  d: Director,
  matterId: string,
  text: string,
): Promise<{ disclosureId: string; endsAt: number }> => {
  await d.play(
    api.publishResolution,
    publishResolution,
    hostOf(d, 'resolve'),
    { matterId },
    { text, days: 15, fileIds: [] },
  );
  const { disclosures: t } = d.deps.store.t;
  const [found] = await d.deps.store.read((db) =>
    db
      .select({ id: t.id, endsAt: t.endsAt })
      .from(t)
      .where(and(eq(t.communityId, d.cast.communityId), eq(t.matterId, matterId)))
      .orderBy(desc(t.publishedAt))
      .limit(1),
  );
  if (!found) throw new Error('a resolution that was just put up is not there');
  return { disclosureId: found.id, endsAt: found.endsAt };
};
