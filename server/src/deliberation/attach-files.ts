import { type Result, ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { attachmentTypes } from '../platform/files/vault.ts';
import type { Tx } from '../platform/store/store.ts';

/** What the record keeps of an attachment: whoever swaps the bytes later is found out. */
export interface AttachedFile {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Ties uploaded files to a matter (or to what `ownerKind` names), so that they are kept and its readers may fetch them.
 * A file is taken only from the one who uploaded it, once; one that already belongs to the same owner stays.
 * @param uploaderId a resident
 */
export const attachFiles = async (
  tx: Tx,
  communityId: string,
  uploaderId: string,
  fileIds: readonly string[],
  owner: { kind: string; id: string },
): Promise<Result<AttachedFile[], 'file-not-yours'>> => {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return ok([]);
  const { files } = tx.t;
  const here = and(eq(files.communityId, communityId), inArray(files.id, wanted));
  const rows = await tx
    .select({
      id: files.id,
      sha256: files.sha256,
      type: files.type,
      uploadedBy: files.uploadedBy,
      ownerKind: files.ownerKind,
      ownerId: files.ownerId,
    })
    .from(files)
    .where(here);
  const usable = rows.every((row) =>
    row.ownerKind === null
      ? row.uploadedBy === uploaderId && attachmentTypes.has(row.type)
      : row.ownerKind === owner.kind && row.ownerId === owner.id,
  );
  if (!usable || rows.length !== wanted.length) return refuse('file-not-yours', { field: 'fileIds' });
  await tx.update(files).set({ ownerKind: owner.kind, ownerId: owner.id }).where(here);
  return ok(rows.map(({ id, sha256 }) => ({ id, sha256 })).sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id)));
};
