import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-field';

interface RecusalSheetProps {
  readonly open: boolean;
  readonly communityId: string;
  readonly sessionId: string;
  readonly onClose: () => void;
  readonly apply: (reply: MatterReply) => void;
}

/** Standing aside for an interest in the matter: it says what follows before it asks for the reason. */
export const RecusalSheet = ({ open, communityId, sessionId, onClose, apply }: RecusalSheetProps) => {
  const t = useT();
  const declare = useCommand(deliberationApi.declareInterest);
  const [reason, setReason] = useState('');
  const send = async () => {
    const outcome = await declare.run({ params: { communityId, sessionId }, body: { reason: reason.trim() } });
    if (!outcome.ok) return;
    apply(outcome.reply);
    toast(t('deliberation.recused'));
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={t('deliberation.recuseTitle')}
      onClose={onClose}
      footer={
        <Button
          kind="danger"
          disabled={reason.trim() === ''}
          busy={declare.busy}
          retrying={declare.retrying}
          onPress={() => void send()}
        >
          {t('deliberation.recuseSend')}
        </Button>
      }
    >
      <View className="dl-lead">{t('deliberation.recuseLead')}</View>
      <TextArea label={t('deliberation.recuseReason')} required maxLength={300} value={reason} onChange={setReason} />
      <ErrorNote error={declare.error} />
    </Sheet>
  );
};
