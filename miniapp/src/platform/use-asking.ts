import { useState } from 'react';
import { ApiError } from './api-error';

interface Asking {
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** Runs what a person asked for with a button; a refusal or a lost connection becomes `error`, a bug throws. */
  readonly ask: (work: () => Promise<void>) => Promise<void>;
}

/** Reads that are not shown as a page but asked for: a check, a file to hand over. Writes go through `useCommand`. */
export const useAsking = (): Asking => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const ask = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, ask };
};
