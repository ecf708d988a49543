import { expect, it } from 'vitest';
import { beginGroup, titleAreaGroup } from './title-group.ts';

const unit = { kind: 'unit', name: '2单元' } as const;
const building = { kind: 'building', name: '3栋' } as const;
const grid = { kind: 'grid', name: '第一网格' } as const;
const compound = { kind: 'compound', name: '春晖苑' } as const;
const community = { kind: 'community', name: '枫林社区' } as const;

it('calls a group after its area, with the compound where there are several', () => {
  expect(titleAreaGroup([unit, building, grid, compound, community], 1)).toBe('3栋2单元邻里群');
  expect(titleAreaGroup([unit, building, grid, compound, community], 2)).toBe('春晖苑3栋2单元邻里群');
  expect(titleAreaGroup([building, compound, community], 1)).toBe('3栋邻里群');
  expect(titleAreaGroup([building, compound, community], 2)).toBe('春晖苑3栋邻里群');
  expect(titleAreaGroup([compound, community], 2)).toBe('春晖苑邻里群');
  expect(titleAreaGroup([community], 2)).toBe('枫林社区邻里群');
});

it('shows less of the home where people are no close neighbours, and lets only leaders speak to the whole community', () => {
  expect(beginGroup('area', 'unit')).toEqual({ naming: 'dwelling', speaking: 'everyone' });
  expect(beginGroup('area', 'building')).toEqual({ naming: 'dwelling', speaking: 'everyone' });
  expect(beginGroup('area', 'compound')).toEqual({ naming: 'building', speaking: 'everyone' });
  expect(beginGroup('area', 'community')).toEqual({ naming: 'building', speaking: 'moderators' });
  expect(beginGroup('body', null)).toEqual({ naming: 'dwelling', speaking: 'everyone' });
  expect(beginGroup('free', null)).toEqual({ naming: 'building', speaking: 'everyone' });
});
