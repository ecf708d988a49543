import type { AllowedAction, MatterReply, MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { ObjectionList } from '@/deliberation/components/objection-list';
import { may } from '@/desk/find-allowed';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { AnswerForm } from './answer-form';

interface ObjectionInboxProps {
  readonly communityId: string;
  readonly matter: MatterView;
  readonly allowed: readonly AllowedAction[];
  readonly apply: (reply: MatterReply) => void;
}

/** Objections to a matter's disclosures: those to answer first, by their deadline, then those answered. */
export const ObjectionInbox = ({ communityId, matter, allowed, apply }: ObjectionInboxProps) => {
  const t = useT();
  const waiting = matter.objections.filter(({ answeredAt }) => answeredAt === null).sort((a, b) => a.dueAt - b.dueAt);
  const answered = matter.objections.filter(({ answeredAt }) => answeredAt !== null);
  return (
    <>
      <Notice>{matter.head.title}</Notice>
      {waiting.length === 0 ? (
        <EmptyState title={t('chair.objectionsNone')} hint={t('chair.objectionsNoneHint')} />
      ) : null}
      {waiting.map((one) => {
        const disclosure = matter.disclosures.find(({ id }) => id === one.disclosureId);
        return (
          <Card key={one.id} title={disclosure === undefined ? '' : t(`deliberation.stage-${disclosure.stageId}`)}>
            <ObjectionList objections={[one]} />
            {may(allowed, 'answer-objection', one.id) ? (
              <AnswerForm
                communityId={communityId}
                objection={one}
                upholds={disclosure?.stageId === 'publish-resolution'}
                apply={apply}
              />
            ) : null}
          </Card>
        );
      })}
      {answered.length === 0 ? null : (
        <>
          <Section title={t('chair.answered')} />
          <Card>
            <ObjectionList objections={answered} />
          </Card>
        </>
      )}
    </>
  );
};
