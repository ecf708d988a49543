import { useT } from '@/i18n/use-t';
import { Press } from '@/ui/press';

interface DownPillProps {
  /** New ones since the reader left the end. */
  readonly below: number;
  readonly away: boolean;
  readonly onPress: () => void;
}

/** The way back to the newest, and how many came meanwhile. */
export const DownPill = ({ below, away, onPress }: DownPillProps) => {
  const t = useT();
  if (!away && below === 0) return null;
  return (
    <Press className="ch-pill" label={below > 0 ? t('chat.newCount', { n: below }) : t('chat.toEnd')} onPress={onPress}>
      ↓{below > 0 ? ` ${t('chat.newCount', { n: below })}` : ''}
    </Press>
  );
};
