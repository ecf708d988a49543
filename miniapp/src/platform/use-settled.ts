import { useEffect, useState } from 'react';

/** A value once it has not changed for a moment: a search is not sent for every letter. */
export const useSettled = <T>(value: T, ms = 350): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};
