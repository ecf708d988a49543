import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import fc from 'fast-check';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { arbitraryOf } from '../fuzz/from-schema.ts';
import { operations, type Operation } from '../policy/operations.ts';
import { changedTables, readState } from '../policy/read-state.ts';
import { buildWorld, named, type IdName, type World } from '../policy/world.ts';
import { engines } from '../platform/engines.ts';
import { findCrossings } from './find-crossings.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';

/** Members of bodies that name something; what they name may be another community's. */
const idMembers = (body: object | undefined, name = ''): string[] => {
  const { properties, items, pattern } = (body ?? {}) as { properties?: Record<string, object>; items?: object; pattern?: string };
  if (properties) return Object.entries(properties).flatMap(([key, one]) => idMembers(one, key));
  if (items) return idMembers(items, name);
  return pattern === '^[A-Za-z0-9_-]{1,64}$' && name !== 'id' ? [name] : [];
};

const kindOf = (member: string) => member.replace(/Ids$/, 'Id').replace(/^witnessId$/, 'voterId') as IdName;

describe.each(engines)('two communities on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let w: World;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    w = await buildWorld(t);
  }, 240_000);
  afterAll(() => t.close());

  /** As somebody with every right in both communities: only the address keeps them apart. */
  const send = async ({ method, path }: Operation, params: Record<string, string>, body: unknown) => {
    const answer = await t.app.inject({
      method,
      url: fillPath(path, params),
      headers: {
        authorization: `Bearer ${await t.tokenOf(w.almighty)}`,
        'idempotency-key': makeCommandId(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: answer.statusCode, text: answer.body };
  };

  const inside = operations.filter(({ params }) => params[0] === 'communityId');
  const of = (ids: World['here']['ids'], name: string) => ids[name as IdName] ?? [];

  it('does not find what belongs to the other, whatever an address names', async () => {
    const { here, there } = w;
    const found: string[] = [];
    const before = await readState(t.deps.store);
    for (const operation of inside) {
      for (const param of operation.params.slice(1)) {
        const [body] = operation.schemas.body ? fc.sample(arbitraryOf(operation.schemas.body, here.ids), 1) : [];
        for (const foreign of of(there.ids, param).slice(0, 6)) {
          const own = Object.fromEntries(operation.params.slice(1).map((name) => [name, here.draftId]));
          const { status, text } = await send(operation, { ...own, communityId: here.communityId, [param]: foreign }, body);
          if (status !== 404 || !text.includes('"not-found"')) found.push(`${operation.name} ${param}: ${status} ${text}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(changedTables(before, await readState(t.deps.store))).toEqual([]);
  });

  it('refuses what belongs to the other, wherever a body names it', async () => {
    const { here, there } = w;
    const taken: string[] = [];
    let named = 0;
    for (const operation of inside) {
      for (const member of idMembers(operation.schemas.body)) {
        const kind = kindOf(member);
        const foreign = of(there.ids, kind);
        const names = (body: unknown) => foreign.some((id) => JSON.stringify(body).includes(id));
        const bodies = fc.sample(arbitraryOf(operation.schemas.body ?? {}, { ...here.ids, [kind]: foreign }), 40).filter(names);
        for (const body of bodies.slice(0, 3)) {
          for (const target of operation.params.length > 1 ? of(here.ids, operation.params[1] ?? '').slice(0, 10) : ['']) {
            const own = Object.fromEntries(operation.params.slice(1).map((name) => [name, target]));
            const { status, text } = await send(operation, { ...own, communityId: here.communityId }, body);
            named += 1;
            // A duty for the whole community has no area: one that is sent all the same is dropped.
            const dropped = operation.name === 'grantDuty' && member === 'areaId';
            if (status >= 500 || (status < 400 && !dropped)) taken.push(`${operation.name} ${member}: ${status} ${text}`);
          }
        }
      }
    }
    expect(taken).toEqual([]);
    expect(named).toBeGreaterThan(100);
    expect(await findCrossings(t.deps.store, here, there)).toEqual([]);
  });

  it('shows nothing of the other in any list, page or export', async () => {
    const { here, there } = w;
    const foreign = Object.values(there.ids).flat();
    const seen: string[] = [];
    let answered = 0;
    const refs = [here, there].flatMap(({ ids }) => ids.intakeId.flatMap((id) => [`topic.${id}`, `case.${id}`])).join(',');
    const asked: Readonly<Record<string, string>> = {
      listCalendarDays: '?year=2026',
      findClaimable: '?search=101',
      searchMessages: `?text=${encodeURIComponent('豆角')}`,
      getCards: `?refs=${refs}`,
    };
    for (const operation of inside.filter(({ method, name }) => method === 'GET' && name !== 'downloadFile')) {
      const [param, further] = operation.params.slice(1);
      for (const target of param === undefined ? [''] : of(here.ids, param)) {
        const query = asked[operation.name] ?? '';
        const second = further === undefined ? {} : { [further]: named(here, further)[2] ?? '' };
        const answer = await t.app.inject({
          url: `${fillPath(operation.path, { communityId: here.communityId, [param ?? '']: target, ...second })}${query}`,
          headers: { authorization: `Bearer ${await t.tokenOf(w.almighty)}` },
        });
        answered += answer.statusCode === 200 ? 1 : 0;
        if (answer.body.includes(there.communityId) || foreign.some((id) => answer.body.includes(id))) seen.push(operation.name);
      }
    }
    expect(seen).toEqual([]);
    expect(answered).toBeGreaterThan(40);
  });

  it('lets nobody listen to a matter across the border, nor without being a member', async () => {
    const { here, there } = w;
    await t.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = t.app.server.address() as AddressInfo;
    const [own = ''] = here.ids.matterId;
    const [foreign = ''] = there.ids.matterId;
    const ask = async (accountId: string, channel: string) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/socket`, ['bandeng', await t.tokenOf(accountId)]);
      const first = new Promise((resolve, reject) => {
        socket.on('message', (data: Buffer) => resolve((JSON.parse(data.toString()) as unknown[])[0]));
        socket.on('error', reject);
      });
      socket.on('open', () => socket.send(JSON.stringify({ subscribe: { [channel]: 0 } })));
      const answer = await first;
      socket.close();
      return answer;
    };
    const refused = (channel: string) => ({ channel, refused: 'not-found' });
    const crossed = channelName(here.communityId, 'matter', foreign);
    expect(await ask(w.almighty, crossed)).toEqual(refused(crossed));
    const elsewhere = channelName(there.communityId, 'matter', foreign);
    expect(await ask(here.holders.administrator, elsewhere)).toEqual(refused(elsewhere));
    for (const [kind, subjects] of [['group', there.ids.groupId], ['intake', there.ids.intakeId], ['me', there.ids.residentId]] as const) {
      const [subject = ''] = subjects;
      const channel = channelName(here.communityId, kind, subject);
      expect(await ask(w.almighty, channel)).toEqual(refused(channel));
    }
    const mine = channelName(here.communityId, 'matter', own);
    expect(await ask(w.stranger, mine)).toEqual(refused(mine));
    expect(await ask(here.holders.resident, mine)).not.toEqual(refused(mine));
  });
});
