import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import { useState } from 'react';
import { DeskPage } from '@/desk/components/desk-page';
import { AppealQueue } from '@/desk/moderation/appeal-queue';
import { HeldQueue } from '@/desk/moderation/held-queue';
import { ModerationLog } from '@/desk/moderation/moderation-log';
import { ReportQueue } from '@/desk/moderation/report-queue';
import { useT } from '@/i18n/use-t';
import type { Membership } from '@/platform/session';
import { Tabs } from '@/ui/tabs';

const queues = { held: HeldQueue, reports: ReportQueue, appeals: AppealQueue, log: ModerationLog } as const;
type Queue = keyof typeof queues;
/** Who judges a deletion again. */
const reviewers: readonly Role[] = ['residents-committee', 'administrator'];

const Moderation = ({ member: { communityId, roles } }: { readonly member: Membership }) => {
  const t = useT();
  const mine: Queue[] = reviewers.some((role) => roles.includes(role)) ? ['held', 'reports', 'appeals', 'log'] : ['held', 'reports', 'log'];
  const [queue, setQueue] = useState<Queue>('held');
  const Shown = queues[queue];
  return (
    <>
      <Tabs label={t('moderation.tabs')} value={queue} onChange={setQueue} tabs={mine.map((value) => ({ value, text: t(`moderation.tab-${value}`) }))} />
      <Shown communityId={communityId} />
    </>
  );
};

/** 群管理: what was held back, reported or appealed, in the groups one looks after; and what was done. */
export default function ModerationPage() {
  const t = useT();
  return (
    <DeskPage title={t('moderation.title')} wide={false}>
      {(member) => <Moderation member={member} />}
    </DeskPage>
  );
}
