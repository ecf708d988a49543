import { DateField } from '@/ui/date-time-field';
import { useT } from '@/i18n/use-t';

export interface Term {
  readonly from: string;
  readonly until: string;
}

interface TermFieldsProps {
  readonly term: Term;
  readonly onChange: (part: Partial<Term>) => void;
}

/** Term of office: holds from the first day on, and no longer on the last one. */
export const TermFields = ({ term, onChange }: TermFieldsProps) => {
  const t = useT();
  const wrong = term.until !== '' && term.until <= term.from;
  return (
    <>
      <DateField label={t('desk.termFrom')} required value={term.from} onChange={(from) => onChange({ from })} />
      <DateField
        label={t('desk.termUntil')}
        required={false}
        hint={t('desk.termUntilHint')}
        value={term.until}
        first={term.from}
        error={wrong ? t('desk.termWrong') : undefined}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
};
