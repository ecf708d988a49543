import { View } from '@tarojs/components';
import type { OutcomeView, SessionView, ThresholdView } from '@bandeng/shared/deliberation/schemas.ts';
import { meets } from '@bandeng/shared/kernel/fraction.ts';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { ThresholdBar } from '@/ui/threshold-bar';
import { passWords, quorumWords, type RuleWords } from '../words';

const Law = ({ words }: { readonly words: RuleWords }) => (
  <View className="bd-muted dl-law">
    {words.sentence} · {words.law}
  </View>
);

interface QuorumBarProps {
  readonly quorum: ThresholdView;
  readonly present: number;
  readonly due: number;
  /** Null while people may still come: reached already, or open. */
  readonly met: boolean | null;
  readonly law?: boolean;
}

/** 到会 44/60, with the tick of the quorum. */
export const QuorumBar = ({ quorum, present, due, met, law = false }: QuorumBarProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const words = quorumWords(t, quorum, language);
  return (
    <>
      <ThresholdBar
        name={t('deliberation.attendanceBar')}
        count={present}
        of={due}
        required={[quorum.numerator, quorum.denominator]}
        rule={words.flag}
        reached={met}
      />
      {law ? <Law words={words} /> : null}
    </>
  );
};

interface PassBarProps {
  readonly pass: ThresholdView;
  readonly outcome: OutcomeView;
  readonly law?: boolean;
}

/** 同意 66/86 of its base, with the tick of the majority; only after the count. */
export const PassBar = ({ pass, outcome, law = false }: PassBarProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const words = passWords(t, pass, language);
  return (
    <>
      <ThresholdBar
        name={t('deliberation.yesBar')}
        count={outcome.yes}
        of={pass.base === 'due' ? outcome.due : outcome.present}
        required={[pass.numerator, pass.denominator]}
        rule={words.flag}
        reached={outcome.passMet}
      />
      {law ? <Law words={words} /> : null}
    </>
  );
};

/** Turnout of an open meeting: nothing of the split. */
export const TurnoutBar = ({ session, law = false }: { readonly session: SessionView; readonly law?: boolean }) => {
  const t = useT();
  const { quorum, present, due, cast } = session;
  const met = meets(present, quorum.base === 'due' ? due : present, quorum);
  return (
    <>
      <QuorumBar quorum={quorum} present={present} due={due} met={met ? true : null} law={law} />
      <View className="bd-muted bd-num">
        {t('deliberation.cast', { n: cast })} · {t('deliberation.splitHidden')}
      </View>
    </>
  );
};
