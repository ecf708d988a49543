import type { RollEntryView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/tag';

interface AttendanceRowProps {
  readonly entry: RollEntryView;
  readonly busy: boolean;
  readonly onMark?: (present: boolean) => void;
  readonly onExcuse?: () => void;
}

/** One person on the roll. Who has voted is present by the vote, and can neither be signed out nor excused. */
export const AttendanceRow = ({ entry, busy, onMark, onExcuse }: AttendanceRowProps) => {
  const t = useT();
  const { name, label, excused, present, voted, households, excuseReason } = entry;
  const details = [households > 0 ? t('deliberation.householdsOf', { n: households }) : '', excuseReason].filter(
    Boolean,
  );
  return (
    <View className="bd-row desk-attendance">
      <View className="bd-row-main">
        {label || name} {voted ? <Tag tone="bamboo">{t('deliberation.votedMark')}</Tag> : null}
        {excused ? <Tag>{t('deliberation.excusedMark')}</Tag> : null}
        {details.length === 0 ? null : <View className="bd-muted">{details.join(' · ')}</View>}
      </View>
      {excused || voted ? null : (
        <View className="desk-attendance-buttons">
          {onExcuse === undefined ? null : (
            <Button kind="plain" small label={t('chair.excuseTitle', { name })} disabled={busy} onPress={onExcuse}>
              {t('chair.excuse')}
            </Button>
          )}
          {onMark === undefined ? null : (
            <Button
              kind="outline"
              small
              disabled={busy}
              label={t(present ? 'chair.signOutOf' : 'chair.signInOf', { name })}
              onPress={() => onMark(!present)}
            >
              {t(present ? 'chair.signOut' : 'chair.signIn')}
            </Button>
          )}
        </View>
      )}
    </View>
  );
};
