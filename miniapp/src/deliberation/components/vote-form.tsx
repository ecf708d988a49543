import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MyPart, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { choices, type Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import { normaliseReceipt } from '@bandeng/shared/kernel/receipt.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { RadioCards } from '@/ui/radio-cards';
import { Sheet } from '@/ui/sheet';
import { TextArea, TextField } from '@/ui/text-field';

export type CastReply = Reply<typeof deliberationApi.castBallot>;

interface VoteFormProps {
  readonly communityId: string;
  readonly session: SessionView;
  readonly mine: MyPart;
  /** The code of the ballot to change, where this device or the server knows it. */
  readonly receipt: string | null;
  readonly onCast: (reply: CastReply) => void;
}

/** Yes, no or abstain; a reason; a last look; then one command. */
export const VoteForm = ({ communityId, session, mine, receipt, onCast }: VoteFormProps) => {
  const t = useT();
  const cast = useCommand(deliberationApi.castBallot);
  const [choice, setChoice] = useState<Choice | null>(mine.choice);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [sure, setSure] = useState(false);
  const changing = mine.voted;
  const code = receipt ?? normaliseReceipt(typed);
  const typedBadly = typed !== '' && normaliseReceipt(typed) === null;
  const ready = choice !== null && (!changing || code !== null);
  const word = choice === null ? '' : t(`deliberation.choice-${choice}`);

  const send = async () => {
    if (choice === null) return;
    const outcome = await cast.run({
      params: { communityId, sessionId: session.id },
      body: {
        choice,
        ...(session.secret || reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(changing && code !== null ? { receipt: code } : {}),
      },
    });
    if (outcome.ok) onCast(outcome.reply);
  };
  const after = t(session.secret ? 'deliberation.voteSecretHint' : 'deliberation.voteOpenHint');
  const changes = changing
    ? t('deliberation.changeLead', { n: mine.changesLeft })
    : session.ballotChanges > 0
      ? t('deliberation.voteChanges', { n: session.ballotChanges })
      : t('deliberation.voteNoChanges');
  return (
    <Card title={t(changing ? 'deliberation.changeTitle' : 'deliberation.voteFor')}>
      {changing && mine.choice !== null ? (
        <View className="dl-lead">
          {t('deliberation.voteNow', { choice: t(`deliberation.choice-${mine.choice}`) })}
        </View>
      ) : null}
      <RadioCards
        label={t('deliberation.voteFor')}
        value={choice}
        onChange={setChoice}
        options={choices.map((value) => ({
          value,
          text: t(`deliberation.choice-${value}`),
          ...(value === 'abstain' ? { note: t('deliberation.noteAbstain') } : {}),
          ...(value === 'no' && !session.secret ? { note: t('deliberation.noteNo') } : {}),
        }))}
      />
      {changing && receipt === null ? (
        <TextField
          label={t('deliberation.changeReceipt')}
          hint={t('deliberation.changeReceiptHint')}
          error={typedBadly ? t('deliberation.receiptBad') : undefined}
          required
          maxLength={40}
          value={typed}
          onChange={setTyped}
        />
      ) : null}
      <View className="bd-muted dl-hint">
        {changing ? '' : `${t('deliberation.voteHint')} `}
        {changes}
      </View>
      <Button disabled={!ready} onPress={() => setSure(true)}>
        {choice === null ? t('deliberation.voteChoose') : t('deliberation.voteNext', { choice: word })}
      </Button>
      <Sheet
        open={sure}
        title={t('deliberation.voteConfirmTitle')}
        onClose={() => setSure(false)}
        footer={
          <Button busy={cast.busy} retrying={cast.retrying} onPress={() => void send()}>
            {t('deliberation.voteConfirmSend', { choice: word })}
          </Button>
        }
      >
        <View className="bd-muted">{t('deliberation.voteConfirmYou')}</View>
        <View className="dl-choice">{word}</View>
        <View className="dl-text">{session.question}</View>
        <View className="bd-muted dl-hint">
          {after} {changes}
        </View>
        {session.secret ? null : (
          <TextArea
            label={t('deliberation.voteReason')}
            hint={t('deliberation.voteReasonHint')}
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
        )}
        <ErrorNote error={cast.error} />
      </Sheet>
    </Card>
  );
};
