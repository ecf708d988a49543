import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeIntake, handlesIntake, intakeNumber, intakeSeries, type IntakeLine, recalledMark, refuseAnswer, renameAuthor, withdrawLine } from './intake.ts';
import { intakeKinds, intakeStatuses } from './vocabulary.ts';

const line = (more: Partial<IntakeLine>): IntakeLine => ({ label: '王工 3-2-101', kind: 'text', text: '路灯坏了', fileName: '', ...more });

describe('an intake', () => {
  it('is numbered by kind and year', () => {
    expect(intakeNumber(intakeSeries('topic', '2026'), 7)).toBe('T2026-0007');
    expect(intakeNumber(intakeSeries('case', '2026'), 12_345)).toBe('C2026-12345');
  });

  it('goes to those whose work it is', () => {
    expect(handlesIntake('topic', ['facilitator'], false)).toBe(true);
    expect(handlesIntake('topic', ['branch-committee'], false)).toBe(true);
    expect(handlesIntake('topic', ['grid-worker'], true)).toBe(false);
    expect(handlesIntake('case', ['grid-worker'], true)).toBe(true);
    expect(handlesIntake('case', ['grid-worker'], false)).toBe(false);
    expect(handlesIntake('case', ['facilitator', 'branch-committee', 'building-leader'], true)).toBe(false);
    for (const kind of intakeKinds) {
      expect(handlesIntake(kind, ['residents-committee'], false)).toBe(true);
      expect(handlesIntake(kind, ['administrator'], false)).toBe(true);
      expect(handlesIntake(kind, ['resident', 'owner', 'supervisor'], true)).toBe(false);
    }
  });

  it('is taken once and closed once', () => {
    expect(refuseAnswer('received', 'taken')).toBe(null);
    expect(refuseAnswer('received', 'declined')).toBe(null);
    expect(refuseAnswer('taken', 'answered')).toBe(null);
    expect(refuseAnswer('taken', 'taken')).toBe('already-decided');
    for (const closed of ['answered', 'declined'] as const) {
      for (const next of intakeStatuses) if (next !== 'received') expect(refuseAnswer(closed, next)).toBe('intake-closed');
    }
  });

  it('holds what was written first, then each message with its author', () => {
    const lines = [line({}), line({ label: '李姐 3-1-502', kind: 'image', text: '', fileName: '路灯.jpg' })];
    expect(composeIntake(' 请尽快修 ', lines)).toBe('请尽快修\n王工 3-2-101：路灯坏了\n李姐 3-1-502：〔路灯.jpg〕');
    expect(composeIntake(' ', [line({ kind: 'card', text: '' }), line({ kind: 'event' })])).toBe('');
  });

  it('loses no text on the way', () => {
    const texts = fc.array(fc.string({ minLength: 1 }), { maxLength: 20 });
    fc.assert(fc.property(texts, (said) => {
      const whole = composeIntake('', said.map((text) => line({ text })));
      return said.every((text) => whole.includes(text));
    }));
  });

  it('loses the words of a message that was recalled, and nothing else', () => {
    const lines = [line({}), line({ label: '李姐 3-1-502', text: '坏了\n三天了' }), line({ kind: 'image', text: '', fileName: '路灯.jpg' })];
    const whole = composeIntake('路灯坏了', lines);
    const [first = line({}), second = line({}), third = line({})] = lines;
    expect(withdrawLine(whole, first)).toBe(`路灯坏了\n${recalledMark}\n李姐 3-1-502：坏了\n三天了\n王工 3-2-101：〔路灯.jpg〕`);
    expect(withdrawLine(whole, second)).toBe(`路灯坏了\n王工 3-2-101：路灯坏了\n${recalledMark}\n王工 3-2-101：〔路灯.jpg〕`);
    expect(withdrawLine(whole, third)).toBe(`路灯坏了\n王工 3-2-101：路灯坏了\n李姐 3-1-502：坏了\n三天了\n${recalledMark}`);
    expect(withdrawLine(whole, line({ label: '王师傅' }))).toBe(withdrawLine(whole, first));
    expect(withdrawLine(whole, line({ text: '路灯' }))).toBe(whole);
    expect(withdrawLine(whole, line({ kind: 'card' }))).toBe(whole);
    expect(withdrawLine('', first)).toBe('');
    expect(withdrawLine('王工 3-2-101：路灯坏了', first)).toBe(recalledMark);
  });

  it('calls an author by another name, and nobody else', () => {
    const whole = composeIntake('王工 3-2-101 说得对', [line({}), line({ label: '王工 3-2-1011' }), line({})]);
    const renamed = '王工 3-2-101 说得对\n已注销用户：路灯坏了\n王工 3-2-1011：路灯坏了\n已注销用户：路灯坏了';
    expect(renameAuthor(whole, '王工 3-2-101', '已注销用户')).toBe(renamed);
    expect(renameAuthor(whole, '', '已注销用户')).toBe(whole);
  });

  it('repeats none of the recalled messages once all are taken back, whatever they said', () => {
    const text = fc.array(fc.constantFrom('灯', '：', '\n', 'a', '〔', '〕'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (said) => {
        const lines = said.map((one) => line({ text: `秘${one}密` }));
        const left = lines.reduce(withdrawLine, composeIntake('我写的', lines));
        expect(left).toBe(['我写的', ...lines.map(() => recalledMark)].join('\n'));
      }),
    );
  });
});
