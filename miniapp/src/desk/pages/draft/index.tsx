import { useRouter } from '@tarojs/taro';
import { useMatter } from '@/deliberation/queries';
import { DeskPage } from '@/desk/components/desk-page';
import { DraftEditor, type DraftMode } from '@/desk/components/draft-editor';
import { emptyDraft, formOf } from '@/desk/draft-form';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';

const Existing = ({ matterId, mode }: { readonly matterId: string; readonly mode: DraftMode }) => {
  const state = useMatter(matterId);
  return (
    <Await query={state}>
      {(page) => (
        <DraftEditor
          mode={mode}
          communityId={state.communityId}
          initial={formOf(page.matter.head)}
          page={page}
          apply={state.apply}
          refresh={state.refresh}
        />
      )}
    </Await>
  );
};

export default function DraftPage() {
  const t = useT();
  const { matterId, mode } = useRouter().params;
  const how: DraftMode = matterId === undefined ? 'new' : mode === 'amend' || mode === 'revise' ? mode : 'edit';
  return (
    <DeskPage title={t(`chair.draft-${how}`)} wide={false}>
      {({ communityId }) =>
        matterId === undefined ? (
          <DraftEditor mode="new" communityId={communityId} initial={emptyDraft} />
        ) : (
          <Existing matterId={matterId} mode={how} />
        )
      }
    </DeskPage>
  );
}
