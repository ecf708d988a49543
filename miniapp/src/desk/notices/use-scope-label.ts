import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { labelScope } from '@bandeng/shared/bulletin/scope.ts';
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
