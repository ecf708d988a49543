import { chatApi } from '@bandeng/shared/chat/api.ts';
import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { addDays, dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendMessage } from '../../src/chat/append-message.ts';
import { lockGroup } from '../../src/chat/load-group.ts';
import { addPhoneAccount, foundTestCommunity, settle } from '../community/found.ts';
import { importFile } from '../community/import-file.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { accountOf, buildVillage, moveOut, type Person, type Village } from './neighbours.ts';

const day = 86_400_000;

describe.each(engines)('groups that follow the register on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    v = await buildVillage(t);
  });

  const admin = () => t.as(v.c.admin);
  const today = () => dayAt(t.time.now());
  const labelsIn = async (person: Person, name: string) => {
    const { id } = await v.groupNamed(person, name);
    return (await v.membersOf(person, id)).map(({ label }) => label).sort();
  };
  const say = async (groupId: string, author: Person, text: string) => {
    const { communityId } = v.c;
    const said = { authorId: author.residentId, sentAs: makeCommandId(), kind: 'text', text, body: {} } as const;
    await t.deps.store.write(async (tx) => {
      const group = await lockGroup(tx, communityId, groupId);
      if (group === undefined) throw new Error(`no group ${groupId}`);
      await appendMessage(tx, group, said, t.time.now());
    });
  };
  const dutyFor = (kind: 'building-leader' | 'grid-worker', residentId: string, areaId: string | undefined) =>
    admin().post(api.grantDuty, { params: v.c.params, body: { kind, residentId, areaId: areaId ?? '', from: today() } });
  const appoint = (body: keyof typeof v.c.bodies, residentId: string, position: string, from = today(), until?: string) =>
    admin().post(api.appointMember, {
      params: { ...v.c.params, bodyId: v.c.bodies[body] },
      body: { residentId, position, from, ...(until === undefined ? {} : { until }) },
    });
  /** The stored count must be what the rows say, whatever happened. */
  const countsAgree = async () => {
    const { groups: g, groupMembers: m } = t.deps.store.t;
    const [groups, rows] = await t.deps.store.read(async (db) => [
      await db.select().from(g).where(eq(g.communityId, v.c.communityId)),
      await db.select().from(m).where(and(eq(m.communityId, v.c.communityId), isNull(m.leftAt))),
    ]);
    const counted = groups.map(({ id, memberCount }) => [id, memberCount, rows.filter((row) => row.groupId === id).length]);
    expect(counted.filter(([, kept, real]) => kept !== real)).toEqual([]);
  };

  it('lets somebody whose account is bound into the groups of unit, building, compound and community', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const groups = await v.groupsOf(wang);
    expect(groups.map(({ name, areaKind, members, dwellings }) => ({ name, areaKind, members, dwellings }))).toEqual(
      expect.arrayContaining([
        { name: '3栋2单元邻里群', areaKind: 'unit', members: 1, dwellings: 2 },
        { name: '3栋邻里群', areaKind: 'building', members: 1, dwellings: 3 },
        { name: '春晖苑邻里群', areaKind: 'compound', members: 1, dwellings: 5 },
        { name: '枫林社区邻里群', areaKind: 'community', members: 2, dwellings: 5 },
      ]),
    );
    expect(groups).toHaveLength(4);
    expect(groups.every(({ kind, role, unread, last }) => kind === 'area' && role === 'member' && unread === 0 && last === null)).toBe(true);
    await countsAgree();
  });

  it('keeps people without an account outside, and lets them in when they bind one', async () => {
    const phone = '18700000001';
    const dwelling = v.houses.dwellings['3-2-102'] ?? '';
    await settle(t, v.c, dwelling, { name: '陈阿姨', phone, kind: 'owner' });
    const wang = await v.moveIn('王工', '3-2-101');
    expect(await labelsIn(wang, '3栋2单元邻里群')).toEqual(['王工 3-2-101']);
    await addPhoneAccount(t, phone, '陈阿姨');
    expect(await labelsIn(wang, '3栋2单元邻里群')).toEqual(['王工 3-2-101', '陈阿姨 3-2-102'].sort());
  });

  it('shows members as the group is named, the alias before the name', async () => {
    const wang = await v.moveIn('王建国', '3-2-101');
    await t.as(wang.account).post(api.setMyAlias, { params: v.c.params, body: { alias: '王工' } });
    expect(await labelsIn(wang, '3栋邻里群')).toEqual(['王工 3-2-101']);
    expect(await labelsIn(wang, '春晖苑邻里群')).toEqual(['王工 3栋']);
    expect((await v.open(wang, (await v.groupNamed(wang, '枫林社区邻里群')).id)).speaking).toBe('moderators');
    expect((await v.open(wang, (await v.groupNamed(wang, '3栋邻里群')).id)).speaking).toBe('everyone');
  });

  it('lets go of whoever moves out, keeps what was read, and lets in again with what came since unread', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const chen = await v.moveIn('陈阿姨', '3-2-102');
    const { id } = await v.groupNamed(wang, '3栋邻里群');
    await say(id, chen, '大家好');
    await t.as(wang.account).post(chatApi.markRead, { params: { ...v.c.params, groupId: id }, body: { seq: 1 } });
    await dutyFor('grid-worker', wang.residentId, v.houses.buildings['4']);
    await moveOut(t, v, wang);
    expect(await v.namesOf(wang)).toEqual(['4栋1单元邻里群', '4栋邻里群', '楼栋长与网格员群']);
    expect(await t.as(wang.account).refused(chatApi.openGroup, { params: { ...v.c.params, groupId: id } })).toBe('not-found');
    expect(await labelsIn(chen, '3栋邻里群')).toEqual(['陈阿姨 3-2-102']);
    await say(id, chen, '电梯修好了');
    const back = { params: { ...v.c.params, dwellingId: v.houses.dwellings['3-1-101'] ?? '' } };
    const { phone } = await t.as(wang.account).get(api.getMyPlace, { params: v.c.params });
    await admin().post(api.addTenure, { ...back, body: { name: '王工', phone: phone ?? '', kind: 'tenant' } });
    expect(await v.groupNamed(wang, '3栋邻里群')).toMatchObject({ id, unread: 1, members: 2 });
    expect((await v.open(chen, id)).members).toBe(2);
    await countsAgree();
  });

  it('does not count what was said before as unread for whoever comes new', async () => {
    const chen = await v.moveIn('陈阿姨', '3-2-102');
    const { id } = await v.groupNamed(chen, '3栋邻里群');
    for (const text of ['一', '二', '三']) await say(id, chen, text);
    const wang = await v.moveIn('王工', '3-2-101');
    expect(await v.groupNamed(wang, '3栋邻里群')).toMatchObject({ unread: 0, mentioned: false, last: { seq: 3, text: '三', label: '陈阿姨 3-2-102' } });
    expect(await v.linesOf(wang, id)).toEqual(['一', '二', '三']);
  });

  it('follows a term of office by the clock: in on its first day, out on the day it ends', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    await appoint('representatives', wang.residentId, '', addDays(today(), 2), addDays(today(), 4));
    const seen = [];
    for (let i = 0; i < 5; i++) {
      seen.push((await v.namesOf(wang)).includes('居民代表群'));
      t.time.advance(day);
    }
    expect(seen).toEqual([false, false, true, true, false]);
    await countsAgree();
  });

  it('joins both committees in one group, and lets those who preside keep order', async () => {
    const secretary = await v.moveIn('书记', '3-2-101');
    const member = await v.moveIn('委员', '3-2-102');
    const chair = await v.moveIn('主任', '4-1-101');
    await appoint('branch-committee', secretary.residentId, '党支部书记');
    await appoint('residents-committee', member.residentId, '委员');
    await appoint('residents-committee', chair.residentId, '居委会主任');
    const joint = await v.groupNamed(member, '社区“两委”群');
    const roles = (await v.membersOf(member, joint.id)).map(({ label, role, badge }) => [label.slice(0, 2), role, badge]);
    expect(roles.sort()).toEqual(
      [
        ['书记', 'moderator', 'branch-committee'],
        ['主任', 'moderator', 'residents-committee'],
        ['委员', 'member', 'residents-committee'],
      ].sort(),
    );
    expect(await v.namesOf(chair)).not.toContain('党支部委员会群');
    const branch = await v.groupNamed(secretary, '党支部委员会群');
    expect(await t.as(chair.account).refused(chatApi.openGroup, { params: { ...v.c.params, groupId: branch.id } })).toBe('not-found');
    expect((await v.groupNamed(chair, '枫林社区邻里群')).role).toBe('moderator');
    expect((await v.groupNamed(secretary, '枫林社区邻里群')).role).toBe('member');
  });

  it('puts a building leader above the own building, into its units and among the building leaders', async () => {
    const li = await v.moveIn('李春梅', '4-1-101');
    const wang = await v.moveIn('王工', '3-2-101');
    await dutyFor('building-leader', li.residentId, v.houses.buildings['3']);
    await dutyFor('grid-worker', wang.residentId, v.houses.compoundId);
    expect(await v.namesOf(li)).toEqual(
      ['3栋邻里群', '3栋1单元邻里群', '3栋2单元邻里群', '4栋邻里群', '4栋1单元邻里群', '春晖苑邻里群', '枫林社区邻里群', '楼栋长与网格员群'].sort(),
    );
    const roleIn = async (person: Person, name: string) => (await v.groupNamed(person, name)).role;
    expect(await roleIn(li, '3栋2单元邻里群')).toBe('moderator');
    expect(await roleIn(li, '4栋邻里群')).toBe('member');
    expect(await roleIn(li, '楼栋长与网格员群')).toBe('member');
    expect(await roleIn(wang, '楼栋长与网格员群')).toBe('moderator');
    expect(await roleIn(wang, '5栋邻里群')).toBe('moderator');
    expect(await roleIn(wang, '春晖苑邻里群')).toBe('moderator');
    const { id } = await v.groupNamed(wang, '3栋邻里群');
    const badges = Object.fromEntries((await v.membersOf(wang, id)).map(({ label, badge }) => [label, badge]));
    expect(badges).toEqual({ '王工 3-2-101': 'grid-worker', '李春梅 4-1-101': 'building-leader' });
    const { duties } = await admin().get(api.listDuties, { params: v.c.params });
    const held = duties.find(({ residentId }) => residentId === li.residentId);
    await admin().post(api.endDuty, { params: { ...v.c.params, dutyId: held?.id ?? '' }, body: { until: today(), reason: '卸任' } });
    expect(await v.namesOf(li)).toEqual(['4栋1单元邻里群', '4栋邻里群', '春晖苑邻里群', '枫林社区邻里群'].sort());
    await countsAgree();
  });

  it('follows a new area at once: others are named apart from it, and whoever looks after what lies above has it', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const { communityId } = v.c;
    const duty = { kind: 'grid-worker', residentId: wang.residentId, areaId: v.houses.compoundId, from: '2024-01-01', until: null, endReason: '' };
    await t.deps.store.write((tx) => tx.insert(tx.t.duties).values({ communityId, id: t.deps.newId(), ...duty }));
    const add = (kind: 'compound' | 'building', name: string, parentId: string) =>
      admin().post(api.createArea, { params: v.c.params, body: { kind, name, parentId } });
    await add('building', '9栋', v.houses.compoundId);
    expect(await v.namesOf(wang)).toContain('9栋邻里群');
    await add('compound', '秋实苑', v.c.areaId);
    expect(await v.namesOf(wang)).toEqual(expect.arrayContaining(['春晖苑3栋邻里群', '春晖苑9栋邻里群']));
  });

  it('follows an area that is redrawn and renamed', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const { id } = await v.groupNamed(wang, '春晖苑邻里群');
    const compound = { kind: 'compound' as const, name: '秋实苑', parentId: v.c.areaId };
    const other = await admin().post(api.createArea, { params: v.c.params, body: compound });
    const building = v.houses.buildings['3'] ?? '';
    const body = { name: '8栋', parentId: other.id, reason: '划入秋实苑', version: 1 };
    await admin().post(api.redrawArea, { params: { ...v.c.params, areaId: building }, body });
    const groups = await v.groupsOf(wang);
    expect(groups.map(({ name }) => name).sort()).toEqual(
      ['枫林社区邻里群', '秋实苑邻里群', '秋实苑8栋邻里群', '秋实苑8栋2单元邻里群'].sort(),
    );
    expect(groups.find(({ name }) => name === '秋实苑邻里群')).toMatchObject({ dwellings: 3, members: 1 });
    const old = await t.deps.store.read((db) => db.select().from(db.t.groups).where(eq(db.t.groups.id, id)));
    expect(old[0]).toMatchObject({ memberCount: 0, dwellings: 2 });
    expect(await labelsIn(wang, '秋实苑邻里群')).toEqual(['王工 8栋']);
  });

  it('looks at everybody once after an import, not once for each of its rows', async () => {
    const phones = ['19900000001', '19900000002'];
    const accounts = [];
    for (const phone of phones) accounts.push(await addPhoneAccount(t, phone));
    const heading = '小区,楼栋,单元,房号,建筑面积,业主姓名,联系电话,备注';
    const rows = [`春晖苑,3,2,301,89.50,王工,${phones[0] ?? ''},楼栋长`, `春晖苑,9,1,101,89.50,李四,${phones[1] ?? ''},居民代表`];
    const waiting = () => t.deps.store.read((db) => db.select().from(db.t.timers).where(eq(db.t.timers.kind, 'sync-groups')));
    await t.runTimers();
    const before = (await waiting()).length;
    await importFile(t, v.c, '房屋登记表.csv', [heading, ...rows].join('\n'));
    expect((await waiting()).length).toBe(before);
    const [leader = '', representative = ''] = accounts;
    expect(await v.groupNamed(leader, '3栋邻里群')).toMatchObject({ role: 'moderator', dwellings: 4 });
    expect(await v.namesOf(representative)).toEqual(
      ['9栋1单元邻里群', '9栋邻里群', '居民代表群', '春晖苑邻里群', '枫林社区邻里群'].sort(),
    );
    await countsAgree();
  });

  it('goes through a community of more people than one write takes', async () => {
    const { communityId } = v.c;
    const dwellingId = v.houses.dwellings['3-2-101'] ?? '';
    await t.deps.store.write(async (tx) => {
      for (let i = 0; i < 230; i++) {
        const person = { communityId, id: t.deps.newId(), accountId: t.deps.newId(), name: `居民${i}`, alias: '' };
        await tx.insert(tx.t.residents).values({ ...person, phone: null, partyMember: false, birthDay: null, createdAt: 0 });
        const tenure = { dwellingId, residentId: person.id, kind: 'household', from: 0, until: null, endReason: '' };
        await tx.insert(tx.t.tenures).values({ communityId, id: t.deps.newId(), ...tenure });
      }
    });
    t.time.advance(day);
    const wang = await v.moveIn('王工', '3-2-101');
    expect(await v.groupNamed(wang, '3栋2单元邻里群')).toMatchObject({ members: 231 });
    expect(await v.groupNamed(wang, '枫林社区邻里群')).toMatchObject({ members: 232 });
    await countsAgree();
  });

  it('forgets whoever deletes the account at once: out of every group, the name erased, what was said kept', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const chen = await v.moveIn('陈阿姨', '3-2-102');
    const { id } = await v.groupNamed(wang, '3栋邻里群');
    await say(id, wang, '楼道灯坏了');
    const free = await t.as(wang.account).post(chatApi.createGroup, { params: v.c.params, body: { name: '种菜群' } });
    const invitation = await t.as(wang.account).post(chatApi.createInvitation, {
      params: { ...v.c.params, groupId: free.id },
      body: { days: 7 },
    });
    const params = { ...v.c.params, invitationCode: invitation.code };
    await t.as(chen.account).post(chatApi.joinGroup, { params });
    await t.as(wang.account).post(platformApi.deleteAccount, { body: { confirm: 'delete-my-account' } });
    const page = await t.as(chen.account).get(chatApi.openGroup, { params: { ...v.c.params, groupId: id } });
    expect(page.page.items).toMatchObject([{ text: '楼道灯坏了', author: { label: '已注销用户', badge: null } }]);
    expect(page.group.members).toBe(1);
    expect((await v.open(chen, free.id)).role).toBe('owner');
    expect(await v.linesOf(chen, free.id)).toEqual(['created 已注销用户', 'joined 陈阿姨 3栋', 'left 已注销用户']);
    await countsAgree();
    await t.runTimers();
    await countsAgree();
  });

  it('takes whoever leaves the community out of free groups too, and ends a group that nobody is left in', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const { id } = await t.as(wang.account).post(chatApi.createGroup, { params: v.c.params, body: { name: '钓鱼' } });
    await moveOut(t, v, wang);
    const rows = await t.deps.store.read((db) => db.select().from(db.t.groups).where(eq(db.t.groups.id, id)));
    expect(rows[0]).toMatchObject({ memberCount: 0, dissolvedAt: t.time.now() });
    expect(await t.as(accountOf(wang)).refused(chatApi.listGroups, { params: v.c.params })).toBe('not-a-member');
  });

  it('keeps two communities apart, for one person in both', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const other = await foundTestCommunity(t, '橡树社区');
    const { phone } = await t.as(wang.account).get(api.getMyPlace, { params: v.c.params });
    const there = await buildVillage(t, '白桦社区');
    await settle(t, there.c, there.houses.dwellings['3-2-101'] ?? '', { name: '王工', phone: phone ?? '' });
    const mine = await v.groupsOf(wang);
    const elsewhere = await there.groupsOf(wang.account);
    expect(elsewhere.map(({ name }) => name)).toContain('白桦社区邻里群');
    expect(elsewhere.some(({ id }) => mine.some((group) => group.id === id))).toBe(false);
    const [foreign] = elsewhere;
    const params = { ...v.c.params, groupId: foreign?.id ?? '' };
    expect(await t.as(wang.account).refused(chatApi.openGroup, { params })).toBe('not-found');
    expect(await t.as(wang.account).refused(chatApi.listGroups, { params: other.params })).toBe('not-a-member');
  });

  it('tells whoever is moved, and the group how many it has', async () => {
    const wang = await v.moveIn('王工', '3-2-101');
    const { id } = await v.groupNamed(wang, '3栋2单元邻里群');
    await v.moveIn('陈阿姨', '3-2-102');
    const eventsOn = (channel: string) =>
      t.deps.store.read((db) => {
        const { channelEvents: e } = db.t;
        return db.select({ type: e.type, data: e.data }).from(e).where(and(eq(e.communityId, v.c.communityId), eq(e.channel, channel)));
      });
    const told = await eventsOn(`me:${wang.residentId}`);
    expect(told.filter(({ type }) => type === 'groups-changed')).toHaveLength(4);
    const heard = await eventsOn(`group:${id}`);
    expect(heard.map(({ type, data }) => [type, (data as { members: number }).members])).toEqual([
      ['group-changed', 1],
      ['group-changed', 2],
    ]);
  });
});
