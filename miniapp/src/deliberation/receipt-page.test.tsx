import { render, screen } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MatterPage, OutcomeView } from '@bandeng/shared/deliberation/schemas.ts';
import Receipt from './pages/receipt/index';
import { keepDeviceReceipt } from './receipts-on-device';
import { useSession } from '@/platform/session';
import { buildPage, buildPart, buildSession } from '../../tests/support/matter';
import { serve } from '../../tests/support/server';
import { kept, routerParams } from '../../tests/support/taro';

// There is no socket here.
vi.mock('@/platform/use-channel', () => ({ useChannel: () => undefined }));

const code = '7K2M-9QXA-0B4T-V3ND';
const outcome: OutcomeView = {
  result: 'passed',
  due: 60,
  excused: 0,
  present: 44,
  cast: 44,
  yes: 40,
  no: 3,
  abstain: 1,
  quorumNeeded: 40,
  quorumMet: true,
  passNeeded: 23,
  passMet: true,
};

const show = (page: MatterPage, published: readonly string[] = []) => {
  serve(({ url }) =>
    url.includes('/receipts')
      ? { status: 200, body: { items: published.map((receipt) => ({ receipt, choice: 'no', channel: null })), next: null } }
      : { status: 200, body: page },
  );
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      <Receipt />
    </SWRConfig>,
  );
};

const voted = (secret: boolean, closed: boolean, receipt: string | null): MatterPage =>
  buildPage(
    { sessions: [buildSession({ secret, ...(closed ? { status: 'passed', outcome } : {}) })] },
    { allowed: [], mine: [buildPart({ voted: true, receipt })] },
  );

beforeEach(() => {
  Object.assign(routerParams, { matter: 'm1', session: 's1' });
  kept.clear();
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
});
afterEach(() => useSession.setState({ tokens: null, me: null, communityId: null }));

const keep = () =>
  keepDeviceReceipt({ sessionId: 's1', matterId: 'm1', matterTitle: '暖气改造', stageId: 'resolve', receipt: code });

it('shows the code of an open ballot as the server knows it', async () => {
  show(voted(false, false, code));
  expect((await screen.findByText(code)).isConnected).toBe(true);
  expect(screen.queryByText(/无记名表决。回执码只保存在/)).toBeNull();
});

it('shows the code of a secret ballot from this device, and says that it is nowhere else', async () => {
  keep();
  show(voted(true, false, null));
  expect((await screen.findByText(code)).isConnected).toBe(true);
  expect(screen.getByText(/我们也不知道它是谁的/).isConnected).toBe(true);
});

it('says so when a secret ballot was cast on another device', async () => {
  show(voted(true, false, null));
  expect((await screen.findByText(/没有这次投票的回执码/)).isConnected).toBe(true);
  expect(screen.queryByText(code)).toBeNull();
});

it('finds the ballot in the published list after the count', async () => {
  keep();
  show(voted(true, true, null), [code]);
  expect((await screen.findByText('✓ 您的票已计入：反对')).isConnected).toBe(true);
});

it('raises the alarm when the published list does not hold it', async () => {
  keep();
  show(voted(true, true, null), []);
  expect((await screen.findByText(/公布的名单里没有这个回执码/)).isConnected).toBe(true);
});
