import { describe, expect, it } from 'vitest';
import { translate, type Language } from '@/i18n/translate';
import type { Translate } from '@/i18n/use-t';
import { buildHead, buildSession } from '../../tests/support/matter';
import { rejectedWords } from './words';

const counted = {
  result: 'rejected',
  due: 14,
  excused: 0,
  present: 11,
  cast: 11,
  yes: 5,
  no: 6,
  abstain: 0,
  quorumNeeded: 10,
  quorumMet: true,
  passNeeded: 6,
  passMet: false,
} as const;
const inLanguage =
  (language: Language): Translate =>
  (key, ...values) =>
    translate(language, key, ...values);
const head = buildHead({ status: 'returned', version: 2 });
const rejected = buildSession({ id: 's2', version: 2, status: 'rejected', outcome: counted });
const say = (sessions: Parameters<typeof rejectedWords>[2], language: Language = 'zh-CN') =>
  rejectedWords(inLanguage(language), head, sessions, language);

describe('why a matter was returned by a count', () => {
  it('says the votes, the base and what was needed', () => {
    expect(say([rejected])).toBe('表决结果：同意 5 票，到会人数 11，至少须 6 票（须经到会人数过半数同意，方为通过）。');
    expect(say([rejected], 'en')).toBe(
      'The count: 5 in favour, 6 needed; those present: 11. It passes with more than 1/2 of those present in favour.',
    );
  });

  it('counts on those due where the rule does', () => {
    const pass = { ...rejected.pass, base: 'due' as const };
    expect(say([{ ...rejected, pass }])).toContain('应到人数 14');
  });

  it('takes the last meeting of this version and stage, and says nothing without one', () => {
    const earlier = buildSession({ version: 1, outcome: { ...counted, yes: 1 } });
    const empty = buildSession({ version: 2, outcome: { ...counted, result: 'no-quorum' } });
    const other = buildSession({ version: 2, stageId: 'consult', outcome: { ...counted, yes: 2 } });
    expect(say([earlier, empty, rejected, other])).toContain('同意 5 票');
    expect(say([earlier, empty, other])).toBe('');
  });
});
