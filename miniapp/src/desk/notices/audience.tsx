import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Audience } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { useSettled } from '@/platform/use-settled';
import { aria } from '@/ui/aria';
import { Await } from '@/ui/await';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import { Tiles } from '../components/tiles';
import type { NoticeForm } from './notice-form';

const Reach = ({ audience }: { readonly audience: Audience }) => {
  const t = useT();
  const { dwellings, unregisteredDwellings, wechat, sms, groups } = audience;
  const registered = dwellings - unregisteredDwellings;
  const tile = (name: string, n: number) => ({ name, value: formatCount(n) });
  if (dwellings === 0 && audience.people === 0) return <Notice tone="amber">{t('notice.reachNobody')}</Notice>;
  return (
    <View className="dn-reach">
      <View {...aria({ hidden: true })}>
        <Tiles
          tiles={[
            tile(t('notice.reachDwellings'), dwellings),
            tile(t('notice.reachRegistered'), registered),
            tile(t('notice.reachWechat'), wechat),
            ...(sms > 0 ? [tile(t('notice.reachSms'), sms)] : []),
            tile(t('notice.reachKnock'), unregisteredDwellings),
          ]}
        />
      </View>
      <View>{t('notice.reachLine', { dwellings, registered, wechat, knock: unregisteredDwellings })}</View>
      {groups.length === 0 ? null : (
        <View className="bd-muted">{t('notice.reachGroups', { groups: groups.join('、') })}</View>
      )}
    </View>
  );
};

interface AudienceCardProps {
  readonly communityId: string;
  readonly form: Pick<NoticeForm, 'areaIds' | 'bodyIds' | 'category'>;
}

/** How far a notice would reach, counted by the server for what is chosen now. */
export const AudienceCount = ({ communityId, form }: AudienceCardProps) => {
  const scope = useSettled(`${form.areaIds.join(',')} ${form.bodyIds.join(',')}`);
  const [areaIds = '', bodyIds = ''] = scope.split(' ');
  const query = useQuery(
    bulletinApi.getAudience,
    areaIds + bodyIds === '' ? null : { params: { communityId }, query: { areaIds, bodyIds, category: form.category } },
  );
  if (areaIds + bodyIds === '') return null;
  return (
    <Await query={query} skeleton={<Skeleton cards={1} />}>
      {(audience) => <Reach audience={audience} />}
    </Await>
  );
};
