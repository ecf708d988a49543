import { Text, View } from '@tarojs/components';

export default function Index() {
  return <View aria-label="x" aria-role="button"><Text>hello</Text></View>;
}
