import { communityApi } from '@bandeng/shared/community/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import type { DraftForm } from '@/desk/draft-form';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { FrozenRules } from './frozen-rules';

interface SubmitDraftProps {
  readonly communityId: string;
  readonly matterId: string;
  readonly form: DraftForm;
  /** Saves what is typed. Resolves to the revision to submit, or null when saving failed. */
  readonly save: () => Promise<number | null>;
  readonly onSubmitted: (reply: MatterReply) => void;
  readonly onClose: () => void;
}

/** Shows by which rules the matter will be decided, then saves and submits it. */
export const SubmitDraft = ({ communityId, matterId, form, save, onSubmitted, onClose }: SubmitDraftProps) => {
  const t = useT();
  const settings = useQuery(communityApi.getSettings, { params: { communityId } });
  const submit = useCommand(deliberationApi.submitMatter);
  const incomplete = form.text.trim() === '' || form.title.trim() === '';
  const send = async () => {
    const revision = await save();
    if (revision === null) return onClose();
    const outcome = await submit.run({ params: { communityId, matterId }, body: { revision } });
    if (outcome.ok) onSubmitted(outcome.reply);
  };
  return (
    <Sheet
      open
      title={t('chair.submitTitle')}
      onClose={onClose}
      footer={
        <Button busy={submit.busy} retrying={submit.retrying} disabled={incomplete} onPress={() => void send()}>
          {t('chair.submitNow')}
        </Button>
      }
    >
      <View className="desk-lead">{t('chair.submitLead')}</View>
      {incomplete ? <Notice tone="brick">{t('chair.submitIncomplete')}</Notice> : null}
      <ErrorNote error={submit.error} />
      <Await query={settings}>{(found) => <FrozenRules assembly={form.assembly} rules={found.settings.rules} />}</Await>
    </Sheet>
  );
};
