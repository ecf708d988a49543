import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '../http/actor.ts';
import type { Db, Tx } from '../store/store.ts';

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

const refColumns = ({ files }: Db['t']) => ({ id: files.id, name: files.name, type: files.type, size: files.size });

/**
 * Gives uploaded files to their owner (`matter`, `session`…), whose engine decides from then on who reads them.
 * Only who uploaded a file may attach it, once. Refusals: not-found, file-attached.
 */
export const attachFiles = async (
  tx: Tx,
  actor: Pick<Actor, 'communityId' | 'residentId'>,
  fileIds: readonly string[],
  owner: { readonly kind: string; readonly id: string },
): Promise<Result<AttachedFile[]>> => {
  const { files } = tx.t;
  const attached: AttachedFile[] = [];
  for (const fileId of new Set(fileIds)) {
    const here = and(eq(files.communityId, actor.communityId), eq(files.id, fileId));
    const [found] = await tx.select().from(files).where(here);
    if (!found) return refuse('not-found', { field: 'files' });
    const same = found.ownerKind === owner.kind && found.ownerId === owner.id;
    if (found.ownerKind === null && found.uploadedBy !== actor.residentId) return refuse('not-found', { field: 'files' });
    if (found.ownerKind !== null && !same) return refuse('file-attached', { field: 'files' });
    if (!same) {
      const taken = await tx
        .update(files)
        .set({ ownerKind: owner.kind, ownerId: owner.id })
        .where(and(here, isNull(files.ownerKind)))
        .returning({ id: files.id });
      if (taken.length === 0) return refuse('file-attached', { field: 'files' });
    }
    attached.push({ id: found.id, name: found.name, type: found.type, size: found.size });
  }
  return ok(attached);
};

/** The files of several owners of one kind, oldest first, by owner. */
export const listAttachedFiles = async (
  db: Db,
  communityId: string,
  kind: string,
  ownerIds: readonly string[],
): Promise<Map<string, AttachedFile[]>> => {
  const { files } = db.t;
  const byOwner = new Map<string, AttachedFile[]>(ownerIds.map((id) => [id, []]));
  if (ownerIds.length === 0) return byOwner;
  const found = await db
    .select({ ...refColumns(db.t), ownerId: files.ownerId })
    .from(files)
    .where(and(eq(files.communityId, communityId), eq(files.ownerKind, kind), inArray(files.ownerId, [...ownerIds])))
    .orderBy(asc(files.id));
  for (const { ownerId, ...file } of found) byOwner.get(ownerId ?? '')?.push(file);
  return byOwner;
};
