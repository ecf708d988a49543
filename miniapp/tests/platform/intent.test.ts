import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiError } from '@/platform/api-error';
import { createIntent } from '@/platform/intent';
import { castVote } from '../support/endpoints';
import { refusal, serve, type Seen } from '../support/server';

const ids = (seen: readonly Seen[]) => seen.map(({ header }) => header['idempotency-key']);
const yes = { params: { voteId: '1' }, body: { choice: 'yes' } } as never;
const no = { params: { voteId: '1' }, body: { choice: 'no' } } as never;
const ignore = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const settle = async <T>(promise: Promise<T>) => {
  const result = promise.then(
    (value) => ({ value, error: null }),
    (error: ApiError) => ({ value: null, error }),
  );
  await vi.runAllTimersAsync();
  return result;
};

describe('an intent', () => {
  it('keeps its command id over lost connections until the server answers', async () => {
    const seen = serve((_, index) => (index < 3 ? 'lost' : { status: 200, body: { receipt: 'r' } }));
    const retried = vi.fn();
    const { value } = await settle(createIntent(castVote)(yes, retried));
    expect(value).toEqual({ receipt: 'r' });
    expect(seen).toHaveLength(4);
    expect(new Set(ids(seen)).size).toBe(1);
    expect(ids(seen)[0]).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(retried).toHaveBeenCalledTimes(3);
  });

  it('keeps it when the person presses again after all attempts have failed', async () => {
    const seen = serve(() => 'lost');
    const intent = createIntent(castVote);
    const first = await settle(intent(yes, ignore));
    expect(first.error?.code).toBe('network-lost');
    await settle(intent(yes, ignore));
    expect(new Set(ids(seen)).size).toBe(1);
  });

  it('keeps it after a fault of the server, which may or may not have acted', async () => {
    const seen = serve((_, index) => (index === 0 ? { status: 500, body: '' } : { status: 200, body: {} }));
    const intent = createIntent(castVote);
    expect((await settle(intent(yes, ignore))).error?.code).toBe('server-fault');
    await settle(intent(yes, ignore));
    expect(new Set(ids(seen)).size).toBe(1);
  });

  it('takes a new id for other content, after an answer, and after a refusal', async () => {
    const seen = serve((_, index) => (index === 1 ? refusal(409, 'closed') : { status: 200, body: {} }));
    const intent = createIntent(castVote);
    await settle(intent(yes, ignore));
    expect((await settle(intent(no, ignore))).error?.code).toBe('closed');
    await settle(intent(no, ignore));
    expect(new Set(ids(seen)).size).toBe(3);
  });

  it('takes a new id for other content even when the first was never answered', async () => {
    const seen = serve(() => 'lost');
    const intent = createIntent(castVote);
    await settle(intent(yes, ignore));
    const before = seen.length;
    await settle(intent(no, ignore));
    expect(ids(seen)[before]).not.toBe(ids(seen)[0]);
  });

  it('joins a second tap to the first', async () => {
    const seen = serve(() => ({ status: 200, body: { receipt: 'r' } }));
    const intent = createIntent(castVote);
    const both = await settle(Promise.all([intent(yes, ignore), intent(yes, ignore)]));
    expect(both.value).toEqual([{ receipt: 'r' }, { receipt: 'r' }]);
    expect(seen).toHaveLength(1);
  });
});
