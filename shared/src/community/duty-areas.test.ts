import { describe, expect, it } from 'vitest';
import { fitsDuty, needsArea } from './duty-areas.ts';
import { areaKinds, dutyKinds } from './vocabulary.ts';

describe('areas of duties', () => {
  it('are buildings and units for a building leader', () => {
    expect(areaKinds.filter((kind) => fitsDuty('building-leader', kind))).toEqual(['building', 'unit']);
  });

  it('reach from the compound down for a grid worker, and never up to community or street', () => {
    expect(areaKinds.filter((kind) => fitsDuty('grid-worker', kind))).toEqual(['compound', 'grid', 'building', 'unit']);
  });

  it('are asked for by those two alone', () => {
    expect(dutyKinds.filter(needsArea)).toEqual(['building-leader', 'grid-worker']);
  });
});
