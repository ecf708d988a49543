import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { ProgressBar } from '@/ui/bar';
import { Card } from '@/ui/card';

/** How far the writing has come. It goes on when the page is left. */
export const ImportProgress = ({ register }: { readonly register: RegisterImport }) => {
  const t = useT();
  const { done, total } = register.progress;
  const words = t('register.progress', { done: formatCount(done), total: formatCount(total) });
  return (
    <Card title={t('register.running')}>
      <View {...aria({ role: 'status', live: 'polite' })}>
        <ProgressBar part={done} whole={total} tone="bamboo" label={words} />
        <View className="bd-gap" />
        <View className="bd-num">{words}</View>
        <View className="bd-muted">{t('register.runningHint')}</View>
      </View>
    </Card>
  );
};
