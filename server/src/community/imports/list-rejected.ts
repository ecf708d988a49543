import type { RejectedRow } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import { decodeCursor, encodeCursor, pageOf } from '../paging.ts';
import { findImport } from './report.ts';

/** Refused rows in the order of the file, each with row, column, code and sentence. Refuses not-found. */
export const listRejectedRows = async (
  db: Db,
  communityId: string,
  importId: string,
  query: { readonly cursor?: string; readonly limit?: number },
): Promise<Result<{ items: RejectedRow[]; next: string | null }>> => {
  if ((await findImport(db, communityId, importId)) === null) return refuse('not-found');
  const { importRows: r } = db.t;
  const limit = query.limit ?? 50;
  const last = Number(decodeCursor(query.cursor)?.[0] ?? -1);
  const position = Number.isSafeInteger(last) ? last : -1;
  const rows = await db
    .select({ position: r.position, body: r.body })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.importId, importId), eq(r.refused, true), gt(r.position, position)))
    .orderBy(asc(r.position))
    .limit(limit + 1);
  const show = ({ body }: { body: Record<string, unknown> }): RejectedRow => {
    const { row, column, code, zh, en, firstRow } = body as unknown as RejectedRow;
    return { row, column, code, zh, en, ...(firstRow === undefined ? {} : { firstRow }) };
  };
  return ok(pageOf(rows, limit, (row) => encodeCursor(String(row.position), ''), show));
};
