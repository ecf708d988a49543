import { describe, expect, it } from 'vitest';
import { inputOf, findConveneFaults } from '@/desk/convene-input';
import { contentOf, emptyDraft, findDraftFaults, formOf, isSecret, readBudget } from '@/desk/draft-form';
import { findProgressFaults, readAmount, type ProgressInput } from '@/desk/progress-input';
import { choicesOf, readNumber } from '@/desk/rule-choices';
import { matterHead } from './facts';

describe('a draft', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['920,000', 92_000_000],
    ['1800.5', 180_050],
    ['￥12', 1200],
    ['0', 0],
    ['0.005', undefined],
    ['-1', undefined],
    ['12,34', undefined],
    ['about 5', undefined],
    ['90000000001', undefined],
  ])('with the budget %j is %j fen', (text, fen) => expect(readBudget(text)).toBe(fen));

  it('goes to the server and back without a change', () => {
    const head = matterHead({
      budgetFen: 92_000_050,
      options: [{ id: 'a', title: 'A', text: '' }],
      attachments: [{ id: 'f1', name: 'plan.pdf', type: 'application/pdf', size: 3 }],
    });
    const { title, summary, text, type, secret, assembly, budgetFen, options } = head;
    expect(contentOf(formOf(head))).toEqual({
      title,
      summary,
      text,
      type,
      secret,
      assembly,
      budgetFen,
      options,
      fileIds: ['f1'],
    });
    expect(formOf(head).revision).toBe(head.revision);
  });

  it('names what is missing', () => {
    expect(findDraftFaults(emptyDraft)).toEqual(['title']);
    const form = { ...emptyDraft, title: '  ', budget: 'x', options: [{ id: 'a', title: ' ', text: '' }] };
    expect(findDraftFaults(form)).toEqual(['title', 'budget', 'option']);
    expect(findDraftFaults({ ...emptyDraft, title: '修屋顶', budget: '1.00' })).toEqual([]);
  });

  it('of an election is always secret', () => {
    const election = { ...emptyDraft, title: '补选', type: 'election' as const, secret: false };
    expect(isSecret(election)).toBe(true);
    expect(contentOf(election).secret).toBe(true);
    expect(contentOf({ ...election, type: 'charter' }).secret).toBe(false);
  });
});

describe('an announcement', () => {
  const now = 1_000_000;
  const complete = { ...inputOf(null, '同意吗'), startsAt: now + 10, closesAt: now + 20 };

  it('is complete with a question and two times in order', () => expect(findConveneFaults(complete, now)).toEqual([]));
  it.each([
    [
      'nothing yet',
      { ...complete, question: ' ', startsAt: null, closesAt: null },
      ['question', 'startsAt', 'closesAt'],
    ],
    ['a close before the start', { ...complete, closesAt: now + 10 }, ['closesAt']],
    ['a close in the past', { ...complete, startsAt: now - 5, closesAt: now }, ['closesAt']],
    ['a meeting in person without a place', { ...complete, online: false }, ['place']],
  ])('with %s is refused here', (_, input, faults) => expect(findConveneFaults(input, now)).toEqual(faults));
});

describe('a progress entry', () => {
  const work: ProgressInput = {
    kind: 'work',
    title: '开工',
    text: '',
    day: '2026-11-21',
    amount: '',
    payee: '',
    files: [],
  };
  const voucher = { id: 'f', name: 'v.jpg', type: 'image/jpeg', size: 1 };

  it('of work needs a title and a day', () => {
    expect(findProgressFaults(work)).toEqual([]);
    expect(findProgressFaults({ ...work, title: '', day: '' })).toEqual(['title', 'day']);
  });
  it('of a payment needs amount, payee and voucher', () => {
    const payment = { ...work, kind: 'payment' as const };
    expect(findProgressFaults(payment)).toEqual(['amount', 'payee', 'files']);
    expect(findProgressFaults({ ...payment, amount: '9,000', payee: '青源建设', files: [voucher] })).toEqual([]);
  });
  it('pays more than nothing', () =>
    expect([readAmount('0'), readAmount('-3'), readAmount('0.01')]).toEqual([null, null, 1]));
});

describe('a rule parameter', () => {
  const share = { key: 'review.quorum', zh: '', en: '', value: 0, minimum: 0, maximum: 2, law: '' };
  const days = { key: 'publish-resolution.days', zh: '', en: '', value: 15, minimum: 15, maximum: 180, law: '' };

  it('of a share is chosen in words, only within the law', () =>
    expect(choicesOf(share, 'zh-CN')).toEqual([
      { value: '0', text: '二分之一以上' },
      { value: '1', text: '过半数' },
      { value: '2', text: '三分之二以上' },
    ]));
  it('of days is a number within its limits', () => {
    expect(choicesOf(days, 'zh-CN')).toBeNull();
    expect(['15', '180', '14', '181', '', '1e2', '20.5'].map((text) => readNumber(text, days))).toEqual([
      15,
      180,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
