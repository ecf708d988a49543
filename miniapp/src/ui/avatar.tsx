import { View } from '@tarojs/components';
import { aria } from './aria';

/** The first character of a name; the name itself stands beside it. */
export const Avatar = ({ name }: { readonly name: string }) => (
  <View className="bd-avatar" {...aria({ hidden: true })}>
    {Array.from(name)[0] ?? ''}
  </View>
);
