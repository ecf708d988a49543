import type { Knock } from '@bandeng/shared/bulletin/schemas.ts';

export interface KnockGroup {
  readonly noticeId: string;
  readonly title: string;
  readonly knocks: readonly Knock[];
}

/** Doors by notice, both in the order in which they came. */
export const groupByNotice = (knocks: readonly Knock[]): KnockGroup[] => {
  const groups = new Map<string, { title: string; knocks: Knock[] }>();
  for (const knock of knocks) {
    const group = groups.get(knock.noticeId) ?? { title: knock.noticeTitle, knocks: [] };
    group.knocks.push(knock);
    groups.set(knock.noticeId, group);
  }
  return Array.from(groups, ([noticeId, group]) => ({ noticeId, ...group }));
};
