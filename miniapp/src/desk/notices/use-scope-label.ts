import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { labelScope, trimAreas } from '@bandeng/shared/bulletin/scope.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { useQuery } from '@/platform/query';
import type { NoticeForm } from './notice-form';

/** A scope in words as the server will say it; empty until the names are there. */
export const useScopeLabel = (
  communityId: string,
  { areaIds, bodyIds }: Pick<NoticeForm, 'areaIds' | 'bodyIds'>,
): string => {
  const params = { communityId };
  const areas = useQuery(communityApi.listAreas, { params }).data?.areas ?? [];
  const bodies = useQuery(bulletinApi.listScopes, { params }).data?.bodies ?? [];
  const bodyNames = bodies.filter(({ id }) => bodyIds.includes(id)).map(({ name }) => name);
  return labelScope(areas, areaIds, bodyNames);
};

/** Where it will be about: the areas that were chosen, or the only one that may be chosen; empty when that is not clear. */
export const useLikelyPlace = (communityId: string, form: Pick<NoticeForm, 'areaIds' | 'bodyIds'>): string => {
  const params = { communityId };
  const chosen = useScopeLabel(communityId, { areaIds: form.areaIds, bodyIds: [] });
  const areas = useQuery(communityApi.listAreas, { params }).data?.areas ?? [];
  const mine = useQuery(bulletinApi.listScopes, { params }).data?.areas ?? [];
  if (chosen !== '') return chosen;
  const top = trimAreas(areas, mine.map(({ id }) => id));
  return top.length === 1 ? labelScope(areas, top, []) : '';
};
