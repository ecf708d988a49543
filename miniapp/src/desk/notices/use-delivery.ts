import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { useSoon } from '@/bulletin/queries';
import { addressOf } from '@/platform/address';
import { refreshAll, useQuery, type QueryState } from '@/platform/query';
import { useChannel } from '@/platform/use-channel';

/** How a notice comes, live: asked for again when somebody has answered, knocked or reminded. `null`: not now. */
export const useDelivery = (
  params: { readonly communityId: string; readonly noticeId: string } | null,
): QueryState<Delivery> => {
  const query = useQuery(bulletinApi.getDelivery, params === null ? null : { params });
  const { data, refresh } = query;
  const soon = useSoon(() => {
    void refresh();
    if (params !== null) void refreshAll(addressOf(bulletinApi.listDwellingDelivery, { params }));
  });
  useChannel(
    params === null || data === undefined ? null : channelName(params.communityId, 'delivery', params.noticeId),
    data?.cursor ?? 0,
    soon,
    soon,
  );
  return query;
};
