import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterPage, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { TextArea } from '@/ui/text-field';
import { StarInput } from './stars';

interface RatingFormProps {
  readonly communityId: string;
  readonly page: MatterPage;
  readonly onRated: (reply: MatterReply, mine: { readonly stars: number; readonly text: string }) => void;
}

/** One rating per resident, which may be changed. */
export const RatingForm = ({ communityId, page, onRated }: RatingFormProps) => {
  const t = useT();
  const rate = useCommand(deliberationApi.rateMatter);
  const { matter, myRating } = page;
  const [stars, setStars] = useState(myRating?.stars ?? 0);
  const [text, setText] = useState(myRating?.text ?? '');
  const send = async () => {
    const mine = { stars, text: text.trim() };
    const outcome = await rate.run({ params: { communityId, matterId: matter.head.id }, body: mine });
    if (!outcome.ok) return;
    onRated(outcome.reply, mine);
    toast(t('deliberation.ratingSent'));
  };
  return (
    <Card title={t(myRating === null ? 'deliberation.action-rate' : 'deliberation.ratingChange')}>
      <View className="dl-lead">{t('deliberation.ratingLead', { title: matter.head.title })}</View>
      <StarInput value={stars} onChange={setStars} />
      <TextArea
        label={t('deliberation.ratingText')}
        placeholder={t('deliberation.ratingTextHint')}
        required={false}
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <ErrorNote error={rate.error} />
      <Button disabled={stars === 0} busy={rate.busy} retrying={rate.retrying} onPress={() => void send()}>
        {t('deliberation.ratingSend')}
      </Button>
    </Card>
  );
};
