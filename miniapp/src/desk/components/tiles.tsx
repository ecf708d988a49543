import { View } from '@tarojs/components';
import type { Tone } from '@/ui/tag';
import { cx } from '@/ui/cx';

export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly tone?: Tone | undefined;
  /** A long value takes two places. */
  readonly long?: boolean;
}

/** Numbers at a glance. */
export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }) => (
  <View className="desk-tiles">
    {tiles.map(({ name, value, tone, long }) => (
      <View key={name} className={cx('desk-tile', tone !== undefined && `is-${tone}`, long && 'is-long')}>
        <View className="desk-tile-value">{value}</View>
        <View className="desk-tile-name">{name}</View>
      </View>
    ))}
  </View>
);
