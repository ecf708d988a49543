import { shares } from '@bandeng/shared/deliberation/shares.ts';
import type { MatterHead, SessionView, ThresholdView } from '@bandeng/shared/deliberation/schemas.ts';
import type { StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Language } from '@/i18n/translate';
import type { Translate } from '@/i18n/use-t';

/** The name of a stage; stage 4 is named after the assembly that resolves. */
export const stageTitle = (t: Translate, stageId: StageId, assembly: MatterHead['assembly'] | null): string =>
  stageId === 'resolve' && assembly !== null ? t(`deliberation.resolve-${assembly}`) : t(`deliberation.stage-${stageId}`);

export const sessionTitle = (t: Translate, session: Pick<SessionView, 'stageId' | 'assembly'>): string =>
  stageTitle(t, session.stageId, session.assembly);

const fraction = ({ numerator, denominator }: ThresholdView): string => `${numerator}/${denominator}`;

/** 三分之二以上, 过半数; a fraction that no community can choose is shown as digits. */
const shareWords = (threshold: ThresholdView, language: Language): string => {
  const known = shares.find(
    ({ threshold: one }) =>
      one.numerator === threshold.numerator &&
      one.denominator === threshold.denominator &&
      one.strict === threshold.strict,
  );
  if (known === undefined) return `${threshold.strict ? '>' : '≥'} ${fraction(threshold)}`;
  return language === 'en' ? known.en : known.zh;
};

export interface RuleWords {
  /** Beside the tick of the bar. */
  readonly flag: string;
  readonly sentence: string;
  readonly law: string;
}

const lawWords = (t: Translate, { law }: ThresholdView, language: Language): string =>
  t('deliberation.basisOf', {
    law: language === 'en' ? law.en : law.zh,
    mark: t(`deliberation.lawMark-${law.mark}`),
  });

export const quorumWords = (t: Translate, quorum: ThresholdView, language: Language): RuleWords => ({
  flag: t('deliberation.quorumFlag', {
    sign: t(quorum.strict ? 'deliberation.signOver' : 'deliberation.signReach'),
    fraction: fraction(quorum),
  }),
  sentence: t('deliberation.quorumRule', {
    base: t(`deliberation.baseName-${quorum.base}`),
    share: shareWords(quorum, language),
  }),
  law: lawWords(t, quorum, language),
});

export const passWords = (t: Translate, pass: ThresholdView, language: Language): RuleWords => ({
  flag: t('deliberation.passFlag', {
    sign: t(pass.strict ? 'deliberation.signOver' : 'deliberation.signReach'),
    base: t(`deliberation.base-${pass.base}`),
    fraction: fraction(pass),
  }),
  sentence: t('deliberation.passRule', {
    base: t(`deliberation.baseName-${pass.base}`),
    share: shareWords(pass, language),
  }),
  law: lawWords(t, pass, language),
});

/** The numbers that sent a matter back: 同意 5 票，少于所需的 6 票. Empty when no count did. */
export const rejectedWords = (
  t: Translate,
  head: Pick<MatterHead, 'stageId' | 'version'>,
  sessions: readonly SessionView[],
  language: Language,
): string => {
  const rejected = sessions.filter(
    ({ stageId, version, outcome }) =>
      stageId === head.stageId && version === head.version && outcome?.result === 'rejected',
  );
  const last = rejected[rejected.length - 1];
  if (last === undefined || last.outcome === null) return '';
  const { outcome, pass } = last;
  return t('deliberation.reasonCounted', {
    yes: outcome.yes,
    base: t(`deliberation.baseName-${pass.base}`),
    of: pass.base === 'due' ? outcome.due : outcome.present,
    needed: outcome.passNeeded,
    rule: passWords(t, pass, language).sentence,
  });
};

/** Mean of stars to one decimal, rounded down, without floats in between: 4.7. */
export const starsWords = ({ count, stars }: { readonly count: number; readonly stars: number }): string => {
  const tenths = count === 0 ? 0 : Math.floor((stars * 10) / count);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};
