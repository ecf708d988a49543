import { useRouter } from '@tarojs/taro';
import { useMatter } from '@/deliberation/queries';
import { DeskPage } from '@/desk/components/desk-page';
import { ObjectionInbox } from '@/desk/components/objection-inbox';
import { TodoList } from '@/desk/components/todo-list';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';

const OfMatter = ({ matterId }: { readonly matterId: string }) => {
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {({ matter, allowed }) => (
        <ObjectionInbox communityId={state.communityId} matter={matter} allowed={allowed} apply={state.apply} />
      )}
    </Await>
  );
};

export default function ObjectionsPage() {
  const t = useT();
  const { matterId } = useRouter().params;
  return (
    <DeskPage title={t('chair.objections')} wide={false} roles={['branch-committee', 'residents-committee']}>
      {({ communityId }) =>
        matterId === undefined ? (
          <TodoList communityId={communityId} kinds={['answer-objection']} empty={t('chair.objectionsNone')} />
        ) : (
          <OfMatter matterId={matterId} />
        )
      }
    </DeskPage>
  );
}
