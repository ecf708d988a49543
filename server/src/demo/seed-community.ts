import { dayAt, addDays, startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { foundCommunity, type Founded } from '../community/found-community.ts';
import { members } from '../community/members.ts';
import { updateSettings } from '../community/update-settings.ts';
import { createAccount } from '../platform/auth/create-account.ts';
import { idsBy } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { admitNeighbours } from './admit-neighbours.ts';
import { admitVisitors, type DemoPeople } from './admit-visitors.ts';
import { demoCommunityId, must, type Command } from './demo-community.ts';
import { fillBodies } from './fill-bodies.ts';
import { importRegister } from './import-register.ts';

/** Days before the present on which the community was founded: before anything that is played in it. */
const daysFounded = 120;

/** Buildings where most neighbours are registered and talk to each other. */
const livelyBuildings = ['1', '2'];

export interface DemoCommunity extends Founded {
  readonly people: DemoPeople;
}

const administratorAccount = 'demo-8-administrator';

const found = (deps: Deps, now: number): Promise<Founded> =>
  deps.store.write(async (tx) => {
    await createAccount(tx, { id: administratorAccount, name: '苏敏', demo: '管理员' }, now);
    return foundCommunity(tx, {
      id: demoCommunityId,
      name: '枫林社区',
      district: '江安区',
      street: '枫林街道',
      administrator: { name: '苏敏', accountId: administratorAccount },
      publicToken: 'fenglin-public-board',
      now,
      newId: deps.newId,
    });
  });

/**
 * Founds 枫林社区 and fills it as a community would: the register is imported, committees, representatives and supervisors are
 * appointed, duties granted, and one person of each part is let in by phone number. Everything goes through the commands,
 * dated some months back.
 */
export const seedCommunity = async (given: Deps): Promise<DemoCommunity> => {
  const now = startOfDay(addDays(dayAt(given.clock()), -daysFounded)) + 10 * 3_600_000;
  const clock = () => now;
  const deps: Deps = { ...given, clock, newId: idsBy(clock) };
  const founded = await found(deps, now);
  const act: Command = async (run) =>
    deps.store.write(async (tx) => {
      const actor = await members.loadMember(tx, demoCommunityId, administratorAccount, now);
      if (actor === null) throw new Error('the demonstration has no administrator');
      return must(await run({ tx, actor, now, newId: deps.newId }));
    });
  await importRegister(deps, act);
  const roster = await fillBodies(deps, act, founded);
  // 一肩挑: one person is secretary of the branch and director of the residents' committee.
  await act((by) => updateSettings(by, { oneHead: true, rules: {} }));
  const people = await admitVisitors(deps, founded, roster);
  await admitNeighbours(deps, roster.neighbours, livelyBuildings);
  return { ...founded, people };
};
