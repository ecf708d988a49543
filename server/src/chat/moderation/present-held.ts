import type { HeldMessage, MessageFile, MessageInput } from '@bandeng/shared/chat/schemas.ts';
import type { HeldStatus, HoldReason } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Schema } from '../../platform/store/schema.ts';
import type { Db } from '../../platform/store/store.ts';
import { loadGroupNames } from './group-names.ts';
import { loadLabels } from './load-labels.ts';

export type HeldRow = Schema['heldMessages']['$inferSelect'];

export const inputOf = (row: Pick<HeldRow, 'input'>): MessageInput => row.input as unknown as MessageInput;

type Files = ReadonlyMap<string, MessageFile>;

const loadFiles = async (db: Db, communityId: string, ids: readonly string[]): Promise<Files> => {
  if (ids.length === 0) return new Map();
  const { files: f } = db.t;
  const { id, name, type, size, width, height, durationMs } = f;
  const rows = await db
    .select({ id, name, type, size, width, height, durationMs })
    .from(f)
    .where(and(eq(f.communityId, communityId), inArray(f.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
};

/** Messages that wait or waited, for their authors and for those who decide about them. */
export const presentHeld = async (db: Db, communityId: string, rows: readonly HeldRow[]): Promise<HeldMessage[]> => {
  const fileIds = rows.flatMap((row) => inputOf(row).fileId ?? []);
  const files = await loadFiles(db, communityId, fileIds);
  const names = await loadGroupNames(db, communityId, rows.map(({ groupId }) => groupId));
  const authorOf = await loadLabels(db, communityId, rows.map(({ groupId, authorId }) => [groupId, authorId] as const));
  return rows.map((row) => {
    const { kind, text = '', fileId } = inputOf(row);
    return {
      id: row.id,
      groupId: row.groupId,
      groupName: names.get(row.groupId) ?? '',
      sentAs: row.sentAs,
      author: authorOf(row.groupId, row.authorId),
      kind,
      text,
      file: (fileId === undefined ? undefined : files.get(fileId)) ?? null,
      at: row.at,
      reason: row.reason as HoldReason,
      detail: row.detail,
      status: row.status as HeldStatus,
      decidedReason: row.decidedReason,
    };
  });
};
