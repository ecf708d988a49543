import { View } from '@tarojs/components';
import { Children, type ReactNode } from 'react';

/** The actions at the foot of a page or sheet, side by side. */
export const FootButtons = ({ children }: { readonly children: ReactNode }) => (
  <View className="bd-foot-row">
    {Children.map(children, (child) => (child ? <View className="bd-foot-item">{child}</View> : null))}
  </View>
);
