import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { cx } from './cx';
import type { Tone } from './tag';

/** A remark in the flow of a page: why something is closed, what happens next. `live`: it is read out when it appears. */
export const Notice = (props: { readonly tone?: Tone; readonly live?: boolean; readonly children: ReactNode }) => (
  <View
    className={cx('bd-notice', `is-${props.tone ?? 'slate'}`)}
    {...aria(props.live === true ? { role: 'status', live: 'polite' } : {})}
  >
    <View>{props.children}</View>
  </View>
);
