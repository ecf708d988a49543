import type { Area } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState, type CSSProperties } from 'react';
import { AreaSheet } from '@/desk/components/area-sheet';
import { CreateArea } from '@/desk/components/create-area';
import { DeskPage } from '@/desk/components/desk-page';
import { useAreas } from '@/desk/use-areas';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';
import { List, Row } from '@/ui/list';
import { Tag } from '@/ui/tag';

const Areas = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const { query, areas, choices } = useAreas(communityId);
  const [chosen, setChosen] = useState<Area | null>(null);
  const refresh = () => void query.refresh();
  return (
    <Await query={query}>
      {() => (
        <>
          <View className="desk-lead">{t('register.areasLead')}</View>
          <CreateArea communityId={communityId} choices={choices} onCreated={refresh} />
          <View className="bd-gap" />
          <List label={t('register.areas')}>
            {areas.map((area) => (
              <View key={area.id} className="desk-tree" style={{ '--level': area.level } as CSSProperties}>
                <Row
                  lead={<Tag>{t(`register.kind-${area.kind}`)}</Tag>}
                  title={area.name}
                  detail={area.version > 1 ? t('register.areaVersion', { n: area.version }) : undefined}
                  value={t('register.dwellingCount', { n: formatCount(area.dwellings) })}
                  onPress={() => setChosen(area)}
                />
              </View>
            ))}
          </List>
          {chosen === null ? null : (
            <AreaSheet
              communityId={communityId}
              area={chosen}
              choices={choices}
              onClose={() => setChosen(null)}
              onChanged={refresh}
            />
          )}
        </>
      )}
    </Await>
  );
};

export default function AreasPage() {
  const t = useT();
  return (
    <DeskPage title={t('register.areas')} roles={['administrator']}>
      {({ communityId }) => <Areas communityId={communityId} />}
    </DeskPage>
  );
}
