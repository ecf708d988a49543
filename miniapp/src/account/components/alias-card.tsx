import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import type { MyPlace } from '@bandeng/shared/community/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { TextField } from '@/ui/text-field';

interface AliasCardProps {
  readonly communityId: string;
  readonly place: MyPlace;
  readonly onSaved: (place: MyPlace) => void;
}

/** Real-name to the platform, an alias to the neighbours. */
export const AliasCard = ({ communityId, place, onSaved }: AliasCardProps) => {
  const t = useT();
  const save = useCommand(communityApi.setMyAlias);
  const [alias, setAlias] = useState(place.alias);
  const send = async () => {
    const outcome = await save.run({ params: { communityId }, body: { alias: alias.trim() } });
    if (!outcome.ok) return;
    onSaved(outcome.reply);
    toast(t('mine.aliasSaved'));
  };
  return (
    <Card>
      <View className="dl-lead">{t('mine.seenAs', { label: place.label })}</View>
      <TextField label={t('mine.alias')} hint={t('mine.aliasHint')} maxLength={12} value={alias} onChange={setAlias} />
      <ErrorNote error={save.error} />
      <Button
        kind="outline"
        disabled={alias.trim() === place.alias}
        busy={save.busy}
        retrying={save.retrying}
        onPress={() => void send()}
      >
        {t('mine.aliasSave')}
      </Button>
    </Card>
  );
};
