import { describe, expect, test } from 'vitest';
import { recallProblem, type RecallFacts } from './recall.ts';

const at = Date.UTC(2026, 10, 21, 4);
const message: RecallFacts = { authorId: 'me', kind: 'text', state: 'shown', at };

describe('recalling a message', () => {
  test('within two minutes, the last moment included → may be done', () => {
    expect(recallProblem(message, 'me', at)).toBeNull();
    expect(recallProblem(message, 'me', at + 120_000)).toBeNull();
  });

  test('later → too late', () => {
    expect(recallProblem(message, 'me', at + 120_001)).toBe('recall-too-late');
  });

  test("somebody else's, or a line of the group → not found", () => {
    expect(recallProblem(message, 'you', at)).toBe('not-found');
    expect(recallProblem({ ...message, authorId: null, kind: 'event' }, 'me', at)).toBe('not-found');
  });

  test('what is gone already → gone, however old', () => {
    expect(recallProblem({ ...message, state: 'recalled' }, 'me', at)).toBe('message-gone');
    expect(recallProblem({ ...message, state: 'deleted' }, 'me', at + 999_999)).toBe('message-gone');
  });
});
