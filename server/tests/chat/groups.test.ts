import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followGroup, followMe } from '../../src/chat/channel-rules.ts';
import { forgetMember } from '../../src/chat/membership/forget-member.ts';
import { loadNeighbours } from '../../src/chat/membership/load-neighbours.ts';
import { loadMemberships } from '../../src/chat/membership/plan-moves.ts';
import { keepPlace } from '../../src/chat/membership/write-members.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Person, type Village } from './neighbours.ts';

const day = 86_400_000;

describe.each(engines)('groups of neighbours on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  let wang: Person;
  let chen: Person;
  let li: Person;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    v = await buildVillage(t);
    wang = await v.moveIn('王工', '3-2-101');
    chen = await v.moveIn('陈阿姨', '3-2-102');
    li = await v.moveIn('李春梅', '4-1-101');
  });

  const as = (person: Person) => t.as(person.account);
  const inGroup = (groupId: string) => ({ ...v.c.params, groupId });
  const create = async (owner: Person, name = '种菜群') => (await as(owner).post(api.createGroup, { params: v.c.params, body: { name } })).id;
  const invite = async (by: Person, groupId: string, days = 7) =>
    (await as(by).post(api.createInvitation, { params: inGroup(groupId), body: { days } })).code;
  const byCode = (invitationCode: string) => ({ params: { ...v.c.params, invitationCode } });
  const join = async (person: Person, code: string) => as(person).post(api.joinGroup, byCode(code));
  const onMember = (groupId: string, { residentId }: Person) => ({ ...inGroup(groupId), residentId });
  const setRole = (by: Person, groupId: string, whom: Person, role: 'owner' | 'moderator' | 'member') =>
    as(by).call(api.setMemberRole, { params: onMember(groupId, whom), body: { role } });
  const remove = (by: Person, groupId: string, whom: Person) =>
    as(by).call(api.removeMember, { params: onMember(groupId, whom), body: { reason: '广告' } });
  const rolesIn = async (person: Person, groupId: string) =>
    Object.fromEntries((await v.membersOf(person, groupId)).map(({ label, role }) => [label, role]));
  const say = (person: Person, groupId: string, text: string, more: object = {}) =>
    as(person).post(api.sendMessage, { params: inGroup(groupId), body: { kind: 'text', text, ...more } });
  const memberOf = (person: Person) =>
    t.deps.store.read((db) => {
      const { groupMembers: m } = db.t;
      return db.select().from(m).where(and(eq(m.communityId, v.c.communityId), eq(m.residentId, person.residentId)));
    });
  /** A free group of all three, its owner first. */
  const threesome = async () => {
    const id = await create(wang);
    const code = await invite(wang, id);
    await join(chen, code);
    await join(li, code);
    return { id, code };
  };

  it('makes a free group, lets neighbours in by invitation, and says so in the group', async () => {
    const id = await create(wang, '  种菜群 ');
    expect(await v.groupNamed(wang, '种菜群')).toMatchObject({ id, kind: 'free', role: 'owner', members: 1, dwellings: null, unread: 0 });
    const code = await invite(wang, id);
    const seen = await as(chen).get(api.getInvitation, byCode(code));
    expect(seen).toEqual({ code, expiresAt: t.time.now() + 7 * day, groupName: '种菜群', by: '王工 3栋', members: 1, joined: false });
    expect(await join(chen, code)).toEqual({ id });
    expect(await join(chen, code)).toEqual({ id });
    expect((await as(chen).get(api.getInvitation, byCode(code))).joined).toBe(true);
    expect(await v.linesOf(wang, id)).toEqual(['created 王工 3栋', 'joined 陈阿姨 3栋']);
    expect(await rolesIn(chen, id)).toEqual({ '王工 3栋': 'owner', '陈阿姨 3栋': 'member' });
    expect(await v.groupNamed(chen, '种菜群')).toMatchObject({ members: 2, unread: 1 });
  });

  it('lets nobody in by an invitation that is over, wrong, of a group that ended, or of another community', async () => {
    const { id, code } = await threesome();
    const short = await invite(chen, id, 1);
    t.time.advance(day);
    expect(await as(chen).refused(api.getInvitation, byCode(short))).toBe('invitation-expired');
    expect(await as(chen).refused(api.joinGroup, byCode(short))).toBe('invitation-expired');
    expect(await as(chen).refused(api.joinGroup, byCode('nothing'))).toBe('not-found');
    const other = await buildVillage(t, '橡树社区');
    const stranger = await other.moveIn('外人', '3-2-101');
    expect(await as(stranger).refused(api.joinGroup, byCode(code))).toBe('not-a-member');
    const foreign = { params: { ...other.c.params, invitationCode: code } };
    expect(await as(stranger).refused(api.joinGroup, foreign)).toBe('not-found');
    expect(await as(stranger).refused(api.getInvitation, foreign)).toBe('not-found');
    expect(await as(chen).refused(api.createInvitation, { params: inGroup(id), body: { days: 31 } })).toBe('bad-request');
    await as(wang).post(api.dissolveGroup, { params: inGroup(id), body: { reason: '散了' } });
    expect(await as(chen).refused(api.getInvitation, byCode(code))).toBe('group-dissolved');
    expect(await as(li).refused(api.joinGroup, byCode(code))).toBe('group-dissolved');
  });

  it('lets members leave, and its owner only after handing it on', async () => {
    const { id, code } = await threesome();
    await as(chen).post(api.leaveGroup, { params: inGroup(id) });
    expect(await as(chen).refused(api.openGroup, { params: inGroup(id) })).toBe('not-found');
    expect(await as(wang).refused(api.leaveGroup, { params: inGroup(id) })).toBe('owner-stays');
    expect((await setRole(wang, id, li, 'owner')).status).toBe(200);
    expect(await rolesIn(li, id)).toEqual({ '李春梅 4栋': 'owner', '王工 3栋': 'moderator' });
    await as(wang).post(api.leaveGroup, { params: inGroup(id) });
    await join(chen, code);
    expect(await v.linesOf(li, id)).toEqual(
      ['created 王工 3栋', 'joined 陈阿姨 3栋', 'joined 李春梅 4栋', 'left 陈阿姨 3栋', 'left 王工 3栋', 'joined 陈阿姨 3栋'],
    );
    expect((await v.open(li, id)).members).toBe(2);
  });

  it('removes members, never upwards; who was removed comes back only by a later invitation', async () => {
    const { id, code } = await threesome();
    expect((await remove(chen, id, li)).code).toBe('not-allowed');
    await setRole(wang, id, chen, 'moderator');
    expect((await remove(chen, id, wang)).code).toBe('moderator-immune');
    expect((await remove(chen, id, chen)).code).toBe('moderator-immune');
    expect((await remove(chen, id, li)).status).toBe(200);
    expect((await remove(chen, id, li)).code).toBe('not-found');
    expect(await as(li).refused(api.openGroup, { params: inGroup(id) })).toBe('not-found');
    expect(await as(li).refused(api.joinGroup, byCode(code))).toBe('invitation-expired');
    expect((await v.linesOf(wang, id)).at(-1)).toBe('removed 李春梅 4栋');
    const log = await t.deps.store.read((db) => {
      const { moderationLog: l } = db.t;
      return db.select().from(l).where(and(eq(l.communityId, v.c.communityId), eq(l.groupId, id)));
    });
    expect(log).toMatchObject([{ action: 'removed', byId: chen.residentId, aboutId: li.residentId, reason: '广告' }]);
    t.time.advance(1000);
    expect(await join(li, await invite(wang, id))).toEqual({ id });
    expect((await v.open(wang, id)).members).toBe(3);
  });

  it('lets nobody fill it with lines by going and coming again', async () => {
    const { id, code } = await threesome();
    let comings = 0;
    for (;;) {
      await as(li).post(api.leaveGroup, { params: inGroup(id) });
      const { code: refused } = await as(li).call(api.joinGroup, byCode(code));
      if (refused !== undefined) {
        expect(refused).toBe('sending-too-fast');
        break;
      }
      comings += 1;
      expect(comings).toBeLessThan(20);
    }
    t.time.advance(60_000);
    await join(li, code);
    expect((await v.open(li, id)).members).toBe(3);
  });

  it('keeps a role that its owner gave while the register was being followed', async () => {
    const { id } = await threesome();
    const { communityId } = v.c;
    await t.deps.store.write(async (tx) => {
      const { groupMembers: m } = tx.t;
      const [kept] = (await loadMemberships(tx, communityId, [li.residentId])).filter(({ member }) => member.groupId === id);
      const [neighbour] = await loadNeighbours(tx, communityId, [li.residentId], dayAt(t.time.now()));
      if (kept === undefined || neighbour === undefined) throw new Error('not in the group');
      await tx
        .update(m)
        .set({ role: 'moderator' })
        .where(and(eq(m.communityId, communityId), eq(m.groupId, id), eq(m.residentId, li.residentId)));
      const move = { neighbour, groupId: id, row: kept.member, place: { role: kept.member.role, badge: null }, follows: null };
      await keepPlace(tx, communityId, [move], () => '春梅 4栋');
    });
    expect(await rolesIn(wang, id)).toMatchObject({ '春梅 4栋': 'moderator' });
  });

  it('forgets somebody who deletes the account: no name is left in what is kept for those who resume', async () => {
    const { id } = await threesome();
    await say(li, id, '我要走了');
    await say(wang, id, '一路顺风', { quoteSeq: 4 });
    await as(li).post(api.recallMessage, { params: { ...inGroup(id), messageSeq: '4' } });
    await say(li, id, '再见');
    await t.deps.store.write((tx) => forgetMember(tx, v.c.communityId, li.residentId, t.time.now()));
    const kept = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db.select({ channel: e.channel, type: e.type, data: e.data }).from(e).where(eq(e.communityId, v.c.communityId));
    });
    const inIt = kept.filter(({ channel }) => channel === `group:${id}`);
    expect(JSON.stringify(inIt)).not.toContain('春梅');
    expect(JSON.stringify(inIt)).toContain('再见');
    const told = kept.filter(({ channel, type }) => channel === `me:${li.residentId}` && type === 'groups-changed');
    for (const groupId of (await memberOf(li)).map((row) => row.groupId)) expect(told).toContainEqual(expect.objectContaining({ data: { groupId } }));
    expect((await memberOf(li)).every(({ leftAt }) => leftAt !== null)).toBe(true);
  });

  it('gives roles by its owner alone', async () => {
    const { id } = await threesome();
    expect((await setRole(chen, id, li, 'moderator')).code).toBe('not-allowed');
    expect((await setRole(wang, id, wang, 'member')).code).toBe('owner-stays');
    expect((await setRole(wang, id, chen, 'moderator')).status).toBe(200);
    expect((await setRole(wang, id, chen, 'moderator')).status).toBe(200);
    expect(await as(wang).refused(api.setMemberRole, { params: { ...inGroup(id), residentId: 'nobody' }, body: { role: 'member' } })).toBe('not-found');
    expect((await v.open(chen, id)).allowed).toContain('delete');
    expect((await setRole(wang, id, chen, 'member')).status).toBe(200);
    expect((await v.open(chen, id)).allowed).toEqual(['speak', 'invite', 'leave']);
  });

  it('ends for good: its members still read it, say nothing more, and leave', async () => {
    const { id } = await threesome();
    expect(await as(chen).refused(api.dissolveGroup, { params: inGroup(id), body: { reason: '不想要了' } })).toBe('not-allowed');
    await as(wang).post(api.dissolveGroup, { params: inGroup(id), body: { reason: '种完了' } });
    expect((await v.linesOf(chen, id)).at(-1)).toBe('dissolved 王工 3栋 种完了');
    expect((await v.open(wang, id)).allowed).toEqual(['leave']);
    const again = { params: inGroup(id), body: { reason: '再来' } };
    expect(await as(wang).refused(api.dissolveGroup, again)).toBe('group-dissolved');
    expect(await as(wang).refused(api.updateGroup, { params: inGroup(id), body: { name: '新名', version: 2 } })).toBe('group-dissolved');
    expect(await as(chen).refused(api.createInvitation, { params: inGroup(id), body: { days: 1 } })).toBe('group-dissolved');
    expect((await remove(wang, id, chen)).code).toBe('group-dissolved');
    expect((await setRole(wang, id, chen, 'owner')).code).toBe('group-dissolved');
    await as(wang).post(api.leaveGroup, { params: inGroup(id) });
    expect(await v.namesOf(wang)).not.toContain('种菜群');
  });

  it('lets nobody own more than twenty at a time', async () => {
    const ids = [];
    for (let i = 0; i < 20; i++) ids.push(await create(wang, `第${i}群`));
    expect(await as(wang).refused(api.createGroup, { params: v.c.params, body: { name: '第二十一群' } })).toBe('too-many-groups');
    await as(wang).post(api.dissolveGroup, { params: inGroup(ids[0] ?? ''), body: { reason: '散' } });
    await create(wang, '第二十一群');
    await create(chen, '另一群');
  });

  it('leaves membership of groups that follow the register to the register', async () => {
    const { id } = await v.groupNamed(wang, '3栋邻里群');
    const follows = 'group-follows-register';
    expect(await as(wang).refused(api.leaveGroup, { params: inGroup(id) })).toBe(follows);
    expect(await as(wang).refused(api.dissolveGroup, { params: inGroup(id), body: { reason: '散' } })).toBe(follows);
    expect(await as(wang).refused(api.createInvitation, { params: inGroup(id), body: { days: 1 } })).toBe(follows);
    expect((await setRole(wang, id, chen, 'moderator')).code).toBe(follows);
    expect((await remove(wang, id, chen)).code).toBe(follows);
    expect(await as(wang).refused(api.updateGroup, { params: inGroup(id), body: { name: '我的群', version: 1 } })).toBe('not-allowed');
  });

  it('is named and kept by its moderators, as a new version', async () => {
    const term = { kind: 'building-leader' as const, residentId: li.residentId, from: dayAt(t.time.now()) };
    const areaId = v.houses.buildings['3'] ?? '';
    await t.as(v.c.admin).post(communityApi.grantDuty, { params: v.c.params, body: { ...term, areaId } });
    const { id } = await v.groupNamed(li, '3栋邻里群');
    const update = (body: object) => ({ params: inGroup(id), body: { version: 1, ...body } });
    const changed = await as(li).post(api.updateGroup, update({ name: '三栋一家亲', naming: 'alias', speaking: 'moderators' }));
    expect(changed).toMatchObject({ name: '三栋一家亲', naming: 'alias', speaking: 'moderators', version: 2, role: 'moderator' });
    expect(await as(li).refused(api.updateGroup, update({ naming: 'dwelling' }))).toBe('version-conflict');
    expect(await as(wang).refused(api.updateGroup, { params: inGroup(id), body: { name: '别的', version: 2 } })).toBe('not-allowed');
    expect((await v.membersOf(wang, id)).map(({ label }) => label).sort()).toEqual(['李春梅', '王工', '陈阿姨'].sort());
    expect(await v.linesOf(wang, id)).toEqual(['renamed 李春梅 三栋一家亲', 'speaking 李春梅 moderators']);
    expect((await v.open(wang, id)).allowed).toEqual([]);
    expect(await as(wang).refused(api.sendMessage, { params: inGroup(id), body: { kind: 'text', text: '喂' } })).toBe('group-quiet');
    await as(li).post(api.updateGroup, { params: inGroup(id), body: { naming: 'building', version: 2 } });
    expect((await v.membersOf(wang, id)).map(({ label }) => label)).toContain('王工 3栋');
    const channel = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db
        .select({ data: e.data })
        .from(e)
        .where(and(eq(e.communityId, v.c.communityId), eq(e.channel, `group:${id}`), eq(e.type, 'group-changed')));
    });
    expect(channel.at(-1)?.data).toEqual({
      name: '三栋一家亲', naming: 'building', speaking: 'moderators', version: 3, pinnedSeq: null, members: 3,
    });
  });

  it('refuses names that the check of words finds', async () => {
    const body = { name: '代开发票群' };
    const bad = await as(wang).call(api.createGroup, { params: v.c.params, body });
    expect([bad.status, bad.code, bad.field]).toEqual([422, 'wording-risky', 'name']);
    const id = await create(wang);
    expect(await as(wang).refused(api.updateGroup, { params: inGroup(id), body: { ...body, version: 1 } })).toBe('wording-risky');
    expect(await as(wang).refused(api.createGroup, { params: v.c.params, body: { name: '   ' } })).toBe('bad-request');
  });

  it('lists groups by pin and last word, with what is unread, who was called, and the last line', async () => {
    const { id } = await threesome();
    const building = await v.groupNamed(wang, '3栋邻里群');
    t.time.advance(1000);
    await say(chen, building.id, '今晚停水');
    t.time.advance(1000);
    await say(chen, id, '黄瓜熟了', { mentions: [wang.residentId] });
    const rows = await v.groupsOf(wang);
    expect(rows.slice(0, 2)).toMatchObject([
      { id, unread: 3, mentioned: true, last: { seq: 4, kind: 'text', label: '陈阿姨 3栋', text: '黄瓜熟了', state: 'shown' } },
      { id: building.id, unread: 1, mentioned: false, last: { label: '陈阿姨 3-2-102', text: '今晚停水' } },
    ]);
    expect(await v.groupNamed(chen, '种菜群')).toMatchObject({ unread: 3, mentioned: false });
    await as(wang).post(api.setMyGroup, { params: inGroup(building.id), body: { pinned: true, silenced: true } });
    expect((await v.groupsOf(wang))[0]).toMatchObject({ id: building.id, pinned: true, silenced: true });
    await as(wang).post(api.setMyGroup, { params: inGroup(building.id), body: { silenced: false } });
    expect((await v.groupsOf(wang))[0]).toMatchObject({ pinned: true, silenced: false });
    await as(wang).post(api.markRead, { params: inGroup(id), body: { seq: 4 } });
    expect(await v.groupNamed(wang, '种菜群')).toMatchObject({ unread: 0, mentioned: false });
    const said = await v.groupNamed(wang, '3栋邻里群');
    await as(chen).post(api.recallMessage, { params: { ...inGroup(building.id), messageSeq: String(said.last?.seq) } });
    expect((await v.groupNamed(wang, '3栋邻里群')).last).toMatchObject({ text: '', state: 'recalled' });
  });

  it('opens about the first unread message, about one that is asked for, or at the end', async () => {
    const { id } = await v.groupNamed(wang, '3栋邻里群');
    for (let i = 1; i <= 80; i++) {
      t.time.advance(2000);
      await say(chen, id, `第${i}句`);
    }
    await as(wang).post(api.markRead, { params: inGroup(id), body: { seq: 10 } });
    const opened = await as(wang).get(api.openGroup, { params: inGroup(id) });
    const seqs = opened.page.items.map(({ seq }) => seq);
    expect(seqs).toContain(11);
    expect([opened.group.unread, opened.group.readSeq, opened.page.hasAfter]).toEqual([70, 10, true]);
    const around = await as(wang).get(api.openGroup, { params: inGroup(id), query: { around: 60 } });
    expect(around.page.items.map(({ seq }) => seq)).toContain(60);
    await as(wang).post(api.markRead, { params: inGroup(id), body: { seq: 80 } });
    const atEnd = await as(wang).get(api.openGroup, { params: inGroup(id) });
    expect([atEnd.page.items.at(-1)?.seq, atEnd.page.hasAfter, atEnd.page.items.length]).toEqual([80, false, 50]);
    expect(atEnd.group.cursor).toBeGreaterThanOrEqual(80);
  });

  it('shows the pinned message until it is taken back', async () => {
    const { id } = await threesome();
    await say(chen, id, '周六收菜');
    await as(wang).post(api.pinMessage, { params: inGroup(id), body: { seq: 4 } });
    expect((await v.open(li, id)).pinnedMessage).toMatchObject({ seq: 4, text: '周六收菜', author: { label: '陈阿姨 3栋' } });
    await as(chen).post(api.recallMessage, { params: { ...inGroup(id), messageSeq: '4' } });
    expect((await v.open(li, id)).pinnedMessage).toBeNull();
  });

  it('lists members page by page, leaders first, and finds them by what they are called', async () => {
    const { id } = await threesome();
    await setRole(wang, id, li, 'moderator');
    const list = (query: object) => as(chen).get(api.listMembers, { params: inGroup(id), query });
    const first = await list({ limit: 2 });
    expect(first.items.map(({ label, role }) => [label, role])).toEqual([['王工 3栋', 'owner'], ['李春梅 4栋', 'moderator']]);
    const second = await list({ limit: 2, cursor: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ id: chen.residentId, label: '陈阿姨 3栋', role: 'member' }], next: null });
    expect((await list({ search: '春梅' })).items.map(({ id: found }) => found)).toEqual([li.residentId]);
    expect((await list({ search: '4栋' })).items).toHaveLength(1);
    expect((await list({ search: '无人' })).items).toEqual([]);
    expect((await list({ cursor: 'no cursor of ours' })).items).toHaveLength(3);
    const outside = await create(wang, '别的群');
    expect(await as(chen).refused(api.listMembers, { params: inGroup(outside) })).toBe('not-found');
  });

  it('shows who is muted to those who keep order and to the muted alone', async () => {
    const { id } = await threesome();
    const params = onMember(id, chen);
    await as(wang).post(api.muteMember, { params, body: { minutes: 10, reason: '刷屏' } });
    const untilSeenBy = async (person: Person) =>
      (await v.membersOf(person, id)).find((member) => member.id === chen.residentId)?.mutedUntil;
    expect([await untilSeenBy(wang), await untilSeenBy(chen), await untilSeenBy(li)]).toEqual(
      [t.time.now() + 600_000, t.time.now() + 600_000, null],
    );
    expect((await v.open(chen, id)).allowed).not.toContain('speak');
    t.time.advance(600_000);
    expect(await v.open(chen, id)).toMatchObject({ mutedUntil: null });
    expect((await v.open(chen, id)).allowed).toContain('speak');
  });

  it('lets only its members hear a group, and everybody only the own channel', async () => {
    const { id } = await threesome();
    await as(li).post(api.leaveGroup, { params: inGroup(id) });
    const hears = (person: Person) =>
      t.deps.store.read(async (db) => {
        const now = t.time.now();
        const actor = await t.deps.members.loadMember(db, v.c.communityId, person.account, now);
        if (actor === null) throw new Error('not a member');
        return [await followGroup(db, actor, id, now), await followMe(db, actor, wang.residentId, now)];
      });
    expect([await hears(wang), await hears(chen), await hears(li)]).toEqual([[true, true], [true, false], [false, false]]);
  });

  it('does everything once under one command id, also when two come at once', async () => {
    const commandId = makeCommandId();
    const sent = { params: v.c.params, body: { name: '一次群' }, commandId };
    const [a, b] = await Promise.all([as(wang).post(api.createGroup, sent), as(wang).post(api.createGroup, sent)]);
    expect(a).toEqual(b);
    const code = await invite(wang, a.id);
    await Promise.all([join(chen, code), join(chen, code), join(li, code)]);
    expect(await v.open(wang, a.id)).toMatchObject({ members: 3 });
    expect((await v.linesOf(wang, a.id)).filter((line) => line.startsWith('joined'))).toHaveLength(2);
  });
});
