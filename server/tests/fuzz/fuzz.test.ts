import { fillPath } from '@bandeng/shared/kernel/api.ts';
import fc, { type Arbitrary } from 'fast-check';
import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../checks/run-checks.ts';
import { errors } from '../../src/platform/http/errors.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { operations, type Operation } from '../policy/operations.ts';
import { changedTables, readState, type State } from '../policy/read-state.ts';
import { boundary, buildWorld, formOf, named, type World } from '../policy/world.ts';
import { arbitraryOf } from './from-schema.ts';
import { contentTypes, mangled, oddSegments, oddValues } from './mangle.ts';

/** One hostile request, and who sends it. */
interface Shot {
  readonly who: number;
  readonly segments: readonly string[];
  readonly query: string;
  readonly type: string | null;
  readonly payload: string | null;
  readonly key: string | null;
}

/** `FUZZ_SEED=… npx vitest run tests/fuzz` repeats a run; `FUZZ_RUNS` is the number of requests per operation, `FUZZ_MS` the limit. */
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const runsOf = { sqlite: Number(process.env['FUZZ_RUNS'] ?? 36), postgres: Number(process.env['FUZZ_RUNS'] ?? 8) };
/** No run asks for longer than this, whatever the machine; one round over all operations is always asked. */
const limitMs = { sqlite: Number(process.env['FUZZ_MS'] ?? 25_000), postgres: Number(process.env['FUZZ_MS'] ?? 10_000) };

/** Refusals that put something on record on purpose, and the only tables they may touch. */
const keeping: Readonly<Record<string, readonly string[]>> = {
  'already-voted': ['ballotConflicts', 'recordEntries'],
};

describe.each(engines)(`hostile requests on %s (FUZZ_SEED=${seed})`, (engine) => {
  let t: TestApp;
  let w: World;
  let people: (string | null)[];
  let state: State;
  let writes = 0;
  const sent = { requests: 0, accepted: 0, codes: new Set<string>() };

  beforeAll(async () => {
    t = await buildTestApp({ engine });
    w = await buildWorld(t);
    const { holders } = w.here;
    people = [w.almighty, w.almighty, w.almighty, holders.administrator, holders['branch-committee'], holders['residents-committee'], holders.resident, w.stranger, null];
    for (const account of people) if (account !== null) await t.tokenOf(account);
    state = await readState(t.deps.store);
    writes = t.deps.store.stats.writes;
  }, 240_000);
  afterAll(() => t.close());

  const segmentsOf = ({ params }: Operation): Arbitrary<string[]> =>
    fc.tuple(
      ...params.map((name) => {
        const [some = 'nothing', ...more] = named(w.here, name);
        const real = [some, ...more];
        return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...real) }, { weight: 1, arbitrary: fc.constantFrom(...oddSegments) });
      }),
    );

  const queryOf = ({ schemas }: Operation): Arbitrary<string> => {
    if (!schemas.query) return fc.constantFrom('', '', '', '?x=1', '?__proto__=1', '?a[b]=1&a=2', '?%');
    const names = Object.keys((schemas.query as { properties?: object }).properties ?? {});
    const write = (value: unknown) => `?${new URLSearchParams(Object.entries(value as object).map(([key, one]) => [key, String(one)])).toString()}`;
    const good = arbitraryOf(schemas.query, w.here.ids).map(write);
    const odd = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...oddValues)).map(([key, value]) => `${key}=${value}`);
    return fc.oneof(
      good,
      fc.tuple(good, odd).map(([start, one]) => `${start}&${one}`),
      odd.map((one) => `?${one}`),
    );
  };

  const payloadOf = ({ schemas, method, name }: Operation): Arbitrary<Pick<Shot, 'payload' | 'type'>> => {
    if (method === 'GET') return fc.constant({ payload: null, type: null });
    const json = 'application/json';
    if (name === 'uploadFile') {
      const form = fc.constantFrom('%PDF-1.4 x', '\u0089PNG', '', 'MZ', '<svg/>').map((text) => formOf('照/片\u0000.png', Buffer.from(text)).toString());
      const cut = fc.tuple(form, fc.nat(120)).map(([text, end]) => text.slice(0, end));
      return fc.record({
        payload: fc.oneof(form, cut, fc.constant(`--${boundary}--\r\n`)),
        type: fc.constantFrom(`multipart/form-data; boundary=${boundary}`, ...contentTypes),
      });
    }
    const body = schemas.body ? mangled(arbitraryOf(schemas.body, w.here.ids)) : fc.constantFrom('', '', '{}', 'null', '{');
    const wrongType = fc.record({ payload: body, type: fc.constantFrom(...contentTypes) });
    return fc.oneof({ weight: 10, arbitrary: body.map((payload) => ({ payload, type: json })) }, { weight: 1, arbitrary: wrongType });
  };

  const shotAt = (operation: Operation): Arbitrary<Shot> =>
    fc
      .record({
        who: fc.nat(people.length - 1),
        segments: segmentsOf(operation),
        query: queryOf(operation),
        body: payloadOf(operation),
        key: fc.oneof({ weight: 12, arbitrary: fc.constant('new') }, { weight: 1, arbitrary: fc.constantFrom(null, '', 'short', 'same-command', '长'.repeat(9)) }),
      })
      .map(({ body, ...rest }) => ({ ...rest, ...body }));

  const fire = async ({ method, path, params }: Operation, shot: Shot) => {
    const account = people[shot.who] ?? null;
    const address = params.reduce((url, name, i) => url.replace(`:${name}`, shot.segments[i] ?? ''), path);
    const key = shot.key === 'new' ? makeCommandId() : shot.key;
    return t.app.inject({
      method,
      url: address + shot.query,
      headers: {
        ...(account === null ? {} : { authorization: `Bearer ${await t.tokenOf(account)}` }),
        ...(key === null ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') }),
        ...(shot.type === null ? {} : { 'content-type': shot.type }),
      },
      ...(shot.payload === null ? {} : { payload: shot.payload }),
    });
  };

  /** What has to be true of every answer, whatever was asked. Gives the tables that it may have changed; null for any. */
  const judge = (operation: Operation, answer: Awaited<ReturnType<typeof fire>>): readonly string[] | null => {
    sent.requests += 1;
    const { statusCode: status } = answer;
    const bug = JSON.stringify(t.problems.at(-1) ?? '');
    if (status === 200) {
      sent.accepted += 1;
      const raw = ['downloadFile', 'getPublicFile', 'getPublicNoticeFile', 'getNoticeSheet'].includes(operation.name);
      if (!raw && !Value.Check(operation.schemas.reply, answer.json())) throw new Error(`the reply does not fit its contract: ${answer.body}`);
      return null;
    }
    const { error } = answer.json<{ error: { code: string; messages: { zh: string; en: string } } }>();
    const row = (errors as Record<string, { status: number; zh: string; en: string }>)[error.code];
    sent.codes.add(error.code);
    if (status >= 500 && error.code !== 'service-unavailable') throw new Error(`${status}: ${bug}`);
    if (row?.status !== status) throw new Error(`${status} with the code ${error.code}`);
    expect(error.messages).toEqual({ zh: row.zh, en: row.en });
    return keeping[error.code] ?? [];
  };

  it('are never answered by a fault, and a refusal leaves everything as it was', async () => {
    const runs = runsOf[engine];
    const end = Date.now() + limitMs[engine];
    const targets = operations.filter(({ name }) => name !== 'logout' && name !== 'deleteAccount');
    // By turns, so that a run cut short by a slow machine has still asked every operation.
    for (let round = 0; round < runs / 4 && (round === 0 || Date.now() < end); round += 1) {
      for (const operation of targets) {
        const shots = fc.sample(shotAt(operation), { seed: seed + round, numRuns: 4 });
        for (const shot of shots) {
          const answer = await fire(operation, shot);
          try {
            const mayChange = judge(operation, answer);
            // Nothing was handed to the store: nothing can have changed.
            if (t.deps.store.stats.writes === writes) continue;
            writes = t.deps.store.stats.writes;
            const after = await readState(t.deps.store);
            const changed = changedTables(state, after);
            state = after;
            expect(changed.filter((name) => mayChange !== null && !mayChange.includes(name))).toEqual([]);
          } catch (error) {
            const what = JSON.stringify({ ...shot, payload: shot.payload?.slice(0, 600) });
            throw new Error(`FUZZ_SEED=${seed} round ${round} ${operation.name} ${what}\n${String(error)}`, { cause: error });
          }
        }
      }
    }
    expect(sent.requests).toBeGreaterThan(targets.length * 4 - 1);
    expect(sent.accepted).toBeGreaterThan(0);
    expect(t.problems).toEqual([]);
  }, 180_000);

  it('leave every standing invariant whole, and nothing half-uploaded', async () => {
    expect(await runChecks(t.deps.store)).toEqual([]);
    const incoming = join(t.place.dataDir, 'files', 'incoming');
    expect(readdirSync(incoming)).toEqual([]);
  }, 60_000);

  it('stop at addresses that cannot be read, and at bodies beyond the limit', async () => {
    for (const url of ['/api/communities/%', '/%c0%ae%c0%ae/', '/api/%00', `/api/communities/${'x'.repeat(5000)}/me`, '/api/../../etc/passwd']) {
      const { statusCode } = await t.app.inject({ method: 'GET', url });
      expect([url, statusCode >= 400 && statusCode < 500]).toEqual([url, true]);
    }
    const answer = await t.app.inject({
      method: 'POST',
      url: fillPath('/api/communities/:communityId/matters', { communityId: w.here.communityId }),
      headers: { authorization: `Bearer ${await t.tokenOf(w.almighty)}`, 'content-type': 'application/json', 'idempotency-key': makeCommandId() },
      payload: JSON.stringify({ text: 'x'.repeat(1_100_000) }),
    });
    expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([413, 'too-large']);
  });
});
