import './platform/polyfill';
import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { SWRConfig } from 'swr';
import { followGroups } from './chat/group-store';
import { resumeOutbox } from './chat/outbox';
import { loadMe } from './platform/account';
import { followDevice } from './platform/appearance';
import { signInSilently } from './platform/login';
import { useSession } from './platform/session';
import { prepareLanguage } from './platform/settings';
import { wakeSocket } from './platform/socket';
import { swrConfig } from './platform/swr-config';
import './app.scss';
import './ui/web-styles';

/** A start without network shows what is kept on the device; the pages fetch again when the network is back. */
const greet = async (): Promise<void> => {
  try {
    if (useSession.getState().tokens === null) await signInSilently();
    else await loadMe();
  } catch {
    // each page tells by itself what it could not load
  }
};

export default function App({ children }: PropsWithChildren) {
  // Also after a while in the background: roles, the text size and the network may have changed meanwhile.
  useDidShow(() => {
    followDevice();
    void prepareLanguage();
    wakeSocket();
    followGroups();
    resumeOutbox();
    void greet();
  });
  return <SWRConfig value={swrConfig}>{children}</SWRConfig>;
}
