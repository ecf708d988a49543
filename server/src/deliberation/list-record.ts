import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { listSessions } from './read-matter.ts';
import { findVisibleMatter } from './see-matter.ts';
import { maySeeRoll } from './see-roll.ts';

type ListRecord = typeof deliberationApi.listRecord;

/** Steps that name a person of a roll. */
const personal = new Set([
  'checked-in',
  'signed-in',
  'signed-out',
  'recused',
  'ballot-cast',
  'ballot-changed',
  'ballot-refused',
  'minutes-signed',
]);

/** Sessions whose people this member may not read; their steps are listed with hash and without names. */
const hiddenSessions = async (db: Db, actor: Actor, matterId: string): Promise<Set<string>> => {
  const rows = await listSessions(db, actor.communityId, matterId);
  return new Set(rows.filter(({ stageId }) => !maySeeRoll(actor, stageId, false)).map(({ id }) => id));
};

/** The hash chain of a matter, oldest first. */
export const listRecord = async (input: QueryInput<ListRecord>): Promise<Result<Reply<ListRecord>>> => {
  const { db, actor, params, query } = input;
  const matter = await findVisibleMatter(db, actor, params.matterId);
  if (!matter) return refuse('not-found');
  const after = query.cursor === undefined ? 0 : Number(query.cursor);
  if (!Number.isSafeInteger(after) || after < 0) return refuse('bad-request', { field: 'cursor' });
  const limit = query.limit ?? 50;
  const { recordEntries: e } = db.t;
  const rows = await db
    .select({ seq: e.seq, at: e.at, kind: e.kind, actor: e.actor, body: e.body, previous: e.previous, hash: e.hash })
    .from(e)
    .where(and(eq(e.communityId, actor.communityId), eq(e.matterId, matter.id), gt(e.seq, after)))
    .orderBy(asc(e.seq))
    .limit(limit + 1);
  const hidden = await hiddenSessions(db, actor, matter.id);
  const items = rows.slice(0, limit).map((row) => {
    if (!personal.has(row.kind)) return row;
    const { sessionId } = JSON.parse(row.body) as { sessionId?: string };
    return sessionId !== undefined && hidden.has(sessionId) ? { ...row, actor: '', body: '' } : row;
  });
  return ok({ items, next: rows.length > limit ? String(items.at(-1)?.seq ?? '') : null });
};
