import Taro from '@tarojs/taro';
import { socketPath } from '@bandeng/shared/platform/realtime.ts';
import type { Link, LinkEvents } from './socket-link.h5';

export const openLink = (token: string, { onOpen, onText, onEnd }: LinkEvents): Link => {
  let task: Taro.SocketTask | null = null;
  let ended = false;
  const end = () => {
    if (!ended) onEnd();
    ended = true;
  };
  Taro.connectSocket({
    url: API_BASE.replace(/^http/, 'ws') + socketPath,
    header: { authorization: `Bearer ${token}` },
  }).then((opened) => {
    task = opened;
    if (ended) return task.close({});
    task.onOpen(onOpen);
    task.onMessage(({ data }: { data: unknown }) => {
      if (typeof data === 'string') onText(data);
    });
    task.onClose(end);
    task.onError(end);
  }, end);
  return {
    send: (text) => task?.send({ data: text }),
    close: () => {
      end();
      task?.close({});
    },
  };
};
