import { View } from '@tarojs/components';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';

const parts = [
  { title: 'privacy.who', points: ['privacy.who1'] },
  { title: 'privacy.what', points: ['privacy.what1', 'privacy.what2', 'privacy.what3', 'privacy.what4', 'privacy.what5'] },
  { title: 'privacy.given', points: ['privacy.given1', 'privacy.given2', 'privacy.given3'] },
  { title: 'privacy.keep', points: ['privacy.keep1'] },
  { title: 'privacy.rights', points: ['privacy.rights1', 'privacy.rights2', 'privacy.rights3'] },
] as const;

/** What people agree to, as this build words it. */
export const PrivacyText = () => {
  const t = useT();
  return (
    <>
      <Card>
        <View>{t('privacy.lead')}</View>
      </Card>
      {parts.map(({ title, points }) => (
        <Card key={title} title={t(title)}>
          {points.map((point) => (
            <View key={point} className="dl-point">
              {t(point)}
            </View>
          ))}
        </Card>
      ))}
      <View className="bd-muted">{t('privacy.version', { n: privacyVersion })}</View>
    </>
  );
};
