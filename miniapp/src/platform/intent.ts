import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ApiError } from './api-error';
import { makeCommandId } from './command-id';
import { call, type AnyEndpoint, type CallInput } from './request';
import { wait } from './wait';

/** Carries out an intent; `onRetry` is called before each repetition. Throws ApiError when it is refused or given up. */
export type Intent<E extends AnyEndpoint> = (input: CallInput<E>, onRetry: () => void) => Promise<Reply<E>>;

/** Pauses between attempts while no answer comes; about half a minute in all, then the person decides. */
const pauses = [600, 1500, 3000, 6000, 12_000];

const goesOn = (error: ApiError): boolean =>
  error.status === 0 || error.status === 429 || error.status === 502 || error.status === 503 || error.status === 504;

/**
 * Keeps the command id of an intent. The same content sent again before the server has decided is the same intent;
 * an answer of the server, or other content, ends it. A second tap meanwhile joins the first.
 */
export const createIntent = <E extends AnyEndpoint>(endpoint: E): Intent<E> => {
  let open: { content: string; id: Promise<string> } | null = null;
  let running: { content: string; result: Promise<Reply<E>> } | null = null;

  const attempt = async (input: CallInput<E>, content: string, onRetry: () => void): Promise<Reply<E>> => {
    if (open?.content !== content) open = { content, id: makeCommandId() };
    const id = await open.id;
    for (let round = 0; ; round++) {
      try {
        const reply = await call(endpoint, input, id);
        open = null;
        return reply;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const pause = pauses[round];
        if (goesOn(error) && pause !== undefined) {
          onRetry();
          await wait(pause);
          continue;
        }
        if (!error.undecided && error.status !== 429) open = null;
        throw error;
      }
    }
  };

  return async (input, onRetry) => {
    const content = JSON.stringify(input);
    while (running !== null) {
      if (running.content === content) return running.result;
      await running.result.catch(() => undefined);
    }
    const result = attempt(input, content, onRetry).finally(() => {
      running = null;
    });
    running = { content, result };
    return result;
  };
};
