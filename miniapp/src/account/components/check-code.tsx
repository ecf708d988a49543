import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';

/** The digits that the web page and the phone show alike. */
export const CheckCode = ({ code }: { readonly code: string }) => {
  const t = useT();
  return (
    <View className="bd-centre">
      {t('account.confirmCode')} <View className="bd-strong bd-num">{code}</View>
    </View>
  );
};
