import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { IntakeKind } from '@bandeng/shared/chat/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { useKept } from '@/platform/use-kept';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { TextArea, TextField } from '@/ui/text-field';
import { ChooseMessages } from './choose-messages';

interface IntakeFormProps {
  readonly communityId: string;
  readonly kind: IntakeKind;
  /** The message it is made from; null when it is written anew. */
  readonly from: { readonly groupId: string; readonly seq: number } | null;
}

/** Hands messages on as a topic or a report, or writes one anew. What is typed stays on the device until it is sent. */
export const IntakeForm = ({ communityId, kind, from }: IntakeFormProps) => {
  const t = useT();
  const form = useKept(`intake.${kind}.${from === null ? 'new' : `${from.groupId}.${from.seq}`}`, { title: '', text: '' });
  const [seqs, setSeqs] = useState<readonly number[]>(from === null ? [] : [from.seq]);
  const [missing, setMissing] = useState(false);
  const command = useCommand(chatApi.createIntake);
  const { title, text } = form.value;
  const send = async () => {
    if (title.trim() === '') return setMissing(true);
    const source = from === null ? {} : { groupId: from.groupId, seqs: [...seqs] };
    const outcome = await command.run({ params: { communityId }, body: { kind, title: title.trim(), text: text.trim(), ...source } });
    if (!outcome.ok) return;
    form.settle();
    toast(t('intake.sent', { number: outcome.reply.number }));
    replaceWith('/chat/pages/intake/index', { id: outcome.reply.id });
  };
  return (
    <>
      <View className="bd-lead">{t(`intake.lead-${kind}`)}</View>
      {from === null ? null : (
        <ChooseMessages communityId={communityId} groupId={from.groupId} around={from.seq} chosen={seqs} onChange={setSeqs} />
      )}
      <Card>
        <TextField
          label={t('intake.subject')}
          required
          maxLength={60}
          value={title}
          error={missing && title.trim() === '' ? t('intake.subjectNeeded') : undefined}
          onChange={(next) => form.change({ title: next })}
        />
        <TextArea
          label={t('intake.text')}
          required={from === null}
          placeholder={t('intake.textHint')}
          maxLength={2000}
          value={text}
          onChange={(next) => form.change({ text: next })}
        />
        <ErrorNote error={command.error} />
        <Button busy={command.busy} retrying={command.retrying} onPress={() => void send()}>
          {t('intake.send')}
        </Button>
      </Card>
    </>
  );
};
