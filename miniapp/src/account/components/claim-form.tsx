import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { tenureKinds, type TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { MoreLink } from '@/deliberation/components/more-link';
import { toast } from '@/ui/overlay-store';
import { RadioCards } from '@/ui/radio-cards';
import { TextArea, TextField } from '@/ui/text-field';

interface ClaimFormProps {
  readonly communityId: string;
  readonly dwelling: { readonly id: string; readonly label: string };
  readonly onBack: () => void;
  readonly onSent: () => void;
}

/** The last step of a claim: one's name and how one belongs to the dwelling. */
export const ClaimForm = ({ communityId, dwelling, onBack, onSent }: ClaimFormProps) => {
  const t = useT();
  const claim = useCommand(communityApi.createClaim);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<TenureKind | null>(null);
  const [note, setNote] = useState('');
  const send = async () => {
    if (kind === null) return;
    const body = { dwellingId: dwelling.id, name: name.trim(), kind, note: note.trim() };
    const outcome = await claim.run({ params: { communityId }, body });
    if (!outcome.ok) return;
    toast(t('mine.claimSent'));
    onSent();
  };
  return (
    <Card title={t('mine.claimFor', { label: dwelling.label })}>
      <MoreLink onPress={onBack}>{t('mine.claimOther')}</MoreLink>
      <View className="dl-block" />
      <TextField
        label={t('mine.claimName')}
        hint={t('mine.claimNameHint')}
        required
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <View className="bd-field-label">{t('mine.claimKind')}</View>
      <RadioCards
        label={t('mine.claimKind')}
        value={kind}
        onChange={setKind}
        options={tenureKinds.map((value) => ({ value, text: t(`mine.tenure-${value}`) }))}
      />
      <TextArea
        label={t('mine.claimNote')}
        placeholder={t('mine.claimNoteHint')}
        required={false}
        maxLength={300}
        value={note}
        onChange={setNote}
      />
      <ErrorNote error={claim.error} />
      <Button
        disabled={name.trim() === '' || kind === null}
        busy={claim.busy}
        retrying={claim.retrying}
        onPress={() => void send()}
      >
        {t('mine.claimSend')}
      </Button>
    </Card>
  );
};
