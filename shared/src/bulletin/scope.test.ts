import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subtreeOf } from '../community/area-tree.ts';
import { areaPath, coversScope, isMeantFor, labelScope, trimAreas, writingRight, type NamedArea } from './scope.ts';

const area = (id: string, kind: NamedArea['kind'], parentId: string | null, name = id): NamedArea => ({ id, kind, name, parentId });

const areas: NamedArea[] = [
  area('street', 'street', null, '枫叶街道'),
  area('root', 'community', 'street', '枫林社区'),
  area('c1', 'compound', 'root', '春晖苑'),
  area('c2', 'compound', 'root', '秋实苑'),
  area('g1', 'grid', 'c1', '第一网格'),
  area('b1', 'building', 'g1', '1栋'),
  area('b2', 'building', 'g1', '2栋'),
  area('u1', 'unit', 'b1', '1单元'),
  area('u2', 'unit', 'b1', '2单元'),
  area('b3', 'building', 'c2', '3栋'),
];
const ids = areas.map(({ id }) => id);

describe('whom somebody may write to', () => {
  const leader = writingRight([{ role: 'building-leader', areaId: 'b1' }], areas);

  it('a building leader: the building and below, no body', () => {
    expect(coversScope(leader, { areaIds: ['b1', 'u2'], bodyIds: [] })).toBe(true);
    expect(coversScope(leader, { areaIds: ['b2'], bodyIds: [] })).toBe(false);
    expect(coversScope(leader, { areaIds: ['b1'], bodyIds: ['reps'] })).toBe(false);
  });

  it('committees and administrators: everything', () => {
    for (const role of ['residents-committee', 'branch-committee', 'administrator'] as const) {
      expect(writingRight([{ role, areaId: 'b1' }], areas)).toBe('everywhere');
    }
  });

  it('a duty without an area, or another one: nothing', () => {
    expect(writingRight([{ role: 'grid-worker', areaId: null }], areas)).toEqual(new Set());
    expect(writingRight([{ role: 'facilitator', areaId: 'root' }, { role: 'resident', areaId: null }], areas)).toEqual(new Set());
  });
});

describe('a scope', () => {
  it('is named by what lies in it', () => {
    expect(labelScope(areas, ['root'], [])).toBe('枫林社区');
    expect(labelScope(areas, ['b1', 'b2', 'b3'], [])).toBe('春晖苑 1栋、2栋；秋实苑 3栋');
    expect(labelScope(areas, ['u1', 'u2'], ['居民代表', '党支部'])).toBe('春晖苑 1栋 1单元、2单元；居民代表、党支部');
    expect(labelScope(areas, ['g1'], [])).toBe('春晖苑 第一网格');
    expect(labelScope(areas, [], ['居民代表'])).toBe('居民代表');
  });

  it('leaves the compound out where there is one only', () => {
    const one = areas.filter(({ id }) => id !== 'c2' && id !== 'b3');
    expect(areaPath(one, 'u1')).toEqual(['1栋', '1单元']);
    expect(areaPath(one, 'c1')).toEqual(['春晖苑']);
  });

  it('keeps no area below another, and loses none of the places', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids)), (chosen) => {
        const kept = trimAreas(areas, chosen);
        expect(subtreeOf(areas, kept)).toEqual(subtreeOf(areas, chosen));
        for (const id of kept) {
          const others = kept.filter((other) => other !== id);
          expect(subtreeOf(areas, others).has(id)).toBe(false);
        }
      }),
    );
  });

  it('is meant for whoever lives below, or sits in the body', () => {
    const mine = { areaIds: new Set(['u1', 'b1', 'g1', 'c1', 'root', 'street']), bodyIds: new Set(['reps']) };
    expect(isMeantFor({ areaIds: ['b1'], bodyIds: [] }, mine)).toBe(true);
    expect(isMeantFor({ areaIds: ['b2'], bodyIds: [] }, mine)).toBe(false);
    expect(isMeantFor({ areaIds: ['b2'], bodyIds: ['reps'] }, mine)).toBe(true);
  });
});
