import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import Vote from './pages/vote/index';
import { findDeviceReceipt, listDeviceReceipts } from './receipts-on-device';
import { useSession } from '@/platform/session';
import { buildHead, buildPage, buildPart, buildSession } from '../../tests/support/matter';
import { refusal, serve, type Answer, type Seen } from '../../tests/support/server';
import { kept, routerParams } from '../../tests/support/taro';

// Where it goes is asked of this one; and there is no socket: what it brings is tested with apply-reply.
const replaceWith = vi.hoisted(() => vi.fn());
vi.mock('@/platform/navigate', () => ({ go: vi.fn(), goBack: vi.fn(), replaceWith }));
vi.mock('@/platform/use-channel', () => ({ useChannel: () => undefined }));

const code = '7K2M-9QXA-0B4T-V3ND';

const signIn = () =>
  useSession.setState({
    tokens: { accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'acc' },
    me: {
      id: 'acc',
      name: '曹月玲',
      phone: null,
      privacy: { version: 1, agreed: 1, agreedAt: 0, phoneAgreedAt: null },
      communities: [{ communityId: 'c1', communityName: '枫林社区', residentId: 'r1', name: '曹月玲', roles: ['resident'] }],
    },
    communityId: 'c1',
  });

const isBallot = ({ method, url }: Seen) => method === 'POST' && url.endsWith('/ballots');
const sentBallots = (seen: readonly Seen[]) => seen.filter(isBallot);
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.data ?? 'null') as unknown;

const counted = (receipt = code): Answer => ({
  status: 200,
  body: { receipt, changed: false, events: [], cursor: 10, allowed: [], mine: [buildPart({ voted: true })] },
});

const show = (page: MatterPage, answer: (index: number) => Answer): Seen[] => {
  let ballots = 0;
  const seen = serve((asked) => (isBallot(asked) ? answer(ballots++) : { status: 200, body: page }));
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      <Vote />
    </SWRConfig>,
  );
  return seen;
};

const vote = async (choice: string) => {
  await userEvent.click(await screen.findByRole('radio', { name: new RegExp(choice) }));
  await userEvent.click(screen.getByRole('button', { name: `确认${choice}` }));
  await userEvent.click(screen.getByRole('button', { name: `确认${choice}，提交` }));
};

const secretPage = () =>
  buildPage({ head: buildHead({ secret: true }), sessions: [buildSession({ secret: true })] });

beforeEach(() => {
  Object.assign(routerParams, { matter: 'm1', session: 's1' });
  kept.clear();
  signIn();
});
afterEach(() => useSession.setState({ tokens: null, me: null, communityId: null }));

describe('voting', () => {
  it('asks once more, sends one command, and goes to the receipt', async () => {
    const seen = show(buildPage(), () => counted());
    await vote('反对');
    await vi.waitFor(() => expect(replaceWith).toHaveBeenCalled());
    expect(sentBallots(seen).map(bodyOf)).toEqual([{ choice: 'no' }]);
    expect(replaceWith).toHaveBeenCalledWith('/deliberation/pages/receipt/index', { matter: 'm1', session: 's1' });
  });

  it('sends nothing before the second confirmation', async () => {
    const seen = show(buildPage(), () => counted());
    await userEvent.click(await screen.findByRole('radio', { name: /弃权/ }));
    await userEvent.click(screen.getByRole('button', { name: '确认弃权' }));
    expect(sentBallots(seen)).toEqual([]);
  });

  it('repeats a lost ballot under the same id, so that it can only count once', async () => {
    const seen = show(buildPage(), (index) => (index === 0 ? 'lost' : counted()));
    await vote('同意');
    await vi.waitFor(() => expect(sentBallots(seen)).toHaveLength(2), 3000);
    const [first, second] = sentBallots(seen).map(({ header }) => header['idempotency-key']);
    expect(first).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(second).toBe(first);
  });

  it('says why it was refused and keeps the choice', async () => {
    show(buildPage(), () => refusal(409, 'session-closed'));
    await vote('同意');
    expect((await screen.findByText('不行')).isConnected).toBe(true);
    expect(screen.getByRole('radio', { name: /同意/ }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('a secret ballot', () => {
  it('keeps its receipt on this device only, without choice or time', async () => {
    show(secretPage(), () => counted());
    await vote('同意');
    await vi.waitFor(() => expect(findDeviceReceipt('s1')).toBe(code));
    expect(listDeviceReceipts()).toEqual([
      { sessionId: 's1', matterId: 'm1', matterTitle: '暖气改造', stageId: 'resolve', receipt: code },
    ]);
  });

  it('is not shown to another account on the same device', async () => {
    show(secretPage(), () => counted());
    await vote('同意');
    await vi.waitFor(() => expect(findDeviceReceipt('s1')).toBe(code));
    useSession.setState((s) => ({ tokens: s.tokens && { ...s.tokens, accountId: 'other' } }));
    expect(findDeviceReceipt('s1')).toBeNull();
  });

  it('offers no reason, which would tell whose ballot it is', async () => {
    show(secretPage(), () => counted());
    await userEvent.click(await screen.findByRole('radio', { name: /反对/ }));
    await userEvent.click(screen.getByRole('button', { name: '确认反对' }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is changed by the code that the voter types, where the device does not know it', async () => {
    const page = secretPage();
    const voted = { ...page, allowed: [{ action: 'change-ballot', subjectId: 's1' }], mine: [buildPart({ voted: true })] };
    const seen = show(voted, () => counted());
    await userEvent.click(await screen.findByRole('radio', { name: /反对/ }));
    expect(screen.getByRole('button', { name: '确认反对' })).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByRole('textbox', { name: '您的回执码' }), '7k2m 9qxa 0b4t v3nd');
    await userEvent.click(screen.getByRole('button', { name: '确认反对' }));
    await userEvent.click(screen.getByRole('button', { name: '确认反对，提交' }));
    await vi.waitFor(() => expect(sentBallots(seen).map(bodyOf)).toEqual([{ choice: 'no', receipt: code }]));
  });
});

it('somebody who is not on the roll is told so and gets no ballot', async () => {
  show(buildPage({}, { allowed: [], mine: [] }), () => counted());
  expect((await screen.findByText('您不在这次表决的应到名单里。')).isConnected).toBe(true);
  expect(screen.queryByRole('radio')).toBeNull();
});
