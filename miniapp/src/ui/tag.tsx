import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx';

/** brick: asks something of you; bamboo: consent, done; slate: the other side, neutral; amber: money. */
export type Tone = 'brick' | 'bamboo' | 'slate' | 'amber';

export const Tag = ({ tone = 'slate', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <Text className={cx('bd-tag', `is-${tone}`)}>{children}</Text>
);
