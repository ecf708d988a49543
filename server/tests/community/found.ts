import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { foundCommunity, type Founded } from '../../src/community/found-community.ts';
import { placeAreas } from '../../src/community/place-area.ts';
import type { TestApp } from '../platform/test-app.ts';

export interface TestCommunity extends Founded {
  /** Account of the first administrator. */
  readonly admin: string;
  readonly params: { readonly communityId: string };
}

/** A community with nothing in it but an administrator. */
export const foundTestCommunity = async (t: TestApp, name = '枫林社区'): Promise<TestCommunity> => {
  const admin = await t.addAccount({ name: '管理员' });
  const founding = { id: t.deps.newId(), name, publicToken: t.deps.newId(), now: t.time.now(), newId: t.deps.newId };
  const founded = await t.deps.store.write((tx) =>
    foundCommunity(tx, { ...founding, administrator: { name: '管理员', accountId: admin } }),
  );
  return { ...founded, admin, params: { communityId: founded.communityId } };
};

export interface TestHouses {
  readonly compoundId: string;
  /** Building name → area. */
  readonly buildings: Readonly<Record<string, string>>;
  /** '3-2-101' → dwelling. */
  readonly dwellings: Readonly<Record<string, string>>;
}

/** Puts dwellings into a community: '3-2-101' is building 3, unit 2, room 101 of 春晖苑. */
export const buildHouses = async (t: TestApp, c: TestCommunity, labels: readonly string[]): Promise<TestHouses> => {
  const admin = t.as(c.admin);
  const compound = { kind: 'compound' as const, name: '春晖苑', parentId: c.areaId };
  const { id: compoundId } = await admin.post(api.createArea, { params: c.params, body: compound });
  const buildings: Record<string, string> = {};
  const units: Record<string, string> = {};
  const dwellings: Record<string, string> = {};
  for (const label of labels) {
    const [building = '', unit = '', room = ''] = label.split('-');
    const made = { now: t.time.now(), byId: null, reason: '' };
    await t.deps.store.write(async (tx) => {
      const { communityId } = c;
      if (buildings[building] === undefined) {
        buildings[building] = t.deps.newId();
        const area = {
          communityId,
          id: buildings[building],
          kind: 'building' as const,
          name: `${building}栋`,
          parentId: compoundId,
        };
        await placeAreas(tx, [area], made);
      }
      const unitKey = `${building}-${unit}`;
      if (units[unitKey] === undefined) {
        units[unitKey] = t.deps.newId();
        const area = {
          communityId,
          id: units[unitKey],
          kind: 'unit' as const,
          name: `${unit}单元`,
          parentId: buildings[building],
        };
        await placeAreas(tx, [area], made);
      }
      const id = t.deps.newId();
      dwellings[label] = id;
      const place = { compound: '春晖苑', building, unit, room };
      const keys = { registerKey: `春晖苑/${building}/${unit}/${room}`, sortKey: label.padStart(20, '0') };
      const facts = { areaCentiM2: 8950, developer: false, occupancy: '', people: null, seenIn: null, removedAt: null };
      await tx.insert(tx.t.dwellings).values({ communityId, id, areaId: units[unitKey], ...place, ...keys, ...facts });
    });
  }
  return { compoundId, buildings, dwellings };
};

/** Registers somebody in a dwelling through the administrator; gives the resident. */
export const settle = async (
  t: TestApp,
  c: TestCommunity,
  dwellingId: string,
  person: { name: string; phone?: string; kind?: TenureKind },
): Promise<string> => {
  const { kind = 'owner', ...named } = person;
  const params = { ...c.params, dwellingId };
  const { id } = await t.as(c.admin).post(api.addTenure, { params, body: { ...named, kind } });
  const { tenures } = await t.as(c.admin).get(api.getDwelling, { params });
  const tenure = tenures.find((one) => one.id === id);
  if (tenure === undefined) throw new Error('a tenure that was just begun is not there');
  return tenure.residentId;
};

/** An account that proves its phone number, as the WeChat adapter would report it. */
export const addPhoneAccount = async (t: TestApp, phone: string, name = '测试'): Promise<string> => {
  const id = await t.addAccount({ name, phone });
  await t.deps.store.write((tx) => t.deps.members.onPhoneBound(tx, id, phone, t.time.now()));
  return id;
};
