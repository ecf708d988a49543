import { chatApi } from '@bandeng/shared/chat/api.ts';
import { MemberOnly } from '@/account/components/member-only';
import { IntakeCard } from '@/chat/groups/intake-card';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Page } from '@/ui/page';

const Mine = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(chatApi.listIntakes, { params: { communityId }, query: { mine: true } });
  return (
    <InfiniteList
      pages={pages}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('intake.none')} hint={t('intake.noneHint')} />}
    >
      {(intake) => (
        <IntakeCard communityId={communityId} intake={intake} onPress={() => go('/chat/pages/intake/index', { id: intake.id })} />
      )}
    </InfiniteList>
  );
};

/** 我提交的: topics and reports with their answers. */
export default function MyIntakes() {
  const t = useT();
  return (
    <Page title={t('intake.mine')}>
      <MemberOnly>{({ communityId }) => <Mine communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
