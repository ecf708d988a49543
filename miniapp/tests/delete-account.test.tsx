import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeleteAccountCard } from '@/account/components/delete-account-card';
import { keepTokens, useSession } from '@/platform/session';
import { Overlays } from '@/ui/overlays';
import { refusal, serve } from './support/server';
import { kept } from './support/taro';

const show = () =>
  render(
    <>
      <DeleteAccountCard />
      <Overlays />
    </>,
  );
const press = (name: string, nth = 0) =>
  userEvent.click(screen.getAllByRole('button', { name })[nth] as HTMLElement);
const signedIn = () => useSession.getState().tokens !== null;

beforeEach(() => {
  kept.clear();
  keepTokens({ accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'me' });
});

describe('deleting the own account', () => {
  it('says what goes and what stays, asks, and then forgets the person on this device', async () => {
    const seen = serve(() => ({ status: 200, body: { done: true } }));
    show();
    expect(screen.getByText(/会删除：.*手机号/)).toBeTruthy();
    expect(screen.getByText(/依法保留：.*名册/)).toBeTruthy();
    await press('注销账号');
    expect(seen).toHaveLength(0);
    expect(screen.getByRole('alertdialog').textContent).toMatch(/会删除.*依法保留/s);
    await press('注销账号', 1);
    await vi.waitFor(() => expect(signedIn()).toBe(false));
    expect(seen.map(({ method, url, data }) => [method, url.split('/api')[1], JSON.parse(data ?? '') as unknown])).toEqual([
      ['POST', '/me/deletion', { confirm: 'delete-my-account' }],
    ]);
  });

  it('that is refused keeps the person signed in and says why', async () => {
    serve(() => refusal(422, 'last-administrator'));
    show();
    await press('注销账号');
    await press('注销账号', 1);
    await screen.findByText('不行');
    expect(signedIn()).toBe(true);
  });
});
