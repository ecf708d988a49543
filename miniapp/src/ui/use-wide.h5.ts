import { useEffect, useState } from 'react';

const query = '(min-width: 900px)';

/** Whether there is a desk's width; follows the window. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = () => setWide(list.matches);
    update();
    list.addListener(update);
    return () => list.removeListener(update);
  }, []);
  return wide;
};
