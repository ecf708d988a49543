import { useRouter } from '@tarojs/taro';
import { ImportSteps } from '@/desk/components/import-steps';
import { DeskPage } from '@/desk/components/desk-page';
import { useT } from '@/i18n/use-t';

export default function Import() {
  const t = useT();
  const importId = useRouter().params['importId'] ?? '';
  return (
    <DeskPage title={t('register.importTitle')} roles={['administrator']}>
      {({ communityId }) => <ImportSteps communityId={communityId} importId={importId} />}
    </DeskPage>
  );
}
