import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, ObjectionView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Switch } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';
import { RadioCards } from '@/ui/radio-cards';
import { TextArea } from '@/ui/text-field';

interface AnswerFormProps {
  readonly communityId: string;
  readonly objection: ObjectionView;
  /** Only an objection to the resolution can send the matter back. */
  readonly upholds: boolean;
  readonly apply: (reply: MatterReply) => void;
}

interface Answer {
  readonly text: string;
  readonly uphold: boolean;
  readonly backTo: 'consult' | 'resolve' | null;
}

const blank: Answer = { text: '', uphold: false, backTo: null };

/** The committee's public answer, and whether the objection is upheld. */
export const AnswerForm = ({ communityId, objection, upholds, apply }: AnswerFormProps) => {
  const t = useT();
  const form = useKept(`answer.${objection.id}`, blank);
  const answer = useCommand(deliberationApi.answerObjection);
  const [tried, setTried] = useState(false);
  const { text, uphold, backTo } = form.value;
  const send = async () => {
    setTried(true);
    if (text.trim() === '' || (uphold && backTo === null)) return;
    const sure = await confirm({
      title: t(uphold ? 'chair.upholdAsk' : 'chair.answerAsk'),
      text: t(uphold ? 'chair.upholdText' : 'chair.answerText'),
      confirmText: t('chair.answerSend'),
      danger: uphold,
    });
    if (!sure) return;
    const body = { answer: text.trim(), uphold, ...(uphold && backTo !== null ? { backTo } : {}) };
    const outcome = await answer.run({ params: { communityId, objectionId: objection.id }, body });
    if (!outcome.ok) return;
    apply(outcome.reply);
    form.settle();
    toast(t('chair.answerSent'));
  };
  return (
    <View>
      <View className="bd-gap" />
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <TextArea
        label={t('chair.answer')}
        required
        maxLength={2000}
        hint={t('chair.answerHint')}
        value={text}
        error={tried && text.trim() === '' ? t('chair.answerNeeded') : undefined}
        onChange={(next) => form.change({ text: next })}
      />
      {upholds ? (
        <Switch
          label={t('chair.uphold')}
          detail={t('chair.upholdHint')}
          value={uphold}
          onChange={(next) => form.change({ uphold: next })}
        />
      ) : null}
      {upholds && uphold ? (
        <>
          <RadioCards
            label={t('chair.backTo')}
            options={(['consult', 'resolve'] as const).map((value) => ({
              value,
              text: t('chair.backToStage', { stage: t(`deliberation.stage-${value}`) }),
            }))}
            value={backTo}
            onChange={(next) => form.change({ backTo: next })}
          />
          {tried && backTo === null ? <Notice tone="brick">{t('chair.backToNeeded')}</Notice> : null}
        </>
      ) : null}
      <View className="bd-gap" />
      <ErrorNote error={answer.error} />
      <Button busy={answer.busy} retrying={answer.retrying} onPress={() => void send()}>
        {t('chair.answerSend')}
      </Button>
    </View>
  );
};
