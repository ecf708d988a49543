import { communityApi } from '@bandeng/shared/community/api.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { DeskPage } from '@/desk/components/desk-page';
import { RegisterUpload } from '@/desk/components/register-upload';
import { importTones } from '@/desk/import-status';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';

const Earlier = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const imports = useQuery(communityApi.listImports, { params: { communityId } });
  const row = (one: RegisterImport) => (
    <Row
      key={one.id}
      title={one.fileName}
      detail={
        <View>
          <MomentText at={one.at} /> · {one.by} · {t('register.rowsRead', { n: formatCount(one.sheetRows) })}
        </View>
      }
      value={<Tag tone={importTones[one.status]}>{t(`register.status-${one.status}`)}</Tag>}
      onPress={() => go('/desk/pages/import/index', { importId: one.id })}
    />
  );
  return (
    <Await query={imports}>
      {({ imports: list }) =>
        list.length === 0 ? (
          <EmptyState title={t('register.noImports')} hint={t('register.noImportsHint')} />
        ) : (
          <List label={t('register.earlier')}>{list.map(row)}</List>
        )
      }
    </Await>
  );
};

export default function Imports() {
  const t = useT();
  return (
    <DeskPage title={t('register.importTitle')} roles={['administrator']}>
      {({ communityId }) => (
        <>
          <RegisterUpload communityId={communityId} />
          <Section title={t('register.earlier')} />
          <Earlier communityId={communityId} />
        </>
      )}
    </DeskPage>
  );
}
