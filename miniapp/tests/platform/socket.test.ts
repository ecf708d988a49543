import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { endSession, keepTokens } from '@/platform/session';
import { subscribe } from '@/platform/socket';

/** A WebSocket whose other end is the test. */
class FakeSocket {
  static readonly all: FakeSocket[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: () => void = () => undefined;
  readonly sent: unknown[] = [];
  closed = false;

  constructor(readonly url: string, readonly protocols: string[]) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
    this.onclose();
  }
  say(...items: unknown[]) {
    this.onmessage({ data: JSON.stringify(items) });
  }
}

const latest = (): FakeSocket => {
  const socket = FakeSocket.all.at(-1);
  if (socket === undefined) throw new Error('no socket was opened');
  return socket;
};
const event = (seq: number, channel = 'c/matter:1'): ChannelEvent => ({ channel, seq, type: 'session', data: seq });
const listen = () => {
  const seen: number[] = [];
  const gaps: string[] = [];
  return { seen, gaps, onEvents: (events: readonly ChannelEvent[]) => void seen.push(...events.map((e) => e.seq)), onGap: () => void gaps.push('gap') };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.all.length = 0;
  keepTokens({ accessToken: 'access', accessExpiresAt: 0, refreshToken: 'refresh', refreshExpiresAt: 0, accountId: 'me' });
  return () => {
    endSession();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

describe('the socket', () => {
  it('carries the token as subprotocol and never in the address', () => {
    subscribe('c/matter:1', 4, listen());
    vi.runOnlyPendingTimers();
    expect(latest().protocols).toEqual(['bandeng', 'access']);
    expect(latest().url).not.toContain('access');
    latest().onopen();
    expect(latest().sent).toEqual([{ subscribe: { 'c/matter:1': 4 } }]);
  });

  it('resumes from the last sequence after the connection was lost, and never repeats an event', () => {
    const listener = listen();
    subscribe('c/matter:1', 0, listener);
    vi.runOnlyPendingTimers();
    const first = latest();
    first.onopen();
    first.say(event(1), event(2));
    first.onclose();
    vi.advanceTimersByTime(60_000);
    expect(latest()).not.toBe(first);
    latest().onopen();
    expect(latest().sent).toEqual([{ subscribe: { 'c/matter:1': 2 } }]);
    latest().say(event(2), event(3));
    expect(listener.seen).toEqual([1, 2, 3]);
  });

  it('waits longer after each failure', () => {
    subscribe('c/matter:1', 0, listen());
    vi.runOnlyPendingTimers();
    const opened: number[] = [];
    for (let i = 0; i < 4; i++) {
      latest().onclose();
      const before = FakeSocket.all.length;
      let waited = 0;
      while (FakeSocket.all.length === before) {
        vi.advanceTimersByTime(500);
        waited += 500;
      }
      opened.push(waited);
    }
    expect(opened).toEqual([...opened].sort((a, b) => a - b));
    expect(opened[3]).toBeGreaterThan(opened[0] ?? 0);
  });

  it('tells of a gap and goes on from where the server says', () => {
    const listener = listen();
    subscribe('c/matter:1', 3, listener);
    vi.runOnlyPendingTimers();
    latest().onopen();
    latest().say({ channel: 'c/matter:1', tooFar: true, seq: 90 });
    latest().say(event(90), event(91));
    expect(listener.gaps).toEqual(['gap']);
    expect(listener.seen).toEqual([91]);
  });

  it('gives a newcomer its past without repeating it to the others', () => {
    const [old, young] = [listen(), listen()];
    subscribe('c/matter:1', 0, old);
    vi.runOnlyPendingTimers();
    latest().onopen();
    latest().say(event(1), event(2));
    subscribe('c/matter:1', 1, young);
    expect(latest().sent.at(-1)).toEqual({ subscribe: { 'c/matter:1': 1 } });
    latest().say(event(2), event(3));
    expect([old.seen, young.seen]).toEqual([[1, 2, 3], [2, 3]]);
  });

  it('is closed when nobody listens any more, and when the person leaves', () => {
    const stop = subscribe('c/matter:1', 0, listen());
    vi.runOnlyPendingTimers();
    latest().onopen();
    stop();
    expect(latest().sent.at(-1)).toEqual({ unsubscribe: ['c/matter:1'] });
    expect(latest().closed).toBe(true);
    subscribe('c/matter:2', 0, listen());
    vi.runOnlyPendingTimers();
    endSession();
    expect(latest().closed).toBe(true);
    const count = FakeSocket.all.length;
    vi.advanceTimersByTime(120_000);
    expect(FakeSocket.all).toHaveLength(count);
  });
});
