import { communityApi } from '@bandeng/shared/community/api.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { useMemo } from 'react';
import { useQuery } from '@/platform/query';
import type { Choice } from '@/ui/choice';
import { areasAsChoices, inTreeOrder } from './area-paths';

const indent = '\u3000';

/** The community's areas in tree order, and the same as choices of a select. */
export const useAreas = (communityId: string) => {
  const query = useQuery(communityApi.listAreas, { params: { communityId } });
  const areas = useMemo(() => inTreeOrder(query.data?.areas ?? []), [query.data]);
  const choices: Choice[] = areas.map(({ id, name, level }) => ({ value: id, text: indent.repeat(level) + name }));
  const choicesOf = (kinds: readonly AreaKind[]): Choice[] => areasAsChoices(areas, kinds);
  return { query, areas, choices, choicesOf };
};
