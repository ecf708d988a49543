import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import type { IntakeKind } from '@bandeng/shared/chat/vocabulary.ts';
import { useRouter } from '@tarojs/taro';
import { MemberOnly } from '@/account/components/member-only';
import { IntakeCard } from '@/chat/groups/intake-card';
import { IntakeForm } from '@/chat/groups/intake-form';
import { useT } from '@/i18n/use-t';
import { AskConsent } from '@/outreach/ask-consent';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Steps } from '@/ui/steps';

const Progress = ({ intake }: { readonly intake: Intake }) => {
  const t = useT();
  const last = intake.status === 'declined' ? 'declined' : 'answered';
  const steps = ['received', 'taken', last] as const;
  const at = steps.findIndex((step) => step === intake.status);
  return <Steps steps={steps.map((step) => t(`intake.status-${step}`))} current={at} />;
};

const OneIntake = ({ communityId, intakeId }: { readonly communityId: string; readonly intakeId: string }) => {
  const t = useT();
  const query = useQuery(chatApi.getIntake, { params: { communityId, intakeId } });
  return (
    <Await query={query}>
      {(intake) => (
        <>
          <Progress intake={intake} />
          <IntakeCard communityId={communityId} intake={intake} />
          {intake.mine && intake.reply === '' ? <AskConsent template="reply" /> : null}
          {intake.groupId === null ? null : (
            <Button
              kind="outline"
              onPress={() => go('/chat/pages/conversation/index', { id: intake.groupId ?? '', seq: intake.seqs[0] })}
            >
              {t('intake.openGroup')}
            </Button>
          )}
        </>
      )}
    </Await>
  );
};

/** A topic or report: with `id` to read it; with `kind`, and `group` and `seq` of a message, to make one. */
export default function IntakePage() {
  const t = useT();
  const { id, kind: given, group, seq } = useRouter().params;
  const kind: IntakeKind = given === 'case' ? 'case' : 'topic';
  const from = group === undefined || seq === undefined ? null : { groupId: group, seq: Number(seq) };
  const title = id !== undefined ? t('intake.title') : t(from === null ? `intake.write-${kind}` : `intake.new-${kind}`);
  return (
    <Page title={title}>
      <MemberOnly>
        {({ communityId }) =>
          id === undefined ? (
            <IntakeForm communityId={communityId} kind={kind} from={from} />
          ) : (
            <OneIntake communityId={communityId} intakeId={id} />
          )
        }
      </MemberOnly>
    </Page>
  );
}
