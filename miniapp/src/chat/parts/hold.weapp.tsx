import { View } from '@tarojs/components';
import type { HoldProps } from './hold-props';

/** WeChat gives no tap after a long press by itself. */
export const Hold = ({ className, id, onHold, children }: HoldProps) => (
  <View
    {...(id === undefined ? {} : { id })}
    {...(className === undefined ? {} : { className })}
    {...(onHold === undefined ? {} : { onLongPress: onHold })}
  >
    {children}
  </View>
);
