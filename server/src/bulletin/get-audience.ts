import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { listGroupsOf } from '../chat/post-card.ts';
import { loadAreas } from '../community/areas.ts';
import { countReachable } from '../outreach/reach.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { countDwellings, listListeners, placesOf } from './audience.ts';
import { checkScope } from './check-scope.ts';
import { outreachCategory } from './spread.ts';

type GetAudience = typeof bulletinApi.getAudience;

const idsIn = (text: string): string[] => [...new Set(text.split(',').map((id) => id.trim()).filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id)))];

/** Whom a notice will reach, counted before it is sent. Refuses as the scope itself would be refused. */
export const getAudience = async ({ db, actor, query, deps, now }: QueryInput<GetAudience>): Promise<Result<Reply<GetAudience>>> => {
  const { communityId } = actor;
  const scope = await checkScope(db, actor, { areaIds: idsIn(query.areaIds), bodyIds: idsIn(query.bodyIds) });
  if (!scope.ok) return scope;
  const { areaIds, bodyIds } = scope.value;
  const areas = await loadAreas(db, communityId);
  const places = placesOf(areas, areaIds);
  const { dwellings, unregistered } = await countDwellings(db, communityId, places);
  const people = await listListeners(db, communityId, places, { bodyIds }, now);
  const ids = people.map(({ id }) => id);
  const { wechat, sms } = await countReachable(db, deps, communityId, ids, outreachCategory(query));
  const groups = await listGroupsOf(db, communityId, areaIds, bodyIds);
  return ok({
    dwellings,
    unregisteredDwellings: unregistered,
    people: people.length,
    registered: people.filter(({ accountId }) => accountId !== null).length,
    wechat,
    sms,
    groups: groups.map(({ name }) => name),
  });
};
