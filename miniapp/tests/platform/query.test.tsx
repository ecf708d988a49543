import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { SWRConfig } from 'swr';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { refreshAll, useQuery } from '@/platform/query';
import { endSession, keepTokens } from '@/platform/session';
import { swrConfig } from '@/platform/swr-config';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { InfiniteList } from '@/ui/infinite-list';
import { castVote, readVote } from '../support/endpoints';
import { refusal, serve } from '../support/server';
import { showAgain } from '../support/taro';

const fresh = (children: React.ReactNode) => render(<SWRConfig value={{ ...swrConfig, provider: () => new Map(), dedupingInterval: 0 }}>{children}</SWRConfig>);
const vote = { params: { voteId: '1' } };

const Tally = () => <Await query={useQuery(readVote, vote)}>{(data) => <p>{`${String(data)} 票`}</p>}</Await>;

const Names = () => (
  <InfiniteList pages={usePages(readVote, vote)} keyOf={String} empty={<p>没有人</p>}>
    {(name) => <p>{String(name)}</p>}
  </InfiniteList>
);

const Cast = () => {
  const cast = useCommand(castVote);
  return (
    <>
      <ErrorNote error={cast.error} />
      <Button busy={cast.busy} onPress={() => void cast.run(vote)}>
        投票
      </Button>
    </>
  );
};

beforeEach(endSession);

describe('a query', () => {
  it('shows that it loads, then the data, and fetches again when the page is shown again', async () => {
    serve((_, index) => ({ status: 200, body: index + 1 }));
    fresh(<Tally />);
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
    await screen.findByText('1 票');
    act(showAgain);
    await screen.findByText('2 票');
  });

  it('shows the error in words with a way to try again', async () => {
    serve((_, index) => (index === 0 ? refusal(403, 'not-allowed') : { status: 200, body: 7 }));
    fresh(<Tally />);
    expect((await screen.findByRole('alert')).textContent).toContain('不行');
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    await screen.findByText('7 票');
  });

  it('keeps showing what it has when a later fetch fails', async () => {
    const seen = serve((_, index) => (index === 0 ? { status: 200, body: 1 } : refusal(429, 'too-many-requests')));
    fresh(<Tally />);
    await screen.findByText('1 票');
    act(showAgain);
    await waitFor(() => expect(seen).toHaveLength(2));
    expect(screen.getByText('1 票').isConnected).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('what one person was shown is never shown to the next', async () => {
  const tokens = (accountId: string) => ({ accessToken: accountId, accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId });
  keepTokens(tokens('anna'));
  serve(({ header }) => ({ status: 200, body: header['authorization'] ?? 'visitor' }));
  fresh(<Tally />);
  await screen.findByText('Bearer anna 票');
  act(() => keepTokens(tokens('bert')));
  expect(screen.queryByText('Bearer anna 票')).toBeNull();
  await screen.findByText('Bearer bert 票');
  act(endSession);
  await screen.findByText('visitor 票');
});

describe('a paged list', () => {
  it('is fetched again with everything below an address', async () => {
    const seen = serve((_, index) => ({ status: 200, body: { items: [`第 ${index} 次`], next: null } }));
    render(
      <SWRConfig value={{ ...swrConfig, dedupingInterval: 0 }}>
        <Names />
      </SWRConfig>,
    );
    await screen.findByText('第 0 次');
    await act(() => refreshAll('/api/other'));
    expect(seen).toHaveLength(1);
    await act(() => refreshAll('/api/votes'));
    await screen.findByText('第 1 次');
  });

  it('goes on with the cursor that each page gives, until there is none', async () => {
    const pages = { '': { items: ['甲'], next: 'b' }, b: { items: ['乙'], next: null } } as const;
    const seen = serve(({ url }) => ({ status: 200, body: url.includes('cursor=b') ? pages.b : pages[''] }));
    fresh(<Names />);
    await screen.findByText('甲');
    await userEvent.click(screen.getByRole('button', { name: '查看更多' }));
    await screen.findByText('乙');
    expect(screen.queryByRole('button', { name: '查看更多' })).toBeNull();
    expect(seen.at(-1)?.url).toBe('http://server.test/api/votes/1?cursor=b');
  });

  it('says when there is nothing', async () => {
    serve(() => ({ status: 200, body: { items: [], next: null } }));
    fresh(<Names />);
    await screen.findByText('没有人');
  });
});

describe('a command on a page', () => {
  it('is busy until the server answers, and tells a refusal', async () => {
    serve(() => refusal(409, 'session-closed'));
    fresh(<Cast />);
    await userEvent.click(screen.getByRole('button', { name: '投票' }));
    expect((await screen.findByRole('status')).textContent).toBe('不行');
    expect(screen.getByRole('button', { name: '投票' })).toHaveProperty('disabled', false);
  });
});
