import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { isFoundBy, readSearch, type TextSearch } from '@bandeng/shared/chat/search-terms.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { decodeCursor, encodeCursor } from '../community/paging.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { findCandidates, type Hit, type Sought } from './find-messages.ts';
import { groupName } from './load-group.ts';
import { presentMessages } from './present-message.ts';
import { searchedText } from './search-index.ts';

type SearchMessages = typeof chatApi.searchMessages;
type Names = ReadonlyMap<string, string>;

/** So many candidates are verified for one page; what is left is for the next. */
const maxScanned = 1000;

const loadMyGroups = async (db: Db, { communityId, residentId }: Actor, groupId: string | undefined): Promise<Names> => {
  const { groupMembers: m, groups: g } = db.t;
  const rows = await db
    .select({ id: g.id, name: g.name, title: g.title })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .where(
      and(
        eq(m.communityId, communityId),
        eq(m.residentId, residentId),
        isNull(m.leftAt),
        groupId === undefined ? undefined : eq(m.groupId, groupId),
      ),
    );
  return new Map(rows.map((row) => [row.id, groupName(row)]));
};

const startOf = (cursor: string | undefined): number => {
  const below = Number(decodeCursor(cursor)?.[0] ?? Number.NaN);
  return Number.isSafeInteger(below) ? below : Number.MAX_SAFE_INTEGER;
};

/** One hit more than `limit` where there is one, and where the search stopped when it gave up early. */
const collect = async (db: Db, search: TextSearch, sought: Sought, limit: number) => {
  const found: Hit[] = [];
  let { below } = sought;
  for (let scanned = 0; scanned < maxScanned; ) {
    const batch = await findCandidates(db, { ...sought, below }, limit + 1);
    found.push(...batch.filter(({ row }) => isFoundBy(search, searchedText(row))));
    const last = batch.at(-1);
    if (found.length > limit || last === undefined || batch.length <= limit) return { found, stoppedAt: null };
    below = last.key;
    scanned += batch.length;
  }
  return { found, stoppedAt: below };
};

const presentHits = async (db: Db, communityId: string, hits: readonly Hit[], names: Names) => {
  const messageOf = new Map<number, Message>();
  for (const groupId of new Set(hits.map(({ row }) => row.groupId))) {
    const own = hits.filter(({ row }) => row.groupId === groupId);
    const shown = await presentMessages(db, communityId, groupId, own.map(({ row }) => row));
    for (const [i, { key }] of own.entries()) if (shown[i]) messageOf.set(key, shown[i]);
  }
  return hits.flatMap(({ row: { groupId }, key }) => {
    const message = messageOf.get(key);
    return message ? [{ groupId, groupName: names.get(groupId) ?? '', message }] : [];
  });
};

/** Messages that members see, with every word that was typed, in one of my groups or in all of them; newest first. */
export const searchMessages = async ({
  db,
  actor,
  query,
}: QueryInput<SearchMessages>): Promise<Result<Reply<SearchMessages>>> => {
  const { communityId } = actor;
  const { limit = 20, groupId } = query;
  const names = await loadMyGroups(db, actor, groupId);
  if (groupId !== undefined && names.size === 0) return refuse('not-found');
  const search = readSearch(query.text);
  if (search.terms.length === 0 || names.size === 0) return ok({ items: [], next: null });
  const sought = { communityId, groupIds: [...names.keys()], terms: search.terms, below: startOf(query.cursor) };
  const { found, stoppedAt } = await collect(db, search, sought, limit);
  const hits = found.slice(0, limit);
  const last = found.length > limit ? (hits.at(-1)?.key ?? null) : stoppedAt;
  const next = last === null ? null : encodeCursor(String(last), '');
  return ok({ items: await presentHits(db, communityId, hits, names), next });
};
