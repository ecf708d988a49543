import { expect, it } from 'vitest';
import { buildPart, buildSession } from '../../tests/support/matter';
import { voteStateOf } from './vote-state';

const open = buildSession();
const may = (action: string) => [{ action, subjectId: open.id }];

it.each([
  ['may-vote', voteStateOf(open, buildPart(), may('cast-ballot'))],
  ['may-change', voteStateOf(open, buildPart({ voted: true }), may('change-ballot'))],
  ['voted', voteStateOf(open, buildPart({ voted: true }), [])],
  ['excused', voteStateOf(open, buildPart({ excused: true }), [])],
  ['not-open', voteStateOf(buildSession({ status: 'convened' }), undefined, [])],
  ['over', voteStateOf(buildSession({ status: 'passed' }), buildPart(), [])],
  ['over', voteStateOf(open, buildPart(), [])],
  ['come-first', voteStateOf(buildSession({ online: false }), buildPart(), [])],
  ['over', voteStateOf(buildSession({ online: false }), buildPart({ checkedIn: true }), [])],
  ['not-on-roll', voteStateOf(open, undefined, [])],
  ['not-on-roll', voteStateOf(open, undefined, [{ action: 'cast-ballot', subjectId: 'another' }])],
] as const)('says %s', (wanted, said) => {
  expect(said).toBe(wanted);
});
