import { useState } from 'react';
import { formatAgo, formatBrief, formatEnd, formatEndExact, formatExact, formatLeft, formatWhen } from '../i18n/when';
import { useSettings } from '../platform/settings';
import { Press } from './press';
import { useNow } from './use-now';

interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** when: 今晚 20:00; brief: 今天 9:00, 11月19日; end: 11月30日 24:00; left: 还有 4 天; ago: 10 分钟前. */
  readonly as?: 'when' | 'brief' | 'end' | 'left' | 'ago';
}

const formats = { when: formatWhen, brief: formatBrief, end: formatEnd, left: formatLeft, ago: formatAgo } as const;

/** A time as a person says it; a tap shows it exactly. */
export const Moment = ({ at, as = 'when' }: MomentProps) => {
  const language = useSettings((s) => s.shown);
  const now = useNow();
  const [exact, setExact] = useState(false);
  const precise = (as === 'end' ? formatEndExact : formatExact)(at, language);
  const said = formats[as](at, now, language);
  return (
    <Press className="bd-moment-text" label={`${said}, ${precise}`} onPress={() => setExact(!exact)}>
      {exact ? precise : said}
    </Press>
  );
};

/** The same as plain text, for places that are pressed as a whole. */
export const MomentText = ({ at, as = 'when' }: MomentProps) => {
  const language = useSettings((s) => s.shown);
  const now = useNow();
  return <>{formats[as](at, now, language)}</>;
};
