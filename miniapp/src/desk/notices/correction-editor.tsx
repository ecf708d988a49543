import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import type { Membership } from '@/platform/session';
import { useKept } from '@/platform/use-kept';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { Notice as Remark } from '@/ui/notice';
import { confirm, toast } from '@/ui/overlay-store';
import { TextArea } from '@/ui/text-field';
import { findNoticeFaults, formOfNotice, type NoticeForm } from './notice-form';
import { NoticeTextFields } from './notice-fields';

interface Correction extends Pick<NoticeForm, 'title' | 'body' | 'files'> {
  readonly change: string;
}

interface CorrectionEditorProps {
  readonly member: Membership;
  readonly notice: Notice;
  readonly refresh: () => Promise<unknown>;
}

const textFaults = ['title', 'body', 'places'];

/** Publishes a new version, with what changed in words: that line is what readers of the old one see first. */
export const CorrectionEditor = ({ member, notice, refresh }: CorrectionEditorProps) => {
  const t = useT();
  const { communityId } = member;
  const { id: noticeId, version, title, body, files } = notice;
  const form = useKept<Correction>(`notice-correction.${noticeId}.${version}`, { title, body, files, change: '' });
  const { value, change } = form;
  const [tried, setTried] = useState(false);
  const correct = useCommand(bulletinApi.correctNotice);
  const findFaults = () =>
    findNoticeFaults({ ...formOfNotice(notice), expires: false, ...value }, Date.now()).filter((fault) =>
      textFaults.includes(fault),
    );
  const faults = tried ? findFaults() : [];
  const send = async () => {
    setTried(true);
    if (findFaults().length > 0 || value.change.trim() === '') return;
    if (!(await confirm({ title: t('notice.correctAsk'), confirmText: t('notice.correctSend') }))) return;
    const outcome = await correct.run({
      params: { communityId, noticeId },
      body: {
        title: value.title.trim(),
        body: value.body.trim(),
        fileIds: value.files.map(({ id }) => id),
        change: value.change.trim(),
        version,
      },
    });
    if (!outcome.ok) return void refresh();
    form.settle();
    toast(t('notice.correctDone'));
    replaceWith('/desk/pages/delivery/index', { id: noticeId });
  };
  return (
    <>
      <Remark>{t('notice.correctLead')}</Remark>
      {form.restored ? <Remark tone="amber">{t('desk.restored')}</Remark> : null}
      <Card>
        <TextArea
          label={t('notice.change')}
          required
          maxLength={200}
          placeholder={t('notice.changeHint')}
          value={value.change}
          error={tried && value.change.trim() === '' ? t('notice.changeNeeded') : undefined}
          onChange={(next) => change({ change: next })}
        />
        <NoticeTextFields communityId={communityId} form={value} faults={faults} onChange={change} />
      </Card>
      <ErrorNote error={correct.error} />
      <Button busy={correct.busy} retrying={correct.retrying} onPress={() => void send()}>
        {t('notice.correctSend')}
      </Button>
    </>
  );
};
