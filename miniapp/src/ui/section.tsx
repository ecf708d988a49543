import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

/** A heading between cards, with a short remark or a link at its end. */
export const Section = ({ title, extra }: { readonly title: string; readonly extra?: ReactNode }) => (
  <View className="bd-section">
    <View {...aria({ role: 'heading', level: 2 })}>{title}</View>
    {extra === undefined ? null : <View className="bd-muted">{extra}</View>}
  </View>
);
