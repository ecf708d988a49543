import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { evolve } from '@bandeng/shared/deliberation/evolve.ts';
import type { MatterEvent, MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import { expect } from 'vitest';
import { readMatterView } from '../../src/deliberation/read-matter.ts';
import { readChannelSeq } from '../../src/platform/realtime/publish.ts';
import { buildHouses, foundTestCommunity, type TestCommunity } from '../community/found.ts';
import type { TestApp } from '../platform/test-app.ts';

const people = {
  secretary: { name: '周书记', seat: 'branch-committee', home: '1-1-101' },
  director: { name: '孙主任', seat: 'residents-committee', home: '1-1-102' },
  rep: { name: '王工', seat: 'representatives', home: '3-2-101' },
  supervisor: { name: '郑监督', seat: 'supervisors', home: '3-2-102' },
  owner: { name: '欧阳春梅', seat: null, home: '3-2-201' },
  neighbour: { name: '赵明', seat: null, home: '3-2-202' },
} as const satisfies Record<string, { name: string; seat: BodyKind | null; home: string }>;

export type Villager = keyof typeof people;

export interface Village {
  readonly c: TestCommunity;
  /** Accounts. */
  readonly by: Readonly<Record<Villager, string>>;
  readonly residents: Readonly<Record<Villager, string>>;
  readonly dwellings: Readonly<Record<string, string>>;
  readonly buildings: Readonly<Record<string, string>>;
}

/** A community with one person in each part, each in a dwelling of one's own and signed in. */
export const buildVillage = async (t: TestApp): Promise<Village> => {
  const c = await foundTestCommunity(t);
  const houses = await buildHouses(t, c, [...Object.values(people).map(({ home }) => home), '4-1-101']);
  const by: Partial<Record<Villager, string>> = {};
  const residents: Partial<Record<Villager, string>> = {};
  for (const [key, { name, seat, home }] of Object.entries(people) as [Villager, (typeof people)[Villager]][]) {
    const accountId = await t.addAccount({ name });
    const id = t.deps.newId();
    by[key] = accountId;
    residents[key] = id;
    await t.deps.store.write(async (tx) => {
      const { communityId, bodies } = c;
      const blank = { alias: '', phone: null, partyMember: false, birthDay: null };
      await tx.insert(tx.t.residents).values({ communityId, id, accountId, name, ...blank, createdAt: 0 });
      const tenure = {
        dwellingId: houses.dwellings[home] ?? '',
        residentId: id,
        kind: 'owner',
        from: 0,
        until: null,
        endReason: '',
      };
      await tx.insert(tx.t.tenures).values({ communityId, id: t.deps.newId(), ...tenure });
      if (seat === null) return;
      const term = { position: '', from: '2024-01-01', until: null, households: 0, endReason: '' };
      await tx
        .insert(tx.t.bodyMembers)
        .values({ communityId, id: t.deps.newId(), bodyId: bodies[seat], residentId: id, ...term });
    });
  }
  return { c, by: by as Record<Villager, string>, residents: residents as Record<Villager, string>, ...houses };
};

/** Somebody with a duty in the village and no dwelling there; gives the account. */
export const addWorker = async (t: TestApp, v: Village): Promise<string> => {
  const accountId = await t.addAccount({ name: '网格员' });
  const id = t.deps.newId();
  const { communityId } = v.c;
  await t.deps.store.write(async (tx) => {
    const blank = { alias: '', phone: null, partyMember: false, birthDay: null, createdAt: 0 };
    await tx.insert(tx.t.residents).values({ communityId, id, accountId, name: '网格员', ...blank });
    const duty = { kind: 'grid-worker', residentId: id, areaId: v.c.areaId, from: '2024-01-01', until: null, endReason: '' };
    await tx.insert(tx.t.duties).values({ communityId, id: t.deps.newId(), ...duty });
  });
  return accountId;
};

/**
 * Runs something and shows that whoever watches the matter ends with what a fresh read gives: the old view with the events of
 * its channel equals the new view.
 */
export const watching = async <T>(t: TestApp, v: Village, matterId: string, run: () => Promise<T>): Promise<T> => {
  const { communityId } = v.c;
  const channel = `matter:${matterId}`;
  const read = () => t.deps.store.read((db) => readMatterView(db, communityId, matterId)) as Promise<MatterView>;
  const before = await read();
  const seq = await t.deps.store.read((db) => readChannelSeq(db, communityId, channel));
  const result = await run();
  const events = await t.deps.store.read((db) => {
    const { channelEvents: e } = db.t;
    return db
      .select({ data: e.data })
      .from(e)
      .where(and(eq(e.communityId, communityId), eq(e.channel, channel), gt(e.seq, seq)))
      .orderBy(asc(e.seq));
  });
  expect(events.reduce((view, { data }) => evolve(view, data as MatterEvent), before)).toEqual(await read());
  return result;
};

/** A stored file, tied to nothing yet. Its bytes are not written: use an upload where they matter. */
export const putFile = async (t: TestApp, v: Village, uploader: Villager): Promise<string> => {
  const id = t.deps.newId();
  const meta = {
    name: '发票.pdf',
    type: 'application/pdf',
    size: 9,
    sha256: 'f'.repeat(64),
    uploadedBy: v.residents[uploader],
  };
  await t.deps.store.write((tx) =>
    tx
      .insert(tx.t.files)
      .values({ communityId: v.c.communityId, id, ...meta, at: t.time.now(), ownerKind: null, ownerId: null }),
  );
  return id;
};
