import { freezeRules, type FrozenRules as Frozen } from '@bandeng/shared/deliberation/freeze-rules.ts';
import { meetingStageIds, type Assembly } from '@bandeng/shared/deliberation/vocabulary.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { View } from '@tarojs/components';
import { passWords, quorumWords, stageTitle } from '@/deliberation/words';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { Notice } from '@/ui/notice';

interface FrozenRulesProps {
  readonly assembly: Assembly;
  /** The community's parameters as they stand. */
  readonly rules: Readonly<Record<string, number>>;
}

const disclosureIds = ['publish-resolution', 'publish-outcome'] as const;

const Stages = ({ frozen }: { readonly frozen: Frozen }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  return (
    <>
      {meetingStageIds.map((stageId, index) => {
        const { quorum, pass, noticeDays } = frozen.meetings[stageId];
        const [due, majority] = [quorumWords(t, quorum, language), passWords(t, pass, language)];
        return (
          <View key={stageId} className="desk-rule">
            <View className="bd-strong">
              {index + 1}. {stageTitle(t, stageId, frozen.assembly)}
            </View>
            <View>{due.sentence}</View>
            <View className="bd-muted">{due.law}</View>
            <View>{majority.sentence}</View>
            <View className="bd-muted">{majority.law}</View>
            {noticeDays === 0 ? null : <View>{t('chair.noticeDays', { n: noticeDays })}</View>}
          </View>
        );
      })}
      {disclosureIds.map((stageId, index) => {
        const { days, answerDays, daysLaw } = frozen.disclosures[stageId];
        return (
          <View key={stageId} className="desk-rule">
            <View className="bd-strong">
              {index + 5}. {stageTitle(t, stageId, null)}
            </View>
            <View>{t('chair.disclosureRule', { days, answer: answerDays })}</View>
            <View className="bd-muted">
              {t('deliberation.lawOf', { law: language === 'en' ? daysLaw.en : daysLaw.zh })}
            </View>
          </View>
        );
      })}
      <View className="desk-rule">{t('chair.changesRule', { n: frozen.ballotChanges })}</View>
    </>
  );
};

/** The rules by which a matter will be decided from its submission to its end, whatever is set later. */
export const FrozenRules = ({ assembly, rules }: FrozenRulesProps) => {
  const t = useT();
  const frozen = freezeRules(fourTwo, assembly, rules);
  return frozen.ok ? <Stages frozen={frozen.value} /> : <Notice tone="brick">{t('chair.rulesOutside')}</Notice>;
};
