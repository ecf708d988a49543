import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { changeSettings, useSettings } from '@/platform/settings';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/checks';

/** Large text, appearance, language: they hold on this device and take effect at once. */
export const SettingsCard = () => {
  const t = useT();
  const { text, theme, language } = useSettings();
  return (
    <View className="bd-card">
      <Switch
        label={t('account.largeText')}
        detail={t('account.largeTextHint')}
        value={text === 'large'}
        onChange={(on) => changeSettings({ text: on ? 'large' : 'system' })}
      />
      <Select
        label={t('account.theme')}
        value={theme}
        choices={[
          { value: 'system', text: t('account.themeSystem') },
          { value: 'light', text: t('account.themeLight') },
          { value: 'dark', text: t('account.themeDark') },
        ]}
        onChange={(next) => changeSettings({ theme: next })}
      />
      <Select
        label={t('account.language')}
        value={language}
        choices={[
          { value: 'zh-CN', text: t('account.languageZh') },
          { value: 'en', text: t('account.languageEn') },
        ]}
        onChange={(next) => changeSettings({ language: next })}
      />
    </View>
  );
};
