import { beforeEach, describe, expect, it, vi } from 'vitest';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { ApiError } from '@/platform/api-error';
import { call } from '@/platform/request';
import { store } from '@/platform/storage';
import { endSession, keepTokens, useSession } from '@/platform/session';
import { readVote } from '../support/endpoints';
import { refusal, serve } from '../support/server';

const tokens = (n: number) => ({
  accessToken: `access-${n}`,
  accessExpiresAt: 0,
  refreshToken: `refresh-${n}`,
  refreshExpiresAt: 0,
  accountId: 'me',
});
const input = { params: { voteId: 'v 1' } };

beforeEach(() => {
  endSession();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const settle = async <T>(promise: Promise<T>): Promise<T> => {
  const guarded = promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.runAllTimersAsync();
  const result = await guarded;
  if ('error' in result) throw result.error;
  return result.value;
};

describe('call', () => {
  it('fills and encodes the path, and carries the token', async () => {
    keepTokens(tokens(1));
    const seen = serve(() => ({ status: 200, body: { yes: 3 } }));
    await expect(settle(call(readVote, input))).resolves.toEqual({ yes: 3 });
    expect(seen[0]?.url).toBe('http://server.test/api/votes/v%201');
    expect(seen[0]?.header['authorization']).toBe('Bearer access-1');
  });

  it('refreshes once for many expired calls, and repeats each with the new token', async () => {
    keepTokens(tokens(1));
    const seen = serve(({ url, header }) => {
      if (url.endsWith('/api/auth/refresh')) return { status: 200, body: tokens(2) };
      return header['authorization'] === 'Bearer access-2' ? { status: 200, body: {} } : refusal(401, 'token-expired');
    });
    await settle(Promise.all([call(readVote, input), call(readVote, input), call(platformApi.me, {})]));
    expect(seen.filter(({ url }) => url.endsWith('/refresh'))).toHaveLength(1);
    expect(seen).toHaveLength(7);
    expect(useSession.getState().tokens?.refreshToken).toBe('refresh-2');
  });

  it('renews under a command id, and under the same one after an answer was lost', async () => {
    keepTokens(tokens(1));
    let renewals = 0;
    const seen = serve(({ url, header }) => {
      if (url.endsWith('/api/auth/refresh')) return renewals++ === 0 ? 'lost' : { status: 200, body: tokens(2) };
      return header['authorization'] === 'Bearer access-2' ? { status: 200, body: {} } : refusal(401, 'token-expired');
    });
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ status: 401 });
    await settle(call(readVote, input));
    const ids = seen.filter(({ url }) => url.endsWith('/refresh')).map(({ header }) => header['idempotency-key']);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('takes over what another tab has refreshed, instead of using the old token a second time', async () => {
    keepTokens(tokens(1));
    store('tokens', tokens(2));
    const seen = serve(({ header }) =>
      header['authorization'] === 'Bearer access-2' ? { status: 200, body: {} } : refusal(401, 'token-expired'),
    );
    await settle(call(readVote, input));
    expect(seen.map(({ header }) => header['authorization'])).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(useSession.getState().tokens?.refreshToken).toBe('refresh-2');
  });

  it('waits for a tab that is renewing in the same instant, and takes over what it got', async () => {
    keepTokens(tokens(1));
    const request = vi.fn(async (_name: string, run: () => Promise<unknown>) => {
      store('tokens', tokens(2));
      return run();
    });
    vi.stubGlobal('navigator', { locks: { request } });
    const seen = serve(({ header }) =>
      header['authorization'] === 'Bearer access-2' ? { status: 200, body: {} } : refusal(401, 'token-expired'),
    );
    await settle(Promise.all([call(readVote, input), call(readVote, input)]));
    vi.unstubAllGlobals();
    expect(request).toHaveBeenCalledTimes(1);
    expect(seen.some(({ url }) => url.endsWith('/refresh'))).toBe(false);
    expect(useSession.getState().tokens?.refreshToken).toBe('refresh-2');
  });

  it('gives up after one refresh when the new token is refused as well', async () => {
    keepTokens(tokens(1));
    const seen = serve(({ url }) =>
      url.endsWith('/refresh') ? { status: 200, body: tokens(2) } : refusal(401, 'token-revoked'),
    );
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ code: 'token-revoked', status: 401 });
    expect(seen).toHaveLength(3);
  });

  it('ends the session when the refresh token is refused, and keeps it when the network is lost', async () => {
    keepTokens(tokens(1));
    serve(({ url }) => (url.endsWith('/refresh') ? 'lost' : refusal(401, 'token-expired')));
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ code: 'token-expired' });
    expect(useSession.getState().tokens).not.toBeNull();
    serve(() => refusal(401, 'token-revoked'));
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ code: 'token-revoked' });
    expect(useSession.getState().tokens).toBeNull();
  });

  it('repeats a read over a lost connection, and tells of it after the last attempt', async () => {
    serve((_, index) => (index < 2 ? 'lost' : { status: 200, body: 'there' }));
    await expect(settle(call(readVote, input))).resolves.toBe('there');
    const seen = serve(() => 'lost');
    const error: unknown = await settle(call(readVote, input)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'network-lost', status: 0, undecided: true });
    expect(seen).toHaveLength(3);
  });

  it('never repeats a refusal', async () => {
    const seen = serve(() => refusal(404, 'not-found'));
    const error = (await settle(call(readVote, input)).catch((e: unknown) => e)) as ApiError;
    expect(error.code).toBe('not-found');
    expect([error.text('zh-CN'), error.text('en')]).toEqual(['不行', 'No']);
    expect(seen).toHaveLength(1);
  });

  it('calls an answer without an error table a fault, not a refusal', async () => {
    serve(() => ({ status: 500, body: '<html>' }));
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ code: 'server-fault', undecided: true });
    serve(() => ({ status: 418, body: '<html>' }));
    await expect(settle(call(readVote, input))).rejects.toMatchObject({ code: 'unknown-reply', undecided: false });
  });
});
