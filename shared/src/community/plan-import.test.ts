import { describe, expect, it } from 'vitest';
import { findNewPhones } from './find-new-phones.ts';
import { compareWithCommunity, planDwelling } from './plan-import.ts';
import type { RegisterEntry } from './register/draft.ts';
import { fieldNames } from './register/fields.ts';
import type { DwellingFacts, OccupantFacts } from './stand-beside.ts';

const occupant = (more: Partial<OccupantFacts> = {}): OccupantFacts => ({
  tenureId: `t-${more.residentId ?? 'r1'}`,
  residentId: 'r1',
  kind: 'owner',
  fromRegister: true,
  name: '王工',
  phone: '19900000001',
  ...more,
});
const facts = (more: Partial<DwellingFacts> = {}): DwellingFacts => ({
  id: 'd1',
  key: '春晖苑/3/2/101',
  compound: '春晖苑',
  building: '3',
  unit: '2',
  room: '101',
  areaCentiM2: 8950,
  developer: false,
  occupancy: 'self',
  people: null,
  removed: false,
  occupants: [occupant()],
  partyMember: false,
  duties: [],
  ...more,
});
const row = (more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  compound: '春晖苑',
  building: '3',
  unit: '2',
  room: '101',
  key: '春晖苑/3/2/101',
  areaCentiM2: 8950,
  owner: { name: '王工', phone: '19900000001', partyMember: false, developer: false },
  coOwners: [],
  tenant: null,
  occupancy: 'self',
  people: null,
  duties: [],
  ...more,
});
const owner = (name: string, phone: string | null, more = {}) => ({
  name,
  phone,
  partyMember: false,
  developer: false,
  ...more,
});
const nothing = { dwelling: 'keep', ends: [], owner: null, coOwners: [], tenant: null, duties: [], partyMember: false };
const plan = (before: DwellingFacts | undefined, after: RegisterEntry) => planDwelling(before, after, fieldNames);
const isSame = (before: DwellingFacts, after: RegisterEntry) =>
  compareWithCommunity([before], { dwellings: [after], provided: fieldNames, rejected: [] }).same === 1;

describe('applying a row of a register', () => {
  it('does nothing where the community agrees', () => {
    expect(plan(facts(), row())).toEqual(nothing);
  });

  it('creates what is not there, and what an earlier register took out', () => {
    const after = row({ coOwners: ['赵红'], duties: ['representative'] });
    expect(plan(undefined, after)).toMatchObject({
      dwelling: 'create',
      owner: after.owner,
      coOwners: ['赵红'],
      duties: ['representative'],
    });
    expect(plan(facts({ removed: true, occupants: [] }), after)).toMatchObject({
      dwelling: 'create',
      owner: after.owner,
    });
    expect(
      compareWithCommunity([facts({ removed: true })], { dwellings: [after], provided: fieldNames, rejected: [] })
        .added,
    ).toEqual([after]);
  });

  it('ends the old ownership and begins the new one', () => {
    const after = row({ owner: owner('李梅', '19900000002') });
    expect(plan(facts(), after)).toEqual({ ...nothing, ends: ['t-r1'], owner: after.owner });
  });

  it('changes an area and leaves people alone', () => {
    expect(plan(facts(), row({ areaCentiM2: 9000 }))).toEqual({ ...nothing, dwelling: 'change' });
  });

  it('replaces only the co-owner that changed', () => {
    const before = facts({
      occupants: [
        occupant(),
        occupant({ residentId: 'r2', kind: 'co-owner', name: '赵红' }),
        occupant({ residentId: 'r3', kind: 'co-owner', name: '赵青' }),
      ],
    });
    expect(plan(before, row({ coOwners: ['赵青', '赵白'] }))).toEqual({
      ...nothing,
      ends: ['t-r2'],
      coOwners: ['赵白'],
    });
  });

  it('ends a tenancy that the register began, never one that a claim began', () => {
    const lodger = (fromRegister: boolean) =>
      facts({
        occupants: [
          occupant(),
          occupant({ residentId: 'r2', kind: 'tenant', name: '周生', phone: null, fromRegister }),
        ],
      });
    expect(plan(lodger(true), row())).toEqual({ ...nothing, ends: ['t-r2'] });
    expect(plan(lodger(false), row())).toEqual(nothing);
    expect(plan(lodger(false), row({ tenant: { name: '周生', phone: null } }))).toEqual(nothing);
  });

  it('takes no known phone away by a blank one', () => {
    expect(isSame(facts(), row({ owner: owner('王工', null) }))).toBe(true);
  });

  it('begins a duty once and never ends or repeats one', () => {
    expect(plan(facts(), row({ duties: ['building-leader'] })).duties).toEqual(['building-leader']);
    expect(isSame(facts({ duties: ['building-leader'] }), row({ duties: ['building-leader'] }))).toBe(true);
    expect(isSame(facts({ duties: ['building-leader'] }), row())).toBe(true);
    expect(isSame(facts({ partyMember: true }), row())).toBe(true);
  });

  it('leaves alone what the file has no column for', () => {
    const provided = fieldNames.filter((field) => field !== 'coOwners' && field !== 'occupancy');
    const before = facts({ occupants: [occupant(), occupant({ residentId: 'r2', kind: 'co-owner', name: '赵红' })] });
    expect(planDwelling(before, row({ occupancy: null }), provided)).toEqual(nothing);
  });
});

describe('a new phone number', () => {
  const second = facts({ id: 'd2', key: '春晖苑/3/2/102', room: '102' });
  const newPhone = owner('王工', '19900000009');

  it('belongs to the same person when every row gives it', () => {
    const rows = [row({ key: '春晖苑/3/2/102', owner: newPhone }), row({ owner: newPhone })];
    expect(findNewPhones([facts(), second], rows)).toEqual([{ residentId: 'r1', phone: '19900000009', position: 0 }]);
  });

  it('may be left out on some rows', () => {
    const rows = [row({ owner: owner('王工', null) }), row({ key: '春晖苑/3/2/102', owner: newPhone })];
    expect(findNewPhones([facts(), second], rows)).toEqual([{ residentId: 'r1', phone: '19900000009', position: 1 }]);
  });

  it('is another person’s when rows disagree, when a dwelling is not in the file, or when somebody has it already', () => {
    const disagree = [row({ owner: newPhone }), row({ key: '春晖苑/3/2/102' })];
    expect(findNewPhones([facts(), second], disagree)).toEqual([]);
    expect(findNewPhones([facts(), second], [row({ owner: newPhone })])).toEqual([]);
    const holder = facts({
      id: 'd3',
      key: '春晖苑/9/1/101',
      occupants: [occupant({ residentId: 'r9', phone: '19900000009' })],
    });
    expect(findNewPhones([facts(), holder], [row({ owner: newPhone })])).toEqual([]);
  });

  it('becomes known of somebody who had none', () => {
    const before = facts({ occupants: [occupant({ phone: null })] });
    expect(findNewPhones([before], [row({ owner: newPhone })])).toEqual([
      { residentId: 'r1', phone: '19900000009', position: 0 },
    ]);
    expect(findNewPhones([facts()], [row()])).toEqual([]);
  });
});
