import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import type { ApiError } from '@/platform/api-error';
import { DateField } from '@/ui/date-time-field';
import { ReasonSheet } from './reason-sheet';

interface EndTermProps {
  readonly name: string;
  readonly busy: boolean;
  readonly retrying: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
  readonly onSend: (until: string, reason: string) => void;
}

/** Ends a term of office or a duty on a day, with a reason. */
export const EndTerm = ({ name, busy, retrying, error, onClose, onSend }: EndTermProps) => {
  const t = useT();
  const [until, setUntil] = useState(() => dayOf(Date.now()));
  return (
    <ReasonSheet
      open
      danger
      title={t('desk.endTitle', { name })}
      lead={t('desk.endLead')}
      reasonLabel={t('desk.reason')}
      confirmText={t('desk.end')}
      maxLength={200}
      {...{ busy, retrying, error, onClose }}
      onSend={(reason) => onSend(until, reason)}
    >
      <DateField label={t('desk.endDay')} required hint={t('desk.endDayHint')} value={until} onChange={setUntil} />
    </ReasonSheet>
  );
};
