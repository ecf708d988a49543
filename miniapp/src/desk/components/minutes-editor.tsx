import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, SessionPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { outlineMinutes } from '@/desk/minutes-outline';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { goBack } from '@/platform/navigate';
import { useSettings } from '@/platform/settings';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import type { FileItem } from '@/ui/file-list';
import { Notice } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';
import { TextArea } from '@/ui/text-field';
import { Upload } from '@/ui/upload';

interface MinutesEditorProps {
  readonly communityId: string;
  readonly page: SessionPage;
  readonly session: SessionView;
  readonly apply: (reply: MatterReply) => void;
  readonly refresh: () => Promise<void>;
}

interface MinutesInput {
  readonly text: string;
  readonly files: readonly FileItem[];
  /** The version that the typing began from. */
  readonly version: number;
}

/** Writes the minutes of a meeting. Signatures belong to a wording, so a change asks for them anew. */
export const MinutesEditor = ({ communityId, page, session, apply, refresh }: MinutesEditorProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const { minutes } = session;
  const form = useKept<MinutesInput>(`minutes.${session.id}`, {
    text: minutes?.text ?? outlineMinutes(t, page, session, language),
    files: minutes?.files ?? [],
    version: minutes?.version ?? 0,
  });
  const write = useCommand(deliberationApi.writeMinutes);
  const [tried, setTried] = useState(false);
  const { text, files, version } = form.value;
  const conflict = write.error?.code === 'version-conflict';
  const signed = minutes?.signatures.length ?? 0;

  const send = async (from: number) => {
    setTried(true);
    if (text.trim() === '') return;
    if (signed > 0) {
      const sure = await confirm({
        title: t('chair.minutesResign', { n: signed }),
        text: t('chair.minutesResignText'),
        confirmText: t('chair.minutesSave'),
      });
      if (!sure) return;
    }
    const outcome = await write.run({
      params: { communityId, sessionId: session.id },
      body: { text, version: from, fileIds: files.map(({ id }) => id) },
    });
    if (!outcome.ok) {
      if (outcome.error.code === 'version-conflict') await refresh();
      return;
    }
    apply(outcome.reply);
    form.settle();
    toast(t('chair.minutesSaved'));
    goBack();
  };

  return (
    <>
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <Notice>{t('chair.minutesLead')}</Notice>
      <Card>
        <View className="desk-long">
          <TextArea
            label={t('deliberation.minutesTitle')}
            required
            maxLength={20_000}
            value={text}
            error={tried && text.trim() === '' ? t('chair.minutesNeeded') : undefined}
            onChange={(next) => form.change({ text: next })}
          />
        </View>
        <Upload
          communityId={communityId}
          label={t('deliberation.minutesFiles')}
          required={false}
          max={20}
          files={files}
          onChange={(next) => form.change({ files: next })}
        />
      </Card>
      {conflict && minutes !== null ? (
        <Card title={t('chair.conflict')}>
          <Notice tone="brick" live>
            {t('chair.conflictLead')}
          </Notice>
          <View className="desk-preview desk-text">{minutes.text}</View>
          <View className="bd-gap" />
          <Button kind="danger" small onPress={() => void send(minutes.version)}>
            {t('chair.conflictMine')}
          </Button>
        </Card>
      ) : (
        <ErrorNote error={write.error} />
      )}
      <Button busy={write.busy} retrying={write.retrying} onPress={() => void send(version)}>
        {t('chair.minutesSave')}
      </Button>
    </>
  );
};
