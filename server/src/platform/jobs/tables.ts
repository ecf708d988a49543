import type { Kit } from '../store/kit.ts';

export const defineTimerTables = (k: Kit) => {
  /** Something that must happen at `dueAt`. `tryAt` is later than `dueAt` after a failed try. */
  const timers = k.table(
    'timers',
    {
      communityId: k.id().notNull(),
      kind: k.text().notNull(),
      subjectId: k.id().notNull(),
      dueAt: k.int().notNull(),
      tryAt: k.int().notNull(),
      failures: k.int().notNull(),
    },
    (t) => [k.pk({ columns: [t.communityId, t.kind, t.subjectId] }), k.index('timers_try').on(t.tryAt)],
  );
  return { timers };
};
