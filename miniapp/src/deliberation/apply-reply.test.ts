import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { describe, expect, it } from 'vitest';
import { buildPage } from '../../tests/support/matter';
import { applyEvents, applyReply, mergeFetched } from './apply-reply';

const turnout = (cast: number): MatterEvent => ({
  type: 'TurnoutChanged',
  sessionId: 's1',
  due: 60,
  excused: 0,
  present: cast,
  cast,
});
const comments = (n: number): MatterEvent => ({ type: 'CommentsChanged', comments: n });
const castOf = (page: ReturnType<typeof buildPage>) => page.matter.sessions[0]?.cast;

describe('events of the channel', () => {
  it('are applied in order and move the cursor', () => {
    const next = applyEvents(buildPage(), [
      { seq: 11, event: turnout(45) },
      { seq: 12, event: turnout(46) },
    ]);
    expect([castOf(next), next.cursor]).toEqual([46, 12]);
  });

  it('that the snapshot already holds change nothing', () => {
    const page = buildPage();
    expect(applyEvents(page, [{ seq: 10, event: turnout(1) }])).toBe(page);
  });
});

describe('the reply of a command', () => {
  it('is in place at once, with what is allowed now', () => {
    const next = applyReply(buildPage(), { events: [turnout(45)], cursor: 11, allowed: [], mine: [] });
    expect([castOf(next), next.cursor, next.allowed, next.mine]).toEqual([45, 11, [], []]);
  });

  it('leaves room for what others did meanwhile: the socket still brings it', () => {
    const answered = applyReply(buildPage(), { events: [turnout(46)], cursor: 12, allowed: [], mine: [] });
    expect([castOf(answered), answered.cursor]).toEqual([46, 10]);
    const caughtUp = applyEvents(answered, [
      { seq: 11, event: comments(7) },
      { seq: 12, event: turnout(46) },
    ]);
    expect([castOf(caughtUp), caughtUp.matter.comments, caughtUp.cursor]).toEqual([46, 7, 12]);
  });

  it('that comes after its own events on the socket does not put older ones back', () => {
    const ahead = applyEvents(buildPage(), [
      { seq: 11, event: turnout(45) },
      { seq: 12, event: turnout(50) },
    ]);
    const next = applyReply(ahead, { events: [turnout(45)], cursor: 11, allowed: [], mine: [] });
    expect([castOf(next), next.cursor, next.allowed]).toEqual([50, 12, []]);
  });
});

describe('a page fetched again', () => {
  it('never takes a newer matter back, but says what is allowed', () => {
    const now = applyEvents(buildPage(), [{ seq: 12, event: turnout(50) }]);
    const merged = mergeFetched(now, buildPage({}, { cursor: 11, allowed: [] }));
    expect([castOf(merged), merged.cursor, merged.allowed]).toEqual([50, 12, []]);
  });

  it('replaces an older one', () => {
    const fetched = buildPage({}, { cursor: 13 });
    expect(mergeFetched(buildPage(), fetched)).toBe(fetched);
  });
});
