import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ProgressTimeline } from '@/deliberation/components/progress-timeline';
import { useMatter } from '@/deliberation/queries';
import { DeskPage } from '@/desk/components/desk-page';
import { ProgressForm } from '@/desk/components/progress-form';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';
import { Notice } from '@/ui/notice';

const Progress = ({ matterId }: { readonly matterId: string }) => {
  const t = useT();
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {({ matter, allowed }) => (
        <>
          <Notice>{matter.head.title}</Notice>
          <View className="desk-cards">
            {may(allowed, 'add-progress') ? (
              <ProgressForm communityId={state.communityId} matterId={matterId} apply={state.apply} />
            ) : (
              <Notice>{t('chair.progressClosed')}</Notice>
            )}
            <ProgressTimeline
              progress={matter.progress}
              spentFen={matter.spentFen}
              budgetFen={matter.head.budgetFen}
              files={{ communityId: state.communityId }}
            />
          </View>
        </>
      )}
    </Await>
  );
};

export default function ProgressPage() {
  const t = useT();
  const matterId = useRouter().params['matterId'] ?? '';
  return <DeskPage title={t('deliberation.action-add-progress')}>{() => <Progress matterId={matterId} />}</DeskPage>;
}
