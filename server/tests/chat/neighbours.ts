import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group, GroupRow, Member } from '@bandeng/shared/chat/schemas.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { addPhoneAccount, buildHouses, foundTestCommunity, settle, type TestCommunity, type TestHouses } from '../community/found.ts';
import type { TestApp } from '../platform/test-app.ts';

export interface Person {
  readonly account: string;
  readonly residentId: string;
}

/** A community with three buildings whose people are in their groups, as the timers leave it. */
export interface Village {
  readonly c: TestCommunity;
  readonly houses: TestHouses;
  /** Somebody with an account who belongs to a dwelling, '3-2-101'. */
  moveIn(name: string, label: string): Promise<Person>;
  /** The groups that somebody sees, once the timers have run. */
  groupsOf(person: Person | string): Promise<GroupRow[]>;
  namesOf(person: Person | string): Promise<string[]>;
  groupNamed(person: Person | string, name: string): Promise<GroupRow>;
  open(person: Person | string, groupId: string): Promise<Group>;
  membersOf(person: Person | string, groupId: string): Promise<Member[]>;
  /** Last words of each line: 'joined 王工', or the text. */
  linesOf(person: Person | string, groupId: string): Promise<string[]>;
}

let lastPhone = 18_800_000_000;

export const accountOf = (person: Person | string): string => (typeof person === 'string' ? person : person.account);

export const buildVillage = async (t: TestApp, name?: string): Promise<Village> => {
  const c = await foundTestCommunity(t, name);
  const houses = await buildHouses(t, c, ['3-1-101', '3-2-101', '3-2-102', '4-1-101', '5-1-101']);
  const groupsOf: Village['groupsOf'] = async (person) => {
    await t.runTimers();
    return (await t.as(accountOf(person)).get(chatApi.listGroups, { params: c.params })).items;
  };
  const openPage = (person: Person | string, groupId: string) =>
    t.as(accountOf(person)).get(chatApi.openGroup, { params: { ...c.params, groupId } });
  return {
    c,
    houses,
    moveIn: async (called, label) => {
      lastPhone += 1;
      const phone = String(lastPhone);
      const account = await addPhoneAccount(t, phone, called);
      const dwellingId = houses.dwellings[label];
      if (dwellingId === undefined) throw new Error(`no dwelling ${label}`);
      const residentId = await settle(t, c, dwellingId, { name: called, phone, kind: 'household' });
      await t.runTimers();
      return { account, residentId };
    },
    groupsOf,
    namesOf: async (person) => (await groupsOf(person)).map(({ name: called }) => called).sort(),
    groupNamed: async (person, called) => {
      const groups = await groupsOf(person);
      const found = groups.find((group) => group.name === called);
      if (found === undefined) throw new Error(`not in ${called}, but in ${groups.map((group) => group.name).join(', ')}`);
      return found;
    },
    open: async (person, groupId) => (await openPage(person, groupId)).group,
    membersOf: async (person, groupId) => {
      await t.runTimers();
      const params = { ...c.params, groupId };
      return (await t.as(accountOf(person)).get(chatApi.listMembers, { params, query: { limit: 100 } })).items;
    },
    linesOf: async (person, groupId) => {
      const { page } = await openPage(person, groupId);
      return page.items.map(({ event, text }) =>
        event === null ? text : [event.kind, event.label, event.detail].filter((part) => part !== '').join(' '),
      );
    },
  };
};

/** Takes somebody out of a dwelling. */
export const moveOut = async (t: TestApp, { c }: Village, person: Person): Promise<void> => {
  const mine = await t.as(person.account).get(communityApi.getMyPlace, { params: c.params });
  for (const { tenureId } of mine.dwellings)
    await t.as(person.account).post(communityApi.moveOut, { params: { ...c.params, tenureId }, body: { reason: '搬家' } });
  await t.runTimers();
};
