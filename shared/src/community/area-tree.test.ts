import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBelow, refusePlacement, subtreeOf, type AreaNode } from './area-tree.ts';
import { areaKinds } from './vocabulary.ts';

const node = (id: string, kind: AreaNode['kind'], parentId: string | null): AreaNode => ({ id, kind, parentId });
const tree = [
  node('c', 'community', null),
  node('x', 'compound', 'c'),
  node('y', 'compound', 'c'),
  node('g', 'grid', 'x'),
  node('b1', 'building', 'g'),
  node('b2', 'building', 'x'),
  node('u1', 'unit', 'b1'),
];
const byId = (id: string) => tree.find((area) => area.id === id) as AreaNode;

describe('the tree of areas', () => {
  it('gives an area with everything below it, and nothing for an unknown one', () => {
    expect([...subtreeOf(tree, ['x'])].sort()).toEqual(['b1', 'b2', 'g', 'u1', 'x']);
    expect([...subtreeOf(tree, ['b2', 'y'])].sort()).toEqual(['b2', 'y']);
    expect(subtreeOf(tree, ['nowhere']).size).toBe(0);
  });

  it('counts dwellings upwards', () => {
    const counts = countBelow(
      tree,
      new Map([
        ['u1', 12],
        ['b2', 5],
      ]),
    );
    expect(Object.fromEntries(counts)).toEqual({ c: 17, x: 17, y: 0, g: 12, b1: 12, b2: 5, u1: 12 });
  });

  it('lets the grid be left out, and nothing else', () => {
    expect(refusePlacement(tree, 'building', byId('g'), null)).toBeNull();
    expect(refusePlacement(tree, 'building', byId('x'), null)).toBeNull();
    expect(refusePlacement(tree, 'unit', byId('x'), null)).toBe('area-kind-misplaced');
    expect(refusePlacement(tree, 'building', byId('c'), null)).toBe('area-kind-misplaced');
    expect(refusePlacement(tree, 'compound', byId('b1'), null)).toBe('area-kind-misplaced');
  });

  it('refuses to put an area under itself', () => {
    expect(refusePlacement(tree, 'grid', byId('g'), 'g')).toBe('area-loop');
    expect(refusePlacement(tree, 'grid', byId('b1'), 'g')).toBe('area-loop');
    expect(refusePlacement(tree, 'building', byId('x'), 'b1')).toBeNull();
  });

  it('counts every dwelling once at the root, whatever the tree', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom(...areaKinds)), { maxLength: 30 }), (rows) => {
        const areas = [node('0', 'community', null)];
        const direct = new Map<string, number>();
        rows.forEach(([parent, count, kind], i) => {
          areas.push(node(String(i + 1), kind, String(parent % areas.length)));
          direct.set(String(i + 1), count);
        });
        const sum = [...direct.values()].reduce((a, b) => a + b, 0);
        expect(countBelow(areas, direct).get('0')).toBe(sum);
        expect(subtreeOf(areas, ['0']).size).toBe(areas.length);
      }),
    );
  });
});
