import { useRouter } from '@tarojs/taro';
import { useMatter } from '@/deliberation/queries';
import { DeskPage } from '@/desk/components/desk-page';
import { PublishForm } from '@/desk/components/publish-form';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';

const Publish = ({ matterId }: { readonly matterId: string }) => {
  const t = useT();
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {({ matter, allowed }) => {
        const { stageId } = matter.head;
        return (stageId === 'publish-resolution' || stageId === 'publish-outcome') && may(allowed, stageId) ? (
          <PublishForm
            key={stageId}
            communityId={state.communityId}
            matter={matter}
            stageId={stageId}
            apply={state.apply}
          />
        ) : (
          <EmptyState title={t('chair.publishClosed')} hint={t('chair.publishClosedHint')} />
        );
      }}
    </Await>
  );
};

export default function PublishPage() {
  const t = useT();
  const matterId = useRouter().params['matterId'] ?? '';
  return (
    <DeskPage title={t('chair.publish')} wide={false} roles={['branch-committee', 'residents-committee']}>
      {() => <Publish matterId={matterId} />}
    </DeskPage>
  );
}
