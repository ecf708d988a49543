import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import Taro from '@tarojs/taro';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Consent from '@/account/pages/consent/index';
import { privacy } from '@/i18n/zh-CN/privacy';
import { call } from '@/platform/request';
import { keepMe, keepTokens, useSession } from '@/platform/session';
import { refusal, serve } from './support/server';
import { kept } from './support/taro';

const navigateTo = vi.spyOn(Taro, 'navigateTo');

const meWho = (agreed: number | null) => ({
  id: 'me',
  name: '王工',
  phone: null,
  privacy: { version: privacyVersion, agreed, agreedAt: agreed === null ? null : 0, phoneAgreedAt: null },
  communities: [],
});

beforeEach(() => {
  kept.clear();
  navigateTo.mockClear();
  keepTokens({ accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'me' });
});

describe('the text on personal data', () => {
  // Whoever changes what people agreed to must ask them anew: raise the version, and add its line here.
  it('says in each version what it said when people agreed to it', () => {
    const digests: Readonly<Record<number, string>> = { 1: 'e39280774ec11a46' };
    const text = Object.entries(privacy).filter(([key]) => /^(lead|(who|what|given|keep|rights)\d?|phoneTick|phoneWhy)$/.test(key));
    expect(createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16)).toBe(digests[privacyVersion]);
  });

  it('is asked about when it has changed, and the answer is sent with the version that was shown', async () => {
    keepMe(meWho(privacyVersion - 1));
    const seen = serve(() => ({ status: 200, body: meWho(privacyVersion) }));
    render(<Consent />);
    expect(screen.getByText(privacy.changed)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: privacy.agree }));
    await vi.waitFor(() => expect(useSession.getState().me?.privacy.agreed).toBe(privacyVersion));
    expect(seen.map(({ url, data }) => [url.split('/api')[1], JSON.parse(data ?? '') as unknown])).toEqual([
      ['/me/privacy-consent', { version: privacyVersion }],
    ]);
  });

  it('that is declined leads to export and leaving, and sends nothing', async () => {
    keepMe(meWho(privacyVersion - 1));
    const seen = serve(() => refusal(403, 'privacy-consent-needed'));
    render(<Consent />);
    await userEvent.click(screen.getByRole('button', { name: privacy.decline }));
    await userEvent.click(screen.getByRole('button', { name: privacy.declinedWay }));
    expect(seen).toEqual([]);
    expect(navigateTo).toHaveBeenCalledWith({ url: '/account/pages/privacy/index' });
  });

  it('asks nothing of whoever agreed to this version, and of a passer-by', () => {
    keepMe(meWho(privacyVersion));
    const { unmount } = render(<Consent />);
    expect(screen.queryByRole('button', { name: privacy.agree })).toBeNull();
    unmount();
    useSession.setState({ me: null, tokens: null });
    render(<Consent />);
    expect(screen.queryByRole('button', { name: privacy.agree })).toBeNull();
  });

  it('opens once, however many requests the server refuses for it', async () => {
    serve(() => refusal(403, 'privacy-consent-needed'));
    navigateTo.mockImplementationOnce(() => new Promise(() => undefined));
    await Promise.allSettled([call(platformApi.me, {}), call(platformApi.me, {}), call(platformApi.me, {})]);
    expect(navigateTo).toHaveBeenCalledTimes(1);
    expect(navigateTo).toHaveBeenCalledWith({ url: '/account/pages/consent/index' });
  });
});
