import { expect, it } from 'vitest';
import { decideSecrecy } from './secrecy.ts';
import { matterTypes } from './vocabulary.ts';

it('an election is secret whatever was asked; every other matter as its authors said', () => {
  for (const type of matterTypes) {
    expect(decideSecrecy(type, true)).toBe(true);
    expect(decideSecrecy(type, false)).toBe(type === 'election');
  }
});
