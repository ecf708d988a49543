import { platformApi } from '@bandeng/shared/platform/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { useCallback, useEffect, useState } from 'react';
import { enter } from '../platform/account';
import { ApiError } from '../platform/api-error';
import { makeCommandId } from '../platform/command-id';
import { call } from '../platform/request';
import { wait } from '../platform/wait';
import { leaveLogin } from './after-sign-in';

type Ticket = Reply<typeof platformApi.startWebLogin>;

const pollEvery = 2000;

/**
 * Asks for a ticket and polls until the phone has confirmed it. A lost connection is waited out; only the server's
 * word ends the ticket.
 */
export const useWebLogin = () => {
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [expired, setExpired] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [round, setRound] = useState(0);
  const renew = useCallback(() => setRound((n) => n + 1), []);

  useEffect(() => {
    let current = true;
    const poll = async ({ id, pollSecret }: Ticket) => {
      while (current) {
        await wait(pollEvery);
        if (!current) return;
        try {
          const input = { params: { webLoginId: id }, body: { pollSecret } };
          const { signedIn } = await call(platformApi.pollWebLogin, input, await makeCommandId());
          if (signedIn === null || !current) continue;
          await enter(signedIn);
          return leaveLogin();
        } catch (reason) {
          if (!(reason instanceof ApiError)) throw reason;
          if (!reason.undecided && reason.status !== 429) return setExpired(true);
        }
      }
    };
    const start = async () => {
      setTicket(null);
      setExpired(false);
      setError(null);
      try {
        const fresh = await call(platformApi.startWebLogin, {}, await makeCommandId());
        if (!current) return;
        setTicket(fresh);
        await poll(fresh);
      } catch (reason) {
        if (!(reason instanceof ApiError)) throw reason;
        if (current) setError(reason);
      }
    };
    void start();
    return () => {
      current = false;
    };
  }, [round]);

  return { ticket, expired, error, renew };
};
