import { describe, expect, it } from 'vitest';
import { noColumns } from '@bandeng/shared/community/register/fields.ts';
import { roles } from '@bandeng/shared/community/vocabulary.ts';
import { actions } from '@bandeng/shared/deliberation/allowed.ts';
import { inTreeOrder } from '@/desk/area-paths';
import { toCsv } from '@/desk/csv';
import { listDesks } from '@/desk/desks';
import { filterRoll, listWithoutBallot } from '@/desk/filter-roll';
import { deskActions, listDeskActions } from '@/desk/matter-actions';
import { deskPageOf } from '@/desk/open-action';
import { columnLetter, completeMapping, findMappingFaults } from '@/desk/register-columns';
import { rollEntry } from './facts';

describe('desk actions', () => {
  it('are exactly those with a desk page', () =>
    expect(actions.filter((action) => deskPageOf(action, 'm', null) !== null).sort()).toEqual([...deskActions].sort()));
  it('are what the server allows and nothing else, the most pressing first', () => {
    const allowed = ['withdraw', 'cast-ballot', 'convene', 'comment'].map((action) => ({ action, subjectId: null }));
    expect(listDeskActions(allowed).map(({ action }) => action)).toEqual(['convene', 'withdraw']);
    expect(listDeskActions([])).toEqual([]);
  });
});

describe('desks', () => {
  it('follow from roles, and show what two share once', () => {
    expect(listDesks(['resident', 'owner', 'representative', 'party-member'])).toEqual([]);
    const [leader, worker] = listDesks(['building-leader', 'grid-worker']);
    expect(worker?.entries).not.toEqual(expect.arrayContaining([leader?.entries[0]]));
    const all = listDesks(roles).flatMap(({ entries }) => entries);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a roll', () => {
  const roll = [
    rollEntry({ voterId: 'a', name: '陈一' }),
    rollEntry({ voterId: 'b', name: '陈二', present: true }),
    rollEntry({ voterId: 'c', name: '张三', voted: true }),
    rollEntry({ voterId: 'd', name: '李四', excused: true }),
  ];
  const ids = (entries: readonly { voterId: string }[]) => entries.map(({ voterId }) => voterId).join('');

  it('has everybody in exactly one of absent, present and excused', () =>
    expect(['absent', 'present', 'excused'].map((filter) => ids(filterRoll(roll, filter as 'absent', '')))).toEqual([
      'a',
      'bc',
      'd',
    ]));
  it('is searched by name and by dwelling', () => {
    expect(ids(filterRoll(roll, 'absent', ' 陈 '))).toBe('a');
    expect(ids(filterRoll(roll, 'absent', '3-1'))).toBe('a');
    expect(ids(filterRoll(roll, 'absent', '张'))).toBe('');
  });
  it('offers for a paper ballot only who has not voted and is not excused', () =>
    expect(ids(listWithoutBallot(roll, ''))).toBe('ab'));
});

describe('register columns', () => {
  it('are named as spreadsheets name them', () =>
    expect([0, 25, 26, 51, 52, 99].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'CV']));
  it('are complete when the place, the area and the owner are told', () => {
    expect(findMappingFaults(noColumns).missing).toEqual(['room', 'area', 'owner']);
    expect(findMappingFaults({ ...noColumns, address: 0, area: 1, owner: 2 })).toEqual({ missing: [], twice: [] });
  });
  it('serve one field each', () =>
    expect(findMappingFaults({ ...noColumns, room: 0, area: 1, owner: 1 }).twice).toEqual(['area', 'owner']));
  it('keep what the server recognised', () => {
    expect(completeMapping({ room: 0, strange: 7 })).toEqual({ ...noColumns, room: 0 });
  });
});

describe('areas', () => {
  const area = (id: string, parentId: string | null) => ({
    id,
    parentId,
    kind: 'unit' as const,
    name: id,
    version: 1,
    dwellings: 0,
  });
  it('stand below their parents, whatever their order', () =>
    expect(
      inTreeOrder([area('c', 'b'), area('d', 'a'), area('b', 'a'), area('a', 'outside')]).map(
        ({ id, level }) => `${id}${level}`,
      ),
    ).toEqual(['a0', 'd1', 'b1', 'c2']));
});

it('a list for a spreadsheet quotes what it must, and lets no cell be a formula', () =>
  expect(
    toCsv([
      ['行', 'a,b'],
      ['say "x"', '=1+1'],
    ]),
  ).toBe('行,"a,b"\r\n"say ""x""",\'=1+1\r\n'));
