import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, SessionPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import type { BallotChannel, Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import { choices } from '@bandeng/shared/deliberation/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { listWithoutBallot } from '@/desk/filter-roll';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import type { Membership } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import type { FileItem } from '@/ui/file-list';
import { Notice } from '@/ui/notice';
import { confirm } from '@/ui/overlay-store';
import { RadioCards } from '@/ui/radio-cards';
import { Select } from '@/ui/select';
import { Upload } from '@/ui/upload';
import { ChosenPerson } from './chosen-person';
import { PaperReceipt } from './paper-receipt';
import { PickFromRoll } from './pick-from-roll';
import type { Person } from './pick-person';
import { Witnesses } from './witnesses';

interface PaperBallotProps {
  readonly member: Membership;
  readonly page: SessionPage;
  readonly session: SessionView;
  readonly onReply: (reply: MatterReply) => void;
  /** The voter has voted already: the roll on screen is old. */
  readonly onConflict: () => void;
}

const personOf = ({ voterId, name, label }: { voterId: string; name: string; label: string }): Person => ({
  id: voterId,
  name,
  label,
});

/** Enters one ballot on paper or given with help: whose, what, before whom, with a photo of the sheet. */
export const PaperBallot = ({ member, page, session, onReply, onConflict }: PaperBallotProps) => {
  const t = useT();
  const { communityId, residentId } = member;
  const [voter, setVoter] = useState<Person | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [channel, setChannel] = useState<Exclude<BallotChannel, 'online'>>('paper');
  const [witnesses, setWitnesses] = useState<readonly Person[]>([]);
  const [photo, setPhoto] = useState<readonly FileItem[]>([]);
  const [receipt, setReceipt] = useState<{ code: string; voter: string } | null>(null);
  const enter = useCommand(deliberationApi.enterPaperBallot);
  const [first, second] = witnesses;
  const picture = photo[0];
  const complete =
    voter !== null && choice !== null && first !== undefined && second !== undefined && picture !== undefined;

  const send = async () => {
    if (!complete) return;
    const sure = await confirm({
      title: t('chair.paperAsk', { name: voter.name, choice: t(`deliberation.choice-${choice}`) }),
      text: t('chair.paperAskText', { a: first.name, b: second.name }),
      confirmText: t('chair.paperSend'),
    });
    if (!sure) return;
    const body = {
      voterId: voter.id,
      choice,
      channel,
      witnessIds: [first.id, second.id] as [string, string],
      photoId: picture.id,
    };
    const outcome = await enter.run({ params: { communityId, sessionId: session.id }, body });
    if (!outcome.ok) {
      if (outcome.error.code === 'already-voted') onConflict();
      return;
    }
    onReply(outcome.reply);
    setReceipt({ code: outcome.reply.receipt, voter: voter.name });
    setVoter(null);
    setChoice(null);
    setPhoto([]);
  };

  if (receipt !== null)
    return <PaperReceipt code={receipt.code} voter={receipt.voter} onNext={() => setReceipt(null)} />;
  return (
    <>
      <Notice>
        {page.matterTitle} · {session.question}
      </Notice>
      {session.secret ? <Notice tone="amber">{t('chair.paperSecret')}</Notice> : null}
      <Card title={t('chair.paperVoter')}>
        {voter === null ? (
          <PickFromRoll
            label={t('chair.paperPick')}
            listEntries={(search) => listWithoutBallot(page.roll, search)}
            onPick={(entry) => setVoter(personOf(entry))}
          />
        ) : (
          <ChosenPerson person={voter} onRemove={() => setVoter(null)} />
        )}
      </Card>
      <Card title={t('chair.paperChoice')}>
        <RadioCards
          label={t('chair.paperChoice')}
          options={choices.map((value) => ({ value, text: t(`deliberation.choice-${value}`) }))}
          value={choice}
          onChange={setChoice}
        />
        <Select
          label={t('chair.paperChannel')}
          value={channel}
          choices={[
            { value: 'paper', text: t('deliberation.channel-paper') },
            { value: 'assisted', text: t('deliberation.channel-assisted') },
          ]}
          hint={t('chair.paperChannelHint')}
          onChange={setChannel}
        />
      </Card>
      <Witnesses
        communityId={communityId}
        witnesses={witnesses}
        excluded={[residentId, ...(voter === null ? [] : [voter.id])]}
        onChange={setWitnesses}
      />
      <Card>
        <Upload
          communityId={communityId}
          label={t('chair.paperPhoto')}
          required
          max={1}
          documents={false}
          hint={t('chair.paperPhotoHint')}
          files={photo}
          onChange={setPhoto}
        />
      </Card>
      <ErrorNote error={enter.error} />
      {complete ? null : <View className="bd-muted">{t('chair.paperIncomplete')}</View>}
      <View className="bd-gap" />
      <Button busy={enter.busy} retrying={enter.retrying} disabled={!complete} onPress={() => void send()}>
        {t('chair.paperSend')}
      </Button>
    </>
  );
};
