import { expect, it } from 'vitest';
import { nameMember } from './name-member.ts';

const home = { building: '3栋', place: '3-2-101' };
const wang = { name: '王建国', alias: '' };

it('names a neighbour with as much of the home as the group shows', () => {
  expect(nameMember('dwelling', wang, home)).toBe('王建国 3-2-101');
  expect(nameMember('building', wang, home)).toBe('王建国 3栋');
  expect(nameMember('alias', wang, home)).toBe('王建国');
});

it('takes the alias before the name, and the bare name of somebody who lives elsewhere', () => {
  expect(nameMember('dwelling', { ...wang, alias: '王工' }, home)).toBe('王工 3-2-101');
  expect(nameMember('dwelling', wang, undefined)).toBe('王建国');
  expect(nameMember('building', wang, { building: '', place: '101' })).toBe('王建国');
});
