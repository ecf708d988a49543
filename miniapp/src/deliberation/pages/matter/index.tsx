import Taro, { useRouter } from '@tarojs/taro';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { MemberOnly } from '@/account/components/member-only';
import { ActionBar } from '@/deliberation/components/action-bar';
import { DisclosureSection } from '@/deliberation/components/disclosure-section';
import { EarlierMeetings } from '@/deliberation/components/earlier-meetings';
import { MatterHeadCard, VersionsCard } from '@/deliberation/components/matter-head';
import { MatterLadder } from '@/deliberation/components/matter-ladder';
import { MatterLinks } from '@/deliberation/components/matter-links';
import { ProgressTimeline } from '@/deliberation/components/progress-timeline';
import { useMatter } from '@/deliberation/queries';
import { useT } from '@/i18n/use-t';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';

interface PartProps {
  readonly page: MatterPage;
  readonly communityId: string;
}

const scrollToNotice = (disclosureId: string): void =>
  void Taro.pageScrollTo({ selector: `#notice-${disclosureId}`, duration: 300 });

const Main = ({ page, communityId }: PartProps) => (
  <>
    <MatterHeadCard head={page.matter.head} sessions={page.matter.sessions} communityId={communityId} />
    <Card>
      <MatterLadder matter={page.matter} onOpenDisclosure={scrollToNotice} />
    </Card>
  </>
);

/** Newest first; one that was voided by a later version stays readable below the others. */
const Aside = ({ page, communityId }: PartProps) => {
  const { head, disclosures, progress, spentFen, versions } = page.matter;
  const newestFirst = [...disclosures].sort((a, b) => b.publishedAt - a.publishedAt);
  return (
    <>
      {newestFirst.map((disclosure) => (
        <DisclosureSection key={disclosure.id} {...{ page, disclosure, communityId }} />
      ))}
      {head.stageId === 'publish-outcome' ? (
        <ProgressTimeline {...{ progress, spentFen }} budgetFen={head.budgetFen} files={{ communityId }} />
      ) : null}
      <MatterLinks page={page} />
      <VersionsCard versions={versions} />
      <EarlierMeetings matter={page.matter} />
    </>
  );
};

/** A matter with all its stages, live. */
export default function Matter() {
  const t = useT();
  const matter = useMatter(useRouter().params['id'] ?? '');
  const { data, communityId, apply } = matter;
  const parts = data === undefined ? null : { page: data, communityId };
  return (
    <Page
      title={t('deliberation.matter')}
      aside={parts === null ? undefined : <Aside {...parts} />}
      footer={parts === null || parts.page.allowed.length === 0 ? undefined : <ActionBar {...parts} apply={apply} />}
    >
      <MemberOnly>{() => <Await query={matter}>{(page) => <Main page={page} communityId={communityId} />}</Await>}</MemberOnly>
    </Page>
  );
}
