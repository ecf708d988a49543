import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface Pair {
  readonly name: string;
  readonly value: ReactNode;
}

/** Facts by name: 预算 920,000.00 元. */
export const Pairs = ({ pairs }: { readonly pairs: readonly (Pair | null)[] }) => (
  <View className="dl-pairs">
    {pairs.map((pair) =>
      pair === null ? null : (
        <View key={pair.name} className="bd-pair">
          <View className="bd-pair-name">{pair.name}</View>
          <View className="bd-pair-value">{pair.value}</View>
        </View>
      ),
    )}
  </View>
);
