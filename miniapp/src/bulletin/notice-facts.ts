import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import type { NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import type { Tone } from '@/ui/tag';

/** Brick is kept for what asks something of everybody at once. */
export const toneOf = (category: NoticeCategory): Tone => (category === 'urgent' ? 'brick' : 'slate');

type Facts = Pick<NoticeRow, 'status' | 'needsAck' | 'acknowledged' | 'category'>;

/** Whether it waits for a '我知道了' of this reader. */
export const asksMe = ({ status, needsAck, acknowledged }: Facts): boolean =>
  status === 'published' && needsAck && !acknowledged;

/** An emergency in force that this reader has not acknowledged stands on top of everything. */
export const isPressing = (notice: Facts): boolean => notice.category === 'urgent' && asksMe(notice);

/** Corrected, and this reader has not yet seen how it stands now. */
export const isCorrected = ({ version, read }: Pick<NoticeRow, 'version' | 'read'>): boolean => version > 1 && !read;

/**
 * What waits, with what was acknowledged a moment ago still in its place: nothing may move under the thumb that taps.
 * @param done as they stood when they were acknowledged; one that waits again, because it was corrected, is not among them
 */
export const keepDone = (waiting: readonly NoticeRow[], done: readonly NoticeRow[]): NoticeRow[] => {
  const gone = done.filter(({ id }) => !waiting.some((row) => row.id === id));
  const kept = gone.map((row) => ({ ...row, acknowledged: true, read: true }));
  return [...waiting, ...kept].sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
};

interface Due {
  readonly at: number | null;
}

/** What ends first comes first; what has no end comes last, in the order in which it came. */
export const orderByDue = <D extends Due>(waiting: readonly D[]): D[] =>
  [...waiting].sort((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER));
