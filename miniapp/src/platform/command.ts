import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ApiError } from './api-error';
import { createIntent, type Intent } from './intent';
import type { AnyEndpoint, CallInput } from './request';

export type Outcome<T> = { readonly ok: true; readonly reply: T } | { readonly ok: false; readonly error: ApiError };

export interface Command<E extends AnyEndpoint> {
  /** Carries out one intent. Refusals and lost connections come back as values; nothing is thrown but bugs. */
  readonly run: (input: CallInput<E>) => Promise<Outcome<Reply<E>>>;
  /** From the tap until the server has answered or the attempts are used up. */
  readonly busy: boolean;
  /** The connection was lost and the command is being sent again. */
  readonly retrying: boolean;
  readonly error: ApiError | null;
  readonly clearError: () => void;
}

/**
 * A write, safe on a bad network: one intent keeps one command id until the server has answered it, so repeating it
 * (by itself, or by the person pressing again) never doubles it.
 */
export const useCommand = <E extends AnyEndpoint>(endpoint: E): Command<E> => {
  const [state, setState] = useState<{ busy: boolean; retrying: boolean; error: ApiError | null }>({
    busy: false,
    retrying: false,
    error: null,
  });
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const intent = useRef<Intent<E> | null>(null);

  const run = useCallback(
    async (input: CallInput<E>): Promise<Outcome<Reply<E>>> => {
      const show = (next: typeof state) => {
        if (mounted.current) setState(next);
      };
      intent.current ??= createIntent(endpoint);
      show({ busy: true, retrying: false, error: null });
      try {
        const reply = await intent.current(input, () => show({ busy: true, retrying: true, error: null }));
        show({ busy: false, retrying: false, error: null });
        return { ok: true, reply };
      } catch (error) {
        if (!(error instanceof ApiError)) {
          show({ busy: false, retrying: false, error: null });
          throw error;
        }
        show({ busy: false, retrying: false, error });
        return { ok: false, error };
      }
    },
    [endpoint],
  );

  const clearError = useCallback(() => setState((s) => ({ ...s, error: null })), []);
  return { run, ...state, clearError };
};
