import { View } from '@tarojs/components';
import { aria } from './aria';
import { Button } from './button';

interface EmptyStateProps {
  readonly title: string;
  /** What to do, or when something will be here. */
  readonly hint?: string | undefined;
  readonly action?: { readonly text: string; readonly onPress: () => void } | undefined;
}

export const EmptyState = ({ title, hint, action }: EmptyStateProps) => (
  <View className="bd-empty">
    <View className="bd-empty-stool" {...aria({ hidden: true })}>
      <View className="bd-empty-leg is-left" />
      <View className="bd-empty-leg is-right" />
      <View className="bd-empty-seat" />
    </View>
    <View className="bd-empty-title">{title}</View>
    {hint === undefined ? null : <View>{hint}</View>}
    {action === undefined ? null : (
      <View className="bd-empty-action">
        <Button onPress={action.onPress}>{action.text}</Button>
      </View>
    )}
  </View>
);
