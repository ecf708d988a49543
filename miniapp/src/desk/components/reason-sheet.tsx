import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import type { ApiError } from '@/platform/api-error';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-field';

interface ReasonSheetProps {
  readonly open: boolean;
  readonly title: string;
  /** What happens, in words. */
  readonly lead: string;
  readonly reasonLabel: string;
  readonly confirmText: string;
  readonly maxLength: number;
  readonly busy: boolean;
  readonly retrying: boolean;
  readonly error: ApiError | null;
  readonly danger?: boolean;
  /** Fields above the reason. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Asks for the reason of something that people will read about. The text stays when sending fails. */
export const ReasonSheet = (props: ReasonSheetProps) => {
  const t = useT();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (reason.trim() === '') return setMissing(true);
    props.onSend(reason.trim());
  };
  return (
    <Sheet
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      footer={
        <Button
          kind={props.danger === true ? 'danger' : 'primary'}
          busy={props.busy}
          retrying={props.retrying}
          onPress={send}
        >
          {props.confirmText}
        </Button>
      }
    >
      <View className="bd-lead">{props.lead}</View>
      {props.children}
      <TextArea
        label={props.reasonLabel}
        required
        maxLength={props.maxLength}
        value={reason}
        error={missing && reason.trim() === '' ? t('desk.reasonNeeded') : undefined}
        onChange={setReason}
      />
      <ErrorNote error={props.error} />
    </Sheet>
  );
};
