import type { BodyKind, DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { evolve } from '@bandeng/shared/deliberation/evolve.ts';
import type { MatterEvent, MatterView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import type { Body, Endpoint, OperationSchemas, Params } from '@bandeng/shared/kernel/api.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import { expect } from 'vitest';
import { readMatterView } from '../../src/deliberation/read-matter.ts';
import { readChannelSeq } from '../../src/platform/realtime/publish.ts';
import { foundTestCommunity, type TestCommunity } from '../community/found.ts';
import { makeCommandId, type Answer, type TestApp } from '../platform/test-app.ts';

type Draft = Body<typeof api.createDraft>;
type Announced = Body<typeof api.conveneSession>;

export const hour = 3_600_000;
export const day = 24 * hour;

export const draftBody = (more: Partial<Draft> = {}): Draft => ({
  title: '三栋二单元加装电梯',
  summary: '六层住户联名提出',
  text: '在北侧加装一部四人电梯，费用按楼层分摊。',
  type: 'public-works',
  secret: false,
  assembly: 'representatives',
  budgetFen: 38_000_000,
  options: [],
  fileIds: [],
  ...more,
});

export interface Person {
  readonly key: string;
  readonly account: string;
  readonly resident: string;
}

export interface AssemblySize {
  branch?: number;
  residents?: number;
  party?: number;
  representatives?: number;
}

type Sent<E> = { params?: Partial<Params<E>>; body?: Body<E>; commandId?: string };

/** A community with full bodies, and the moves of a matter in it. Keys: b1… branch, r1… residents' committee, p1…, d1…. */
export interface Assembly {
  readonly t: TestApp;
  readonly c: TestCommunity;
  readonly people: ReadonlyMap<string, Person>;
  person(key: string): Person;
  /** Keys of everybody due at a stage. */
  readonly branch: readonly string[];
  readonly committee: readonly string[];
  readonly party: readonly string[];
  readonly representatives: readonly string[];
  /** Calls as a person; for writes on a known matter it also proves that the old view and the events make the new view. */
  call<E extends Endpoint<string, OperationSchemas>>(key: string, endpoint: E, sent?: Sent<E>): Promise<Answer<E>>;
  ok<E extends Endpoint<string, OperationSchemas>>(key: string, endpoint: E, sent?: Sent<E>): Promise<Answer<E>['value']>;
  view(matterId: string): Promise<MatterView>;
  submitted(more?: Partial<Draft>): Promise<string>;
  convene(key: string, matterId: string, more?: Partial<Announced>): Promise<string>;
  open(key: string, sessionId: string): Promise<void>;
  vote(key: string, sessionId: string, choice: 'yes' | 'no' | 'abstain'): Promise<string>;
  /** One meeting of the current stage: who is named votes, then it closes by hand when all have voted, else at its deadline. */
  hold(key: string, matterId: string, votes: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>): Promise<SessionView>;
}

export const votesOf = <V extends 'yes' | 'no' | 'abstain'>(keys: readonly string[], choice: V): Record<string, V> =>
  Object.fromEntries(keys.map((key) => [key, choice]));

const settle = async (t: TestApp, c: TestCommunity, key: string, bodies: readonly BodyKind[], duty?: DutyKind) => {
  const { communityId } = c;
  const account = await t.addAccount({ name: key });
  const resident = t.deps.newId();
  await t.deps.store.write(async (tx) => {
    const blank = { alias: '', phone: null, partyMember: false, birthDay: '1980-01-01' };
    await tx.insert(tx.t.residents).values({ communityId, id: resident, accountId: account, name: key, ...blank, createdAt: 0 });
    const term = { position: '', from: '2024-01-01', until: null, endReason: '' };
    for (const kind of bodies) {
      const bodyId = c.bodies[kind as keyof typeof c.bodies];
      const seat = { bodyId, residentId: resident, households: kind === 'representatives' ? 30 : 0, ...term };
      await tx.insert(tx.t.bodyMembers).values({ communityId, id: t.deps.newId(), ...seat });
    }
    if (duty !== undefined) {
      const held = { kind: duty, residentId: resident, areaId: null, from: '2024-01-01', until: null, endReason: '' };
      await tx.insert(tx.t.duties).values({ communityId, id: t.deps.newId(), ...held });
    }
  });
  return { key, account, resident };
};

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

/** Everything that was published on the matter's channel after a sequence. */
const eventsAfter = (t: TestApp, communityId: string, matterId: string, seq: number) =>
  t.deps.store.read((db) => {
    const { channelEvents: e } = db.t;
    return db
      .select({ data: e.data })
      .from(e)
      .where(and(eq(e.communityId, communityId), eq(e.channel, `matter:${matterId}`), gt(e.seq, seq)))
      .orderBy(asc(e.seq));
  });

/** Proves that whoever watches a matter while something happens ends with what a fresh read gives. */
export const watching = async <T>(t: TestApp, communityId: string, matterId: string, run: () => Promise<T>): Promise<T> => {
  const read = () => t.deps.store.read((db) => readMatterView(db, communityId, matterId));
  const before = await read();
  const seq = await t.deps.store.read((db) => readChannelSeq(db, communityId, `matter:${matterId}`));
  const result = await run();
  const after = await read();
  if (before !== undefined && after !== undefined) {
    const events = await eventsAfter(t, communityId, matterId, seq);
    expect(events.reduce((view, { data }) => evolve(view, data as MatterEvent), before)).toEqual(after);
  }
  return result;
};

const matterOf = async (t: TestApp, communityId: string, params: Record<string, string>): Promise<string | undefined> => {
  if (params['matterId'] !== undefined) return params['matterId'];
  const { sessionId } = params;
  if (sessionId === undefined) return undefined;
  const [found] = await t.deps.store.read((db) =>
    db
      .select({ matterId: db.t.sessions.matterId })
      .from(db.t.sessions)
      .where(and(eq(db.t.sessions.communityId, communityId), eq(db.t.sessions.id, sessionId))),
  );
  return found?.matterId;
};

export const buildAssembly = async (t: TestApp, size: AssemblySize = {}): Promise<Assembly> => {
  const c = await foundTestCommunity(t);
  const { communityId } = c;
  const branch = numbered('b', size.branch ?? 5);
  const residents = numbered('r', size.residents ?? 5);
  const party = numbered('p', size.party ?? 4);
  const representatives = numbered('d', size.representatives ?? 6);
  const people = new Map<string, Person>();
  // The first of the branch sits in both committees, as in most communities.
  const first = (key: string): BodyKind[] => (key === 'b1' ? ['residents-committee'] : []);
  const settling: [key: string, bodies: BodyKind[], duty?: DutyKind][] = [
    ...branch.map((key): [string, BodyKind[]] => [key, ['branch-committee', 'party-members', ...first(key)]]),
    ...residents.map((key): [string, BodyKind[]] => [key, ['residents-committee']]),
    ...party.map((key): [string, BodyKind[]] => [key, ['party-members']]),
    ...representatives.map((key): [string, BodyKind[]] => [key, ['representatives']]),
    ['supervisor', ['supervisors']],
    ['facilitator', [], 'facilitator'],
    ['leader', [], 'building-leader'],
    ['clerk', [], 'administrator'],
  ];
  await Promise.all(settling.map(async ([key, bodies, duty]) => people.set(key, await settle(t, c, key, bodies, duty))));

  const person = (key: string): Person => {
    const found = people.get(key);
    if (!found) throw new Error(`nobody is called ${key}`);
    return found;
  };
  const call: Assembly['call'] = async (key, endpoint, sent = {}) => {
    const params = { communityId, ...sent.params } as Record<string, string>;
    const full = { ...sent, params } as never;
    const send = () => t.as(person(key).account).call(endpoint, full);
    const matterId = endpoint.method === 'GET' ? undefined : await matterOf(t, communityId, params);
    return matterId === undefined ? send() : watching(t, communityId, matterId, send);
  };
  const ok: Assembly['ok'] = async (key, endpoint, sent) => {
    const answer = await call(key, endpoint, sent);
    if (answer.status !== 200)
      throw new Error(`${endpoint.name} by ${key}: ${answer.status} ${answer.code ?? ''} ${JSON.stringify(t.problems.at(-1) ?? '')}`);
    return answer.value;
  };
  const view = async (matterId: string) => (await ok('b1', api.getMatter, { params: { matterId } })).matter;
  const announced = (more: Partial<Announced> = {}): Announced => ({
    question: '是否同意这一事项？',
    place: '社区会议室',
    online: true,
    startsAt: t.time.now(),
    closesAt: t.time.now() + 2 * hour,
    fileIds: [],
    joint: false,
    ...more,
  });
  const convene: Assembly['convene'] = async (key, matterId, more) =>
    (await ok(key, api.conveneSession, { params: { matterId }, body: announced(more) })).id;
  const open: Assembly['open'] = async (key, sessionId) => void (await ok(key, api.openSession, { params: { sessionId } }));
  const vote: Assembly['vote'] = async (key, sessionId, choice) =>
    (await ok(key, api.castBallot, { params: { sessionId }, body: { choice } })).receipt;

  return {
    t,
    c,
    people,
    person,
    branch,
    committee: [...branch, ...residents],
    party: [...branch, ...party],
    representatives: ['b1', ...residents, ...representatives],
    call,
    ok,
    view,
    submitted: async (more) => {
      const { id } = await ok('b1', api.createDraft, { body: draftBody(more) });
      await ok('b1', api.submitMatter, { params: { matterId: id }, body: { revision: 1 } });
      return id;
    },
    convene,
    open,
    vote,
    hold: async (key, matterId, votes) => {
      const sessionId = await convene(key, matterId);
      await open(key, sessionId);
      for (const [voter, choice] of Object.entries(votes)) await vote(voter, sessionId, choice);
      const closing = await call(key, api.closeSession, { params: { sessionId } });
      if (closing.code === 'closing-too-early') {
        t.time.advance(2 * hour);
        await watching(t, communityId, matterId, () => t.runTimers());
      } else expect(closing.status).toBe(200);
      const session = (await view(matterId)).sessions.find(({ id }) => id === sessionId);
      if (!session) throw new Error('the session that was held is gone');
      return session;
    },
  };
};

export const commandId = makeCommandId;
