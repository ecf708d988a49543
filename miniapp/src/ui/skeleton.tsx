import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import { aria } from './aria';

/** The shape of what is coming. */
export const Skeleton = ({ cards = 3 }: { readonly cards?: number }) => {
  const t = useT();
  return (
    <View {...aria({ role: 'status', label: t('ui.loading') })}>
      {Array.from({ length: cards }, (_, i) => (
        <View key={i} className="bd-card" {...aria({ hidden: true })}>
          <View className="bd-bone is-short" />
          <View className="bd-bone is-long" />
          <View className="bd-bone" />
        </View>
      ))}
    </View>
  );
};
