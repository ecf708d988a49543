import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endSession, useSession } from '@/platform/session';
import { findFile, keepFile } from './kept-file';
import { forgetPosted, post, resumeOutbox, useOutbox } from './outbox';
import type { Outgoing } from './send-queue';
import { serve, type Seen } from '../../tests/support/server';
import { kept } from '../../tests/support/taro';

const outgoing = (sentAs: string, more: Partial<Outgoing> = {}): Outgoing => ({
  sentAs, communityId: 'c1', groupId: 'g1', kind: 'text', text: sentAs, file: null, card: null, quote: null, mentions: [], mentionsAll: false,
  at: 0, state: 'waiting', since: Date.now(), lost: 0, notBefore: 0, why: null, held: null, ...more,
});
const signIn = (accountId: string) =>
  useSession.setState({ tokens: { accessToken: accountId, accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId } });
const sends = (seen: readonly Seen[]) => seen.map(({ header }) => header['idempotency-key']);
const states = () => useOutbox.getState().queue.map(({ sentAs, state }) => [sentAs, state]);
const answered = { status: 200, body: { message: {}, held: null } };

beforeEach(() => {
  kept.clear();
  signIn('wang');
});
afterEach(() => endSession());

describe('the outbox of an account', () => {
  it('sends one after the other and in order', async () => {
    const seen = serve(() => answered);
    ['command-1', 'command-2', 'command-3'].forEach((id) => post(outgoing(id)));
    await waitFor(() => expect(states()).toEqual([['command-1', 'sent'], ['command-2', 'sent'], ['command-3', 'sent']]));
    expect(sends(seen)).toEqual(['command-1', 'command-2', 'command-3']);
  });

  it('goes on after a restart under the same id, and keeps it from another account of the device', async () => {
    const lost = serve(() => 'lost');
    post(outgoing('command-1'));
    await waitFor(() => expect(lost.length).toBeGreaterThan(0));
    endSession();
    expect(states()).toEqual([]);
    signIn('li');
    resumeOutbox();
    expect(states()).toEqual([]);
    endSession();
    const seen = serve(() => answered);
    signIn('wang');
    resumeOutbox();
    await waitFor(() => expect(states()).toEqual([['command-1', 'sent']]));
    expect(sends(seen)).toEqual(['command-1']);
  });

  it('shows a message that waits for a moderator as such, and goes on behind it', async () => {
    const held = { id: 'held-1', reason: 'words' };
    serve(({ header }) => (header['idempotency-key'] === 'command-1' ? { status: 200, body: { message: null, held } } : answered));
    post(outgoing('command-1'));
    post(outgoing('command-2'));
    await waitFor(() => expect(states()).toEqual([['command-1', 'held'], ['command-2', 'sent']]));
    forgetPosted(['command-1', 'command-2']);
    expect(states()).toEqual([]);
  });

  it('says that a file is gone instead of sending nothing', async () => {
    const seen = serve(() => answered);
    const file = { uploadAs: 'upload-1', name: 'a.jpg', size: 1, durationMs: null, fileId: null };
    post(outgoing('command-1', { kind: 'image', text: '', file }));
    await waitFor(() => expect(states()).toEqual([['command-1', 'failed']]));
    expect(useOutbox.getState().queue[0]?.why?.zh).toContain('已不在本机');
    expect(seen).toEqual([]);
  });

  it('finds a file again as long as it is kept', async () => {
    const file = { name: 'a.jpg', size: 1, source: new File(['x'], 'a.jpg') };
    await keepFile('upload-2', file);
    expect(await findFile('upload-2')).toEqual(file);
    expect(await findFile('upload-3')).toBeNull();
  });
});
