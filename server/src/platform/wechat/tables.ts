import type { Kit } from '../store/kit.ts';

export const defineWechatTables = (k: Kit) => {
  /** Pictures and recordings that WeChat looks at; its answer comes later, under the trace id. */
  const mediaChecks = k.table(
    'media_checks',
    {
      traceId: k.text().primaryKey(),
      communityId: k.id().notNull(),
      /** Whose engine hears the answer, and about what. */
      ownerKind: k.text().notNull(),
      ownerId: k.id().notNull(),
      fileId: k.id().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.index('media_checks_at').on(t.at)],
  );
  return { mediaChecks };
};
