import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DisclosureCard } from '@/deliberation/components/disclosure-card';
import { MatterHeadCard, VersionsCard } from '@/deliberation/components/matter-head';
import { useMatter } from '@/deliberation/queries';
import { DeskPage } from '@/desk/components/desk-page';
import { MatterActions } from '@/desk/components/matter-actions';
import { MatterSessions } from '@/desk/components/matter-sessions';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';

const Matter = ({ matterId }: { readonly matterId: string }) => {
  const t = useT();
  const state = useMatter(matterId);
  const { communityId, apply } = state;
  return (
    <Await query={state}>
      {({ matter, allowed }) => (
        <View className="desk-cards">
          <View>
            <MatterActions communityId={communityId} matter={matter} allowed={allowed} apply={apply} />
            <MatterSessions sessions={matter.sessions} head={matter.head} />
            {matter.disclosures.map((one) => (
              <DisclosureCard
                key={one.id}
                disclosure={one}
                objections={matter.objections.filter(({ disclosureId }) => disclosureId === one.id)}
                files={{ communityId }}
              />
            ))}
          </View>
          <View>
            <MatterHeadCard head={matter.head} sessions={matter.sessions} communityId={communityId} />
            <VersionsCard versions={matter.versions} />
            <Button kind="outline" onPress={() => go('/deliberation/pages/matter/index', { id: matterId })}>
              {t('chair.residentView')}
            </Button>
          </View>
        </View>
      )}
    </Await>
  );
};

export default function MatterPage() {
  const t = useT();
  const matterId = useRouter().params['matterId'] ?? '';
  return <DeskPage title={t('chair.matter')}>{() => <Matter matterId={matterId} />}</DeskPage>;
}
