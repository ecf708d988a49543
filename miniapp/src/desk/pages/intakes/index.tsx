import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { intakeKinds, intakeStatuses, type IntakeKind, type IntakeStatus } from '@bandeng/shared/chat/vocabulary.ts';
import { useState } from 'react';
import { IntakeCard } from '@/chat/groups/intake-card';
import { DeskPage } from '@/desk/components/desk-page';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { FootButtons } from '@/ui/foot-buttons';
import { InfiniteList } from '@/ui/infinite-list';
import { toast } from '@/ui/overlay-store';
import { Tabs } from '@/ui/tabs';

type Answer = 'taken' | 'answered' | 'declined';

interface AnswersProps {
  readonly intake: Intake;
  readonly onAnswer: (answer: Answer) => void;
}

const Answers = ({ intake, onAnswer }: AnswersProps) => {
  const t = useT();
  if (!intake.mayAnswer) return null;
  return (
    <FootButtons>
      <Button kind="outline" onPress={() => onAnswer('declined')}>
        {t('intake.decline')}
      </Button>
      {intake.status === 'received' ? (
        <Button kind="outline" onPress={() => onAnswer('taken')}>
          {t('intake.take')}
        </Button>
      ) : null}
      <Button onPress={() => onAnswer('answered')}>{t('intake.answer')}</Button>
    </FootButtons>
  );
};

const Intakes = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [kind, setKind] = useState<IntakeKind | 'all'>('all');
  const [status, setStatus] = useState<IntakeStatus>('received');
  const [answering, setAnswering] = useState<{ readonly intake: Intake; readonly answer: Answer } | null>(null);
  const command = useCommand(chatApi.answerIntake);
  const pages = usePages(chatApi.listIntakes, { params: { communityId }, query: { status, ...(kind === 'all' ? {} : { kind }) } });
  const send = async (reply: string) => {
    if (answering === null) return;
    const params = { communityId, intakeId: answering.intake.id };
    if (!(await command.run({ params, body: { status: answering.answer, reply } })).ok) return;
    setAnswering(null);
    toast(t('intake.replied'));
    void pages.refresh();
  };
  return (
    <>
      <Tabs
        label={t('intake.filterStatus')}
        value={status}
        onChange={setStatus}
        tabs={intakeStatuses.map((value) => ({ value, text: t(`intake.status-${value}`) }))}
      />
      <Tabs
        label={t('intake.filterKind')}
        value={kind}
        onChange={setKind}
        tabs={[{ value: 'all' as const, text: t('intake.all') }, ...intakeKinds.map((value) => ({ value, text: t(`intake.kind-${value}`) }))]}
      />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('intake.toHandleNone')} hint={t('intake.toHandleNoneHint')} />}
      >
        {(intake) => (
          <IntakeCard communityId={communityId} intake={intake}>
            <Answers intake={intake} onAnswer={(answer) => setAnswering({ intake, answer })} />
          </IntakeCard>
        )}
      </InfiniteList>
      {answering === null ? null : (
        <ReasonSheet
          open
          title={t(`intake.answerTitle-${answering.answer}`, { number: answering.intake.number })}
          lead={t(`intake.answerLead-${answering.answer}`)}
          reasonLabel={t('intake.replyText')}
          confirmText={t('intake.send')}
          maxLength={500}
          busy={command.busy}
          retrying={command.retrying}
          error={command.error}
          onClose={() => setAnswering(null)}
          onSend={(reply) => void send(reply)}
        />
      )}
    </>
  );
};

/** What residents handed on: to take up, answer or decline. */
export default function IntakesPage() {
  const t = useT();
  return (
    <DeskPage
      title={t('intake.toHandle')}
      wide={false}
      roles={['facilitator', 'residents-committee', 'branch-committee', 'grid-worker', 'administrator']}
    >
      {({ communityId }) => <Intakes communityId={communityId} />}
    </DeskPage>
  );
}
