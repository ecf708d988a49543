import { useCallback } from 'react';
import { useSettings } from '../platform/settings';
import { translate, type Key, type Values } from './translate';

/** The text of a key in the reader's language, now. In components take `useT`, which renders again when it changes. */
export const t = <K extends Key>(key: K, ...values: Values<K>): string =>
  translate(useSettings.getState().shown, key, ...values);

export type Translate = typeof t;

export const useT = (): Translate => {
  const shown = useSettings((s) => s.shown);
  return useCallback(<K extends Key>(key: K, ...values: Values<K>) => translate(shown, key, ...values), [shown]);
};
