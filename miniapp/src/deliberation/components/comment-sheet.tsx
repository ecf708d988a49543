import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterHead } from '@bandeng/shared/deliberation/schemas.ts';
import { stageIds, type StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { useState } from 'react';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-field';
import { stageTitle } from '../words';

interface CommentSheetProps {
  readonly open: boolean;
  readonly communityId: string;
  readonly head: MatterHead;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

const whole = 'whole';

/** Writing a comment on the matter as a whole or on a stage reached so far. The text survives a failed sending. */
export const CommentSheet = ({ open, communityId, head, onClose, onSent }: CommentSheetProps) => {
  const t = useT();
  const add = useCommand(deliberationApi.addComment);
  const kept = useKept(`comment.${head.id}`, { text: '' });
  const [stage, setStage] = useState<StageId | typeof whole>(head.stageId ?? whole);
  const reached = stageIds.slice(0, head.stageId === null ? 0 : stageIds.indexOf(head.stageId) + 1);
  const text = kept.value.text.trim();
  const send = async () => {
    const outcome = await add.run({
      params: { communityId, matterId: head.id },
      body: { text, stageId: stage === whole ? null : stage },
    });
    if (!outcome.ok) return;
    kept.settle({ text: '' });
    toast(t('deliberation.commentSent'));
    onSent();
  };
  return (
    <Sheet
      open={open}
      title={t('deliberation.action-comment')}
      onClose={onClose}
      footer={
        <Button disabled={text === ''} busy={add.busy} retrying={add.retrying} onPress={() => void send()}>
          {t('deliberation.commentSend')}
        </Button>
      }
    >
      <TextArea
        label={t('deliberation.commentText')}
        placeholder={t('deliberation.commentTextHint')}
        maxLength={1000}
        value={kept.value.text}
        onChange={(next) => kept.change({ text: next })}
      />
      <Select
        label={t('deliberation.commentStage')}
        value={stage}
        choices={[
          { value: whole, text: t('deliberation.commentGeneral') },
          ...reached.map((id) => ({ value: id, text: stageTitle(t, id, head.assembly) })),
        ]}
        onChange={setStage}
      />
      <ErrorNote error={add.error} />
    </Sheet>
  );
};
