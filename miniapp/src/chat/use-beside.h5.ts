import { useEffect, useState } from 'react';

const query = '(min-width: 1024px)';

/** Whether the list of groups has room beside a conversation; follows the window. */
export const useBeside = (): boolean => {
  const [beside, setBeside] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = () => setBeside(list.matches);
    update();
    list.addListener(update);
    return () => list.removeListener(update);
  }, []);
  return beside;
};
