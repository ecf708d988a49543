import { communityApi } from '@bandeng/shared/community/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { outlineDisclosure } from '@/desk/disclosure-text';
import { basisOf } from '@/desk/rule-choices';
import { useKept } from '@/platform/use-kept';
import { useNoticeEnd } from '@/desk/use-notice-end';
import { useT } from '@/i18n/use-t';
import { formatDay } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useSettings } from '@/platform/settings';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';
import type { FileItem } from '@/ui/file-list';
import { TextArea, TextField } from '@/ui/text-field';
import { Upload } from '@/ui/upload';
import { useNow } from '@/ui/use-now';

interface PublishFormProps {
  readonly communityId: string;
  readonly matter: MatterView;
  readonly stageId: DisclosureStageId;
  readonly apply: (reply: MatterReply) => void;
}

/** Puts up a disclosure: its text, how many days, and on which day that ends. */
export const PublishForm = ({ communityId, matter, stageId, apply }: PublishFormProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const now = useNow(60_000);
  const { id, title } = matter.head;
  const initial = { text: outlineDisclosure(t, matter, stageId, language), days: '', files: [] as readonly FileItem[] };
  const form = useKept(`publish.${id}.${matter.head.version}.${stageId}`, initial);
  const settings = useQuery(communityApi.getSettings, { params: { communityId } });
  const rule = settings.data?.parameters.find(({ key }) => key === `${stageId}.days`);
  const resolution = useCommand(deliberationApi.publishResolution);
  const outcome = useCommand(deliberationApi.publishOutcome);
  const command = stageId === 'publish-resolution' ? resolution : outcome;
  const [tried, setTried] = useState(false);
  const { text, files } = form.value;
  const typed = form.value.days === '' ? String(rule?.value ?? 15) : form.value.days;
  const days = /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 365 ? Number(typed) : null;
  const end = useNoticeEnd(communityId, days, now);
  const endText =
    end === null
      ? ''
      : t('chair.noticeEnd', {
          first: formatDay(end.firstDay, now, language),
          last: formatDay(end.lastDay, now, language),
        });

  const send = async () => {
    setTried(true);
    if (text.trim() === '' || days === null) return;
    const sure = await confirm({
      title: t('chair.publishAsk', { title }),
      text: [endText, t('chair.publishText')].join('\n'),
      confirmText: t(`deliberation.action-${stageId}`),
    });
    if (!sure) return;
    const body = { text: text.trim(), days, fileIds: files.map((file) => file.id) };
    const result = await command.run({ params: { communityId, matterId: id }, body });
    if (!result.ok) return;
    apply(result.reply);
    form.settle();
    toast(t('chair.published'));
    replaceWith('/desk/pages/matter/index', { matterId: id });
  };
  return (
    <>
      <Notice>
        {title} · {t(`deliberation.stage-${stageId}`)}
      </Notice>
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <Card>
        <View className="desk-long">
          <TextArea
            label={t('chair.publishBody')}
            required
            maxLength={20_000}
            hint={t(`chair.publishBodyHint-${stageId}`)}
            value={text}
            error={tried && text.trim() === '' ? t('chair.publishNeeded') : undefined}
            onChange={(next) => form.change({ text: next })}
          />
        </View>
        <TextField
          kind="number"
          label={t('chair.noticeLength')}
          required
          maxLength={3}
          value={typed}
          hint={[rule === undefined ? '' : t('chair.noticeLeast', { n: rule.value, law: basisOf(rule, language) }), endText]
            .filter(Boolean)
            .join('；')}
          error={days === null ? t('chair.noticeWrong') : undefined}
          onChange={(next) => form.change({ days: next })}
        />
        <Upload
          communityId={communityId}
          label={t('deliberation.attachments')}
          required={false}
          max={20}
          hint={stageId === 'publish-outcome' ? t('chair.photosHint') : undefined}
          files={files}
          onChange={(next) => form.change({ files: next })}
        />
      </Card>
      <ErrorNote error={command.error} />
      <Button busy={command.busy} retrying={command.retrying} onPress={() => void send()}>
        {t(`deliberation.action-${stageId}`)}
      </Button>
    </>
  );
};
