import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Notices from '@/bulletin/pages/notices/index';
import { serve, type Seen } from '../support/server';
import { kept } from '../support/taro';
import { buildNotice, buildRow, signInAs, signOutAgain } from '../support/notice';

const requestConsent = vi.hoisted(() => vi.fn());
vi.mock('@/outreach/request-consent', () => ({ canAskConsent: true, requestConsent }));
vi.mock('@/platform/use-channel', () => ({ useChannel: () => undefined }));

const outreach = {
  choices: [{ category: 'notice', wechat: true, sms: true }],
  quotas: [{ template: 'notice', templateId: 'T', remaining: 0 }],
  sms: false,
  quiet: { fromHour: 22, untilHour: 7 },
};
const path = ({ url }: Seen) => url.split('/communities/c1')[1] ?? '';
const writes = (seen: readonly Seen[]) =>
  seen.filter(({ method }) => method !== 'GET').map((one) => [path(one), JSON.parse(one.data ?? 'null') as unknown]);

const show = () => {
  const seen = serve((asked) => {
    if (path(asked).startsWith('/me/outreach')) return { status: 200, body: outreach };
    if (asked.method === 'PUT') return { status: 200, body: buildNotice({ acknowledged: true }) };
    return { status: 200, body: { items: [buildRow()], next: null } };
  });
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      <Notices />
    </SWRConfig>,
  );
  return seen;
};
const acknowledge = async (seen: readonly Seen[]) => {
  const button = await screen.findByRole('button', { name: '我知道了: 周四停水' });
  await vi.waitFor(() => expect(seen.some((asked) => path(asked) === '/me/outreach')).toBe(true));
  // The answer arrives a moment after the question.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await userEvent.click(button);
  await vi.waitFor(() => expect(writes(seen).map(([where]) => where)).toContain('/notices/n1/acknowledgement'));
};

beforeEach(() => {
  kept.clear();
  requestConsent.mockReset();
  signInAs();
});
afterEach(signOutAgain);

it('asks for the next message in the tap itself, before anything is sent, and reports the answer', async () => {
  let sentBefore = -1;
  const seen = show();
  requestConsent.mockImplementation(async () => {
    sentBefore = writes(seen).length;
    return { T: 'accept' };
  });
  await acknowledge(seen);
  expect(requestConsent).toHaveBeenCalledWith(['T']);
  expect(sentBefore).toBe(0);
  await vi.waitFor(() =>
    expect(writes(seen)).toContainEqual(['/me/outreach/consents', { accepted: ['notice'], rejected: [] }]),
  );
});

it('does not ask again soon after a no', async () => {
  requestConsent.mockImplementation(async () => ({ T: 'reject' }));
  const first = show();
  await acknowledge(first);
  await vi.waitFor(() =>
    expect(writes(first)).toContainEqual(['/me/outreach/consents', { accepted: [], rejected: ['notice'] }]),
  );
  cleanup();
  const second = show();
  await acknowledge(second);
  expect(requestConsent).toHaveBeenCalledTimes(1);
});
