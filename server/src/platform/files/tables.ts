import type { Kit } from '../store/kit.ts';

export const defineFileTables = (k: Kit) => {
  /** An uploaded file. It belongs to nothing (`ownerKind` null) until a command attaches it. */
  const files = k.table(
    'files',
    {
      communityId: k.id().notNull(),
      id: k.id().notNull(),
      name: k.text().notNull(),
      type: k.text().notNull(),
      size: k.int().notNull(),
      sha256: k.text().notNull(),
      uploadedBy: k.id().notNull(),
      at: k.int().notNull(),
      /** Pixels of a picture; null for what is none. */
      width: k.int(),
      height: k.int(),
      /** Of a recording, in ms. */
      durationMs: k.int(),
      ownerKind: k.text(),
      ownerId: k.id(),
    },
    (t) => [
      k.pk({ columns: [t.communityId, t.id] }),
      k.index('files_owner').on(t.communityId, t.ownerKind, t.ownerId),
      k.index('files_unattached').on(t.ownerKind, t.at),
      k.index('files_uploader').on(t.communityId, t.uploadedBy, t.at),
    ],
  );
  return { files };
};
