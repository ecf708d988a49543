import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaNode } from '../community/area-tree.ts';
import { makeAreaGrid } from './area-grid.ts';
import { badgeOf, isPresent, placeMember, type Standing } from './place-member.ts';

const area = (id: string, kind: AreaNode['kind'], parentId: string | null): AreaNode => ({ id, kind, parentId });
const areas: AreaNode[] = [
  area('street', 'street', null),
  area('c', 'community', 'street'),
  area('p', 'compound', 'c'),
  area('g', 'grid', 'p'),
  area('b3', 'building', 'g'),
  area('u1', 'unit', 'b3'),
  area('u2', 'unit', 'b3'),
  area('b4', 'building', 'p'),
];
const grid = makeAreaGrid(areas);
const nobody: Standing = { homeAreaIds: [], seats: [], duties: [] };
const place = (standing: Partial<Standing>) => placeMember({ ...nobody, ...standing }, grid, ['both']);
const seen = (standing: Partial<Standing>) =>
  place(standing).map(({ kind, subjectId, role }) => `${kind} ${subjectId} ${role}`).sort();

describe('the groups that somebody belongs to', () => {
  it('are those of the home and of what lies above it; grids and what lies above the community have none', () => {
    expect(seen({ homeAreaIds: ['u2'] })).toEqual(['area b3 member', 'area c member', 'area p member', 'area u2 member']);
    expect(seen({ homeAreaIds: ['u2', 'b4'] })).toHaveLength(5);
  });

  it('are those of a duty’s area and below it, to keep order in', () => {
    expect(seen({ duties: [{ kind: 'building-leader', areaId: 'b3' }] })).toEqual(
      ['area b3 moderator', 'area u1 moderator', 'area u2 moderator', 'duty building-leader member'],
    );
    expect(seen({ duties: [{ kind: 'grid-worker', areaId: 'g' }] })).toEqual(
      ['area b3 moderator', 'area u1 moderator', 'area u2 moderator', 'duty building-leader moderator'],
    );
    const leader = place({ homeAreaIds: ['b4'], duties: [{ kind: 'building-leader', areaId: 'b3' }] });
    expect(leader.find(({ subjectId }) => subjectId === 'b4')).toMatchObject({ role: 'member', badge: 'building-leader' });
  });

  it('are the community’s for committees and administrators, wherever they live', () => {
    expect(seen({ duties: [{ kind: 'administrator', areaId: null }] })).toEqual(['area c moderator']);
    expect(seen({ seats: [{ bodyId: 'rc', kind: 'residents-committee', position: '委员' }] })).toEqual(
      ['area c moderator', 'body both member', 'body rc member'],
    );
    expect(seen({ seats: [{ bodyId: 'bc', kind: 'branch-committee', position: '书记' }] })).toEqual(
      ['area c member', 'body bc moderator', 'body both moderator'],
    );
  });

  it('are those of bodies and duties, led by whoever presides', () => {
    expect(seen({ seats: [{ bodyId: 'r', kind: 'representatives', position: '第二小组组长' }] })).toEqual(['body r moderator']);
    expect(seen({ seats: [{ bodyId: 'r', kind: 'representatives', position: '' }] })).toEqual(['body r member']);
    expect(seen({ duties: [{ kind: 'facilitator', areaId: null }] })).toEqual(['duty facilitator member']);
  });

  it('name nothing twice and no area that is not there', () => {
    const anyStanding = fc.record<Standing>({
      homeAreaIds: fc.array(fc.constantFrom('u1', 'u2', 'b4', 'gone')),
      seats: fc.array(
        fc.record({
          bodyId: fc.constantFrom('x', 'y'),
          kind: fc.constantFrom('branch-committee' as const, 'residents-committee' as const, 'representatives' as const),
          position: fc.constantFrom('', '主任'),
        }),
      ),
      duties: fc.array(
        fc.record({
          kind: fc.constantFrom('building-leader' as const, 'grid-worker' as const, 'facilitator' as const, 'administrator' as const),
          areaId: fc.constantFrom(null, 'b3', 'g', 'gone'),
        }),
      ),
    });
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const found = placeMember(standing, grid, ['both']);
        const keys = found.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { kind, subjectId } of found) if (kind === 'area') expect(grid.kindOf(subjectId)).toBeDefined();
        if (found.length > 0) expect(isPresent(standing)).toBe(true);
      }),
    );
  });
});

it('shows the duty held here, then the committee, then a duty held elsewhere', () => {
  const leader = { kind: 'building-leader', areaId: 'b3' } as const;
  const standing: Standing = { ...nobody, duties: [leader], seats: [{ bodyId: 'rc', kind: 'residents-committee', position: '' }] };
  expect(badgeOf(standing, () => true)).toBe('building-leader');
  expect(badgeOf(standing)).toBe('residents-committee');
  expect(badgeOf({ ...standing, seats: [] })).toBe('building-leader');
  expect(badgeOf({ ...nobody, duties: [{ kind: 'administrator', areaId: null }] })).toBeNull();
});

it('ends a chain of areas that runs in a circle', () => {
  const circle = makeAreaGrid([area('a', 'building', 'b'), area('b', 'unit', 'a')]);
  expect(circle.above('a')).toEqual(['a', 'b']);
  expect(circle.above('nowhere')).toEqual([]);
});
