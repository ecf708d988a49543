import { useCallback, useState } from 'react';
import { useSession } from './session';
import { forget, readStored, store } from './storage';

export interface Kept<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Something typed earlier was found on the device. */
  readonly restored: boolean;
  /** The server has it: what was kept is dropped. With a value, the form goes on from there. */
  readonly settle: (next?: T) => void;
}

/**
 * A form whose content stays on the device until the server has it, so that a failed save, a closed tab or a phone call
 * loses nothing.
 * @param name one per form and subject
 */
export const useKept = <T extends object>(name: string, initial: T): Kept<T> => {
  const account = useSession((s) => s.me?.id ?? '');
  const key = `form.${account}.${name}`;
  const [found] = useState(() => readStored<Partial<T>>(key));
  const [value, setValue] = useState<T>(() => ({ ...initial, ...found }));
  const [restored, setRestored] = useState(found !== null);
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((now) => {
        const next = { ...now, ...part };
        store(key, next);
        return next;
      }),
    [key],
  );
  const settle = useCallback(
    (next?: T) => {
      forget(key);
      setRestored(false);
      if (next !== undefined) setValue(next);
    },
    [key],
  );
  return { value, change, restored, settle };
};
