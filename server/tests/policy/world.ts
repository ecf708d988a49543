import { communityApi } from '@bandeng/shared/community/api.ts';
import { dutyKinds, roles, type Role } from '@bandeng/shared/community/vocabulary.ts';
import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { eq } from 'drizzle-orm';
import type { Schema } from '../../src/platform/store/schema.ts';
import { buildHouses } from '../community/found.ts';
import { checkFile } from '../community/import-file.ts';
import { buildAssembly, day, draftBody, votesOf, type Assembly } from '../deliberation/assembly.ts';
import { makeCommandId, type TestApp } from '../platform/test-app.ts';
import { messageSeqs, playChat } from './play-chat.ts';
import { playNotices } from './play-notices.ts';

/** Path parameters and the members of bodies that name something of a community. */
export type IdName = keyof typeof idTables | 'invitationCode' | 'noticeToken';

const idTables = {
  areaId: 'areas',
  parentId: 'areas',
  dwellingId: 'dwellings',
  tenureId: 'tenures',
  claimId: 'claims',
  bodyId: 'bodies',
  memberId: 'bodyMembers',
  dutyId: 'duties',
  importId: 'imports',
  fileId: 'files',
  photoId: 'files',
  residentId: 'residents',
  voterId: 'residents',
  matterId: 'matters',
  sessionId: 'sessions',
  disclosureId: 'disclosures',
  objectionId: 'objections',
  commentId: 'comments',
  groupId: 'groups',
  heldId: 'heldMessages',
  reportId: 'messageReports',
  appealId: 'messageAppeals',
  intakeId: 'intakes',
  noticeId: 'notices',
  helperId: 'residents',
} as const satisfies Record<string, keyof Schema>;

export interface Place {
  readonly communityId: string;
  /** Account of one member for each role, who holds it and no other but `resident`. */
  readonly holders: Readonly<Record<Role, string>>;
  /** Everything of this community by what the path calls it. */
  readonly ids: Readonly<Record<IdName, readonly string[]>>;
  readonly tokens: readonly string[];
  /** A draft of whoever holds every right. */
  readonly draftId: string;
}

export interface World {
  readonly here: Place;
  readonly there: Place;
  /** One account that holds all twelve roles in both communities. */
  readonly almighty: string;
  /** Signed in, member of nothing. */
  readonly stranger: string;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const boundary = 'parts-of-a-form';
export const formOf = (name: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

const uploadPicture = async (t: TestApp, communityId: string, accountId: string): Promise<string> => {
  const answer = await t.app.inject({
    method: 'POST',
    url: fillPath(platformApi.uploadFile.path, { communityId }),
    headers: {
      authorization: `Bearer ${await t.tokenOf(accountId)}`,
      'idempotency-key': makeCommandId(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: formOf('photo.png', png),
  });
  return answer.json<{ id: string }>().id;
};

const addMember = async (t: TestApp, a: Assembly, dwellingId: string, accountId: string, held: readonly Role[]) => {
  const { communityId, bodies } = a.c;
  const id = t.deps.newId();
  const seatRoles: Partial<Record<Role, keyof typeof bodies>> = {
    'branch-committee': 'branch-committee',
    'residents-committee': 'residents-committee',
    'party-member': 'party-members',
    representative: 'representatives',
    supervisor: 'supervisors',
  };
  await t.deps.store.write(async (tx) => {
    const blank = { alias: '', phone: null, partyMember: false, birthDay: '1980-01-01', createdAt: 0 };
    await tx.insert(tx.t.residents).values({ communityId, id, accountId, name: held.join('+').slice(0, 20), ...blank });
    for (const role of held) {
      const seat = seatRoles[role];
      const row = { communityId, id: t.deps.newId(), residentId: id };
      const term = { from: '2024-01-01', until: null, endReason: '' };
      if (seat !== undefined) {
        await tx.insert(tx.t.bodyMembers).values({ ...row, bodyId: bodies[seat], position: '', households: 0, ...term });
      } else if ((dutyKinds as readonly string[]).includes(role)) {
        await tx.insert(tx.t.duties).values({ ...row, kind: role, areaId: a.c.areaId, ...term });
      } else {
        const kind = role === 'owner' ? 'co-owner' : role === 'tenant' ? 'tenant' : 'household';
        await tx.insert(tx.t.tenures).values({ ...row, dwellingId, kind, from: 0, until: null, endReason: '' });
      }
    }
  });
  return id;
};

/** Objecting and rating is for those who live there. */
const moveIn = async (a: Assembly, key: string, dwellingId: string): Promise<void> => {
  const tenure = { kind: 'household', from: 0, until: null, endReason: '', dwellingId, residentId: a.person(key).resident };
  const row = { communityId: a.c.communityId, id: a.t.deps.newId(), ...tenure };
  await a.t.deps.store.write((tx) => tx.insert(tx.t.tenures).values(row));
};

const yes = (keys: readonly string[]) => votesOf(keys, 'yes');

/** Matters at every station: convened, open, secret and open, returned, disclosed with an objection, carried out. */
const playMatters = async (a: Assembly, voucher: string) => {
  const { t } = a;
  const disclose = async (text: string) => {
    const matterId = await a.submitted({ title: text });
    await a.hold('b1', matterId, yes(a.branch));
    await a.hold('r1', matterId, yes(a.committee));
    await a.hold('b1', matterId, yes(a.party));
    const session = await a.hold('r1', matterId, yes(a.representatives));
    const params = { sessionId: session.id };
    await a.ok('r1', api.writeMinutes, { params, body: { text: '到会人员一致同意。', version: 0, fileIds: [] } });
    await a.ok('d1', api.signMinutes, { params, body: { version: 1 } });
    await a.ok('b1', api.publishResolution, { params: { matterId }, body: { text, days: 15, fileIds: [] } });
    await a.ok('d1', api.addComment, { params: { matterId }, body: { text: '请尽快开工。', stageId: null } });
    return matterId;
  };
  const done = await disclose('供暖改造');
  t.time.advance(20 * day);
  await t.runTimers();
  const payment = { kind: 'payment' as const, title: '材料款', text: '', day: '2026-12-01', amountFen: 100_00, payee: '安居公司' };
  const attached = await t.as(a.person('b1').account).call(api.addProgress, {
    params: { communityId: a.c.communityId, matterId: done },
    body: { ...payment, fileIds: [voucher] },
  });
  if (attached.status !== 200) throw new Error(`the voucher was refused: ${attached.code ?? ''}`);
  await a.ok('b1', api.publishOutcome, { params: { matterId: done }, body: { text: '已完工。', days: 15, fileIds: [] } });
  await a.ok('d2', api.rateMatter, { params: { matterId: done }, body: { stars: 4, text: '不错' } });

  const disclosed = await disclose('屋顶维修');
  const [disclosure] = (await a.view(disclosed)).disclosures;
  const params = { disclosureId: disclosure?.id ?? '' };
  await a.ok('d2', api.fileObjection, { params, body: { text: '费用分摊不清楚。' } });

  await a.convene('b1', await a.submitted(), { startsAt: t.time.now() + day, closesAt: t.time.now() + 2 * day });
  const open = await a.convene('b1', await a.submitted(), { closesAt: t.time.now() + 9 * day });
  await a.open('b1', open);
  await a.vote('b1', open, 'no');
  const secret = await a.submitted({ secret: true });
  await a.hold('b1', secret, yes(a.branch));
  const box = await a.convene('r1', secret, { closesAt: t.time.now() + 9 * day });
  await a.open('r1', box);
  await a.vote('r1', box, 'abstain');
  await a.hold('b1', await a.submitted(), votesOf(a.branch, 'no'));
};

const register = (compound: string) =>
  ['小区,楼栋,单元,房号,建筑面积,业主姓名,联系电话', `${compound},3,2,101,89.50,王工,19900000001`, `${compound},3,2,102,,李春梅,`].join('\n');

const fillPlace = async (t: TestApp, almighty: string, name: string): Promise<Place> => {
  const a = await buildAssembly(t, { branch: 2, residents: 2, party: 1, representatives: 2 });
  const { communityId } = a.c;
  const { dwellings } = await buildHouses(t, a.c, ['1-1-101', '1-1-102', '2-1-101']);
  const [home = ''] = Object.values(dwellings);
  const holders: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const accountId = await t.addAccount({ name: role });
    holders[role] = accountId;
    await addMember(t, a, home, accountId, [role]);
  }
  const voucher = await uploadPicture(t, communityId, a.person('b1').account);
  await moveIn(a, 'd2', home);
  await playMatters(a, voucher);
  const helperId = await addMember(t, a, home, almighty, roles);
  const { id: draftId } = await t.as(almighty).post(api.createDraft, { params: a.c.params, body: draftBody() });
  for (let i = 0; i < 3; i++) await uploadPicture(t, communityId, almighty);
  const picture = await uploadPicture(t, communityId, almighty);
  const [resident = '', committee = ''] = [holders.resident, holders['residents-committee']];
  await playChat(t, { communityId, almighty, resident, committee, picture });
  const notices = { communityId, areaId: a.c.areaId, bodyId: a.c.bodies.representatives, almighty, resident, committee, helperId };
  const noticeTokens = await playNotices(t, { ...notices, picture: await uploadPicture(t, communityId, almighty) });
  await checkFile(t, a.c, `${name}.csv`, register(name));
  const claimant = await t.addAccount({ name: '新邻居' });
  const claim = { dwellingId: dwellings['2-1-101'] ?? '', name: '新邻居', kind: 'owner' as const, note: '' };
  await t.as(claimant).post(communityApi.createClaim, { params: a.c.params, body: claim });
  const ids: Partial<Record<IdName, string[]>> = { noticeToken: noticeTokens };
  const tokens = await t.deps.store.read(async (db) => {
    for (const [param, table] of Object.entries(idTables) as [IdName, keyof Schema][]) {
      const from = db.t[table] as Schema['residents'];
      const rows = await db.select({ id: from.id }).from(from).where(eq(from.communityId, communityId)).orderBy(from.id);
      // Groups of an office are called alike everywhere: their ids name nothing of this community.
      ids[param] = rows.map(({ id }) => id).filter((id) => param !== 'groupId' || !id.startsWith('duty-'));
    }
    const { disclosures: d, communities: c, invitations: v } = db.t;
    const invited = await db.select({ code: v.code }).from(v).where(eq(v.communityId, communityId)).orderBy(v.code);
    ids.invitationCode = invited.map(({ code }) => code);
    const opened = await db.select({ token: d.publicToken }).from(d).where(eq(d.communityId, communityId));
    const [board] = await db.select({ token: c.publicToken }).from(c).where(eq(c.id, communityId));
    return [...opened.map(({ token }) => token), board?.token ?? ''];
  });
  const empty = Object.entries(ids).filter(([, found]) => found.length === 0);
  if (empty.length > 0) throw new Error(`nothing is called ${empty.map(([param]) => param).join(', ')} in ${name}`);
  return { communityId, holders: holders as Record<Role, string>, ids: ids as Record<IdName, string[]>, tokens, draftId };
};

/** What a path may call something of a place. */
export const named = ({ communityId, ids, tokens }: Place, param: string): readonly string[] => {
  if (param === 'communityId') return [communityId];
  if (param === 'token') return tokens;
  if (param === 'messageSeq') return messageSeqs;
  return ids[param as IdName] ?? [];
};

/** Two communities with something of everything in each, and nothing in common but one person. */
export const buildWorld = async (t: TestApp): Promise<World> => {
  const almighty = await t.addAccount({ name: '全能' });
  const stranger = await t.addAccount({ name: '过路人', demo: '访客' });
  const here = await fillPlace(t, almighty, '春晖苑');
  const there = await fillPlace(t, almighty, '秋实苑');
  return { here, there, almighty, stranger };
};
