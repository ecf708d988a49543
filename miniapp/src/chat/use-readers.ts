import { useDidHide, useDidShow } from '@tarojs/taro';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { useEffect, useState } from 'react';
import { call } from '@/platform/request';

const everyMs = 20_000;

export interface Readers {
  readonly seq: number;
  readonly read: number;
  readonly of: number;
}

/** How many have read my newest message; asked gently while the page is shown. */
export const useReaders = (communityId: string, groupId: string, seq: number | null): Readers | null => {
  const [readers, setReaders] = useState<Readers | null>(null);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (seq === null || !shown) return;
    let current = true;
    const ask = () =>
      void call(chatApi.countReaders, { params: { communityId, groupId, messageSeq: String(seq) } }).then(
        (reply) => {
          if (current) setReaders({ seq, ...reply });
        },
        () => undefined,
      );
    const first = setTimeout(ask, 1500);
    const timer = setInterval(ask, everyMs);
    return () => {
      current = false;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [communityId, groupId, seq, shown]);
  return readers?.seq === seq ? readers : null;
};
