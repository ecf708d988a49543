import type { PropsWithChildren } from 'react';
import { fillPath } from '@bandeng/shared/kernel/api.ts';

export default function App({ children }: PropsWithChildren) {
  console.log(fillPath('/a/:b', { b: 'x' }));
  return children;
}
