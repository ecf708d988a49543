import { chatApi } from '@bandeng/shared/chat/api.ts';
import { chatLimits, reportReasons, type ReportReason } from '@bandeng/shared/chat/vocabulary.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { RadioCards } from '@/ui/radio-cards';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-field';

interface ReportSheetProps {
  readonly communityId: string;
  readonly groupId: string;
  readonly seq: number;
  readonly onClose: () => void;
}

/** Tells the moderators what is wrong with a message. */
export const ReportSheet = ({ communityId, groupId, seq, onClose }: ReportSheetProps) => {
  const t = useT();
  const report = useCommand(chatApi.reportMessage);
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [note, setNote] = useState('');
  const send = async (chosen: ReportReason) => {
    const params = { communityId, groupId, messageSeq: String(seq) };
    const outcome = await report.run({ params, body: { reason: chosen, note: note.trim() } });
    if (!outcome.ok) return;
    toast(t('chat.reportDone'));
    onClose();
  };
  return (
    <Sheet
      open
      title={t('chat.reportTitle')}
      onClose={onClose}
      footer={
        <Button
          disabled={reason === null}
          busy={report.busy}
          retrying={report.retrying}
          onPress={() => {
            if (reason !== null) void send(reason);
          }}
        >
          {t('chat.reportSend')}
        </Button>
      }
    >
      <Notice tone="slate">{t('chat.reportLead')}</Notice>
      <RadioCards
        label={t('chat.reportTitle')}
        value={reason}
        onChange={setReason}
        options={reportReasons.map((value) => ({ value, text: t(`chat.reason-${value}`) }))}
      />
      <TextArea label={t('chat.reportNote')} maxLength={chatLimits.reason} value={note} onChange={setNote} />
      <ErrorNote error={report.error} />
    </Sheet>
  );
};
