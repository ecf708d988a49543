import { View } from '@tarojs/components';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Knock } from '@bandeng/shared/bulletin/schemas.ts';
import { knockResults, type KnockResult } from '@bandeng/shared/bulletin/vocabulary.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { ErrorNote } from '@/ui/error-state';
import { Press } from '@/ui/press';
import { TextField } from '@/ui/text-field';

interface KnockChoiceProps {
  readonly communityId: string;
  readonly noticeId: string;
  readonly dwellingId: string;
  readonly label: string;
  /** Version of the notice that is on screen: what is told is that one. */
  readonly version: number;
  readonly result: KnockResult | null;
  readonly note: string;
  readonly onRecorded: (knock: Knock) => void;
  /** The notice was corrected meanwhile: what is on screen no longer holds. */
  readonly onOutdated: () => void;
}

/** What came of knocking at one door. Choosing again corrects it; a note can be added before or after. */
export const KnockChoice = (props: KnockChoiceProps) => {
  const { communityId, noticeId, dwellingId, label, version, result, onRecorded } = props;
  const t = useT();
  const [note, setNote] = useState(props.note);
  const [writing, setWriting] = useState(props.note !== '');
  const [wanted, setWanted] = useState<KnockResult | null>(null);
  const record = useCommand(bulletinApi.recordKnock);
  const choose = async (next: KnockResult) => {
    setWanted(next);
    const params = { communityId, noticeId, dwellingId };
    const outcome = await record.run({ params, body: { result: next, note: note.trim(), version } });
    setWanted(null);
    if (outcome.ok) onRecorded(outcome.reply);
    else if (outcome.error.code === 'notice-changed') props.onOutdated();
  };
  return (
    <>
      <View className="nt-knock-buttons" {...aria({ role: 'radiogroup', label })}>
        {knockResults.map((one) => (
          <Press
            key={one}
            role="radio"
            checked={result === one}
            disabled={record.busy}
            className={cx('nt-knock-choice', `is-${one}`, result === one && 'is-on')}
            label={`${label}: ${t(`notice.knock-${one}`)}`}
            onPress={() => void choose(one)}
          >
            {wanted === one
              ? t(record.retrying ? 'ui.retrying' : 'ui.working')
              : `${result === one ? '✓ ' : ''}${t(`notice.knock-${one}`)}`}
          </Press>
        ))}
      </View>
      {writing ? (
        <View className="nt-knock-note">
          <TextField
            label={t('notice.knockNote')}
            maxLength={200}
            placeholder={t('notice.knockNoteHint')}
            value={note}
            onChange={setNote}
          />
          {result === null || note.trim() === props.note ? null : (
            <Button kind="outline" small busy={record.busy} onPress={() => void choose(result)}>
              {t('notice.knockNoteSave')}
            </Button>
          )}
        </View>
      ) : (
        <Press className="nt-note" label={`${label}: ${t('notice.knockNoteAdd')}`} onPress={() => setWriting(true)}>
          {t('notice.knockNoteAdd')}
        </Press>
      )}
      <ErrorNote error={record.error} />
    </>
  );
};
