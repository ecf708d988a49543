import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeInput } from '@bandeng/shared/bulletin/schemas.ts';
import type { BodyKind, DutyKind, TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import { areaGroupId } from '../../src/chat/group-ids.ts';
import { newGroup, newMember } from '../../src/chat/new-group.ts';
import { buildHouses, foundTestCommunity, type TestCommunity, type TestHouses } from '../community/found.ts';
import type { Caller, TestApp } from '../platform/test-app.ts';

export interface Person {
  readonly name: string;
  readonly resident: string;
  /** Empty for somebody who never signed in. */
  readonly account: string;
}

export interface DoorVillage extends TestHouses {
  readonly c: TestCommunity;
  readonly t: TestApp;
  /** By key. */
  readonly people: Readonly<Record<string, Person>>;
  by(key: string): Caller;
  /** Puts somebody new into the village. */
  add(key: string, facts: Facts): Promise<Person>;
  /** Building or unit: '1', '1-2'. */
  area(name: string): Promise<string>;
  draft(key: string, more?: Partial<NoticeInput>): Promise<string>;
  /** Drafts and publishes at once. */
  publish(key: string, more?: Partial<NoticeInput>): Promise<string>;
  at(noticeId: string): { communityId: string; noticeId: string };
  /** Events on somebody's own channel that concern notices. */
  told(key: string): Promise<number>;
}

interface Facts {
  readonly homes?: readonly string[];
  readonly tenure?: TenureKind;
  readonly duty?: { readonly kind: DutyKind; readonly area: string; readonly until?: string };
  readonly seat?: BodyKind;
  readonly signedIn?: boolean;
  readonly phone?: string;
}

const homes = ['1-1-101', '1-1-102', '1-2-201', '1-2-202', '2-1-101', '3-1-101'];

const cast: Readonly<Record<string, Facts>> = {
  // Leads building 1 and lives there.
  李春梅: { homes: ['1-1-101'], duty: { kind: 'building-leader', area: '1' } },
  网格员: { duty: { kind: 'grid-worker', area: '2' } },
  孙主任: { homes: ['3-1-101'], seat: 'residents-committee' },
  // Owns two flats of building 1.
  王工: { homes: ['1-1-102', '1-2-201'] },
  // Rents one of them.
  赵明: { homes: ['1-1-102'], tenure: 'tenant' },
  // On the register alone.
  钱奶奶: { homes: ['1-2-202'], signedIn: false, phone: '13812345678' },
  吴代表: { homes: ['2-1-101'], seat: 'representatives' },
  // A representative who lives elsewhere.
  郑代表: { seat: 'representatives' },
};

/** Two units in building 1, one each in 2 and 3; see the cast for who lives where. Building 1 has a group with 王工 in it. */
export const buildDoorVillage = async (t: TestApp, name?: string): Promise<DoorVillage> => {
  const c = await foundTestCommunity(t, name);
  const houses = await buildHouses(t, c, homes);
  const { communityId } = c;
  const people: Record<string, Person> = {};

  const area = async (place: string): Promise<string> => {
    const [building = '', unit] = place.split('-');
    const buildingId = houses.buildings[building] ?? '';
    if (unit === undefined) return buildingId;
    const { areas: a } = t.deps.store.t;
    const [found] = await t.deps.store.read((db) =>
      db.select({ id: a.id }).from(a).where(and(eq(a.communityId, communityId), eq(a.parentId, buildingId), eq(a.name, `${unit}单元`))),
    );
    return found?.id ?? '';
  };

  const add = async (key: string, facts: Facts): Promise<Person> => {
    const account = facts.signedIn === false ? '' : await t.addAccount({ name: key });
    const resident = t.deps.newId();
    const dutyArea = facts.duty && (await area(facts.duty.area));
    await t.deps.store.write(async (tx) => {
      const blank = { alias: '', partyMember: false, birthDay: null, createdAt: 0 };
      const accountId = account === '' ? null : account;
      await tx.insert(tx.t.residents).values({ communityId, id: resident, accountId, name: key, phone: facts.phone ?? null, ...blank });
      const row = () => ({ communityId, id: t.deps.newId(), residentId: resident, endReason: '' });
      for (const home of facts.homes ?? []) {
        const tenure = { dwellingId: houses.dwellings[home] ?? '', kind: facts.tenure ?? 'owner', from: 0, until: null };
        await tx.insert(tx.t.tenures).values({ ...row(), ...tenure });
      }
      const term = { from: '2024-01-01', until: facts.duty?.until ?? null };
      if (facts.duty) await tx.insert(tx.t.duties).values({ ...row(), kind: facts.duty.kind, areaId: dutyArea ?? null, ...term });
      const bodyId = facts.seat === undefined ? undefined : c.bodies[facts.seat as keyof typeof c.bodies];
      if (bodyId !== undefined) await tx.insert(tx.t.bodyMembers).values({ ...row(), bodyId, position: '', households: 0, ...term });
    });
    return (people[key] = { name: key, resident, account });
  };

  for (const [key, facts] of Object.entries(cast)) await add(key, facts);
  const building = houses.buildings['1'] ?? '';
  const group = { communityId, id: areaGroupId(building), kind: 'area' as const, subjectId: building, title: '1栋', areaKind: 'building', dwellings: 4 };
  await t.deps.store.write(async (tx) => {
    await tx.insert(tx.t.groups).values(newGroup({ ...group, naming: 'dwelling', speaking: 'everyone' }, t.time.now()));
    const member = { communityId, groupId: group.id, residentId: people['王工']?.resident ?? '', role: 'member', badge: null, label: '王工 1-1-102' };
    await tx.insert(tx.t.groupMembers).values(newMember(member, 0, t.time.now()));
  });

  const by = (key: string) => t.as(people[key]?.account ?? '');
  const draft: DoorVillage['draft'] = async (key, more = {}) => {
    const body: NoticeInput = {
      category: 'utilities',
      title: '周四停水',
      body: '因水箱清洗停水。',
      fileIds: [],
      areaIds: more.bodyIds === undefined ? [building] : [],
      bodyIds: [],
      needsAck: true,
      expiresAt: null,
      ...more,
    };
    return (await by(key).post(api.createNotice, { params: c.params, body })).id;
  };
  const at = (noticeId: string) => ({ communityId, noticeId });
  return {
    ...houses,
    c,
    t,
    people,
    by,
    add,
    area,
    draft,
    at,
    publish: async (key, more) => {
      const id = await draft(key, more);
      await by(key).post(api.publishNotice, { params: at(id), body: { at: null } });
      return id;
    },
    told: async (key) => {
      const { channelEvents: e } = t.deps.store.t;
      const channel = `me:${people[key]?.resident ?? ''}`;
      const rows = await t.deps.store.read((db) =>
        db
          .select({ seq: e.seq })
          .from(e)
          .where(and(eq(e.communityId, communityId), eq(e.channel, channel), eq(e.type, 'notices-changed')))
          .orderBy(asc(e.seq)),
      );
      return rows.length;
    },
  };
};
