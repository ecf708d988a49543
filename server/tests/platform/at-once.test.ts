import { communityApi } from '@bandeng/shared/community/api.ts';
import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../src/community/found-community.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';

describe.each(engines)('what a token may do on %s', (engine) => {
  /** Two processes on one database; the embedded one belongs to a single process. */
  let here: TestApp;
  let there: TestApp;
  let communityId: string;
  beforeAll(async () => {
    here = await buildTestApp({ engine });
    there = engine === 'sqlite' ? here : await buildTestApp({ engine, place: here.place, time: here.time });
    const { newId, clock } = here.deps;
    const founding = { id: newId(), name: '五里水乡', publicToken: newId(), now: clock(), newId, administrator: { name: '管理员' } };
    ({ communityId } = await here.deps.store.write((tx) => foundCommunity(tx, founding)));
  });
  afterAll(async () => {
    if (there !== here) await there.close();
    await here.close();
  });

  const addNeighbour = async () => {
    const accountId = await here.addAccount();
    const id = here.deps.newId();
    const person = { communityId, id, accountId, name: '王工', alias: '', phone: null, partyMember: false, birthDay: null };
    const duty = { communityId, id: here.deps.newId(), residentId: id, kind: 'grid-worker', areaId: null, from: '2024-01-01', until: null, endReason: '' };
    await here.deps.store.write(async (tx) => {
      await tx.insert(tx.t.residents).values({ ...person, createdAt: 1 });
      await tx.insert(tx.t.duties).values(duty);
    });
    return { accountId, residentId: id, token: await here.tokenOf(accountId) };
  };
  const statusAt = async (t: TestApp, token: string) => {
    const url = communityApi.getMyPlace.path.replace(':communityId', communityId);
    const { statusCode, body } = await t.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
    return statusCode === 200 ? 'fine' : (JSON.parse(body) as { error: { code: string } }).error.code;
  };
  const everywhere = async (token: string) => [await statusAt(here, token), await statusAt(there, token)];

  it('ends with its sign-in, in every process and also where it was used just before', async () => {
    const { token } = await addNeighbour();
    expect(await everywhere(token)).toEqual(['fine', 'fine']);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': makeCommandId() };
    await here.app.inject({ method: 'POST', url: api.logout.path, headers });
    expect(await everywhere(token)).toEqual(['token-revoked', 'token-revoked']);
  });

  it('ends with the account', async () => {
    const { token, accountId } = await addNeighbour();
    expect(await everywhere(token)).toEqual(['fine', 'fine']);
    await here.deps.store.write(async (tx) => {
      await tx.delete(tx.t.signIns).where(eq(tx.t.signIns.accountId, accountId));
      await tx.delete(tx.t.accounts).where(eq(tx.t.accounts.id, accountId));
    });
    expect(await everywhere(token)).toEqual(['token-revoked', 'token-revoked']);
  });

  it('ends with the last thing that made its holder a member', async () => {
    const { token, residentId } = await addNeighbour();
    expect(await everywhere(token)).toEqual(['fine', 'fine']);
    await here.deps.store.write((tx) => tx.update(tx.t.duties).set({ until: '2024-02-01' }).where(eq(tx.t.duties.residentId, residentId)));
    expect(await everywhere(token)).toEqual(['not-a-member', 'not-a-member']);
  });

  it('ends when the resident belongs to nobody any more', async () => {
    const { token, residentId } = await addNeighbour();
    expect(await everywhere(token)).toEqual(['fine', 'fine']);
    await here.deps.store.write((tx) => tx.update(tx.t.residents).set({ accountId: null }).where(eq(tx.t.residents.id, residentId)));
    expect(await everywhere(token)).toEqual(['not-a-member', 'not-a-member']);
  });

  it('is nothing without its own signature, however often the good one was seen', async () => {
    const { token } = await addNeighbour();
    expect(await statusAt(here, token)).toBe('fine');
    const [head, , signature] = token.split('.');
    const other = Buffer.from(JSON.stringify({ sub: 'somebody', sid: 'else', exp: 9_999_999_999 })).toString('base64url');
    expect(await statusAt(here, `${head}.${other}.${signature}`)).toBe('not-signed-in');
    here.time.advance(3 * 3_600_000);
    expect(await everywhere(token)).toEqual(['token-expired', 'token-expired']);
  });
});
