import { chatApi } from '@bandeng/shared/chat/api.ts';
import { MemberOnly } from '@/account/components/member-only';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { IntakeTags } from '@/chat/groups/intake-card';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';

const Mine = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(chatApi.listIntakes, { params: { communityId }, query: { mine: true } });
  const row = (intake: Intake) => (
    <Row
      key={intake.id}
      title={intake.title}
      detail={
        <>
          <IntakeTags intake={intake} /> {intake.number}
        </>
      }
      onPress={() => go('/chat/pages/intake/index', { id: intake.id })}
    />
  );
  return (
    <InfiniteList
      pages={pages}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('intake.none')} hint={t('intake.noneHint')} />}
      frame={(items) => <List label={t('intake.mine')}>{items.map(row)}</List>}
    >
      {row}
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
