import { describe, expect, it } from 'vitest';
import { seeded } from '../../tests/support/seeded';
import { add, drop, heads, hold, hurry, inputOf, lose, outageMs, refuse, restore, retry, sent, turnDown, uploaded, type Outgoing, type Queue } from './send-queue';

const outgoing = (sentAs: string, more: Partial<Outgoing> = {}): Outgoing => ({
  sentAs, communityId: 'c', groupId: 'g', kind: 'text', text: sentAs, file: null, card: null, quote: null, mentions: [], mentionsAll: false,
  at: 0, state: 'waiting', since: 0, lost: 0, notBefore: 0, why: null, held: null, ...more,
});
const three: Queue = [outgoing('a'), outgoing('b'), outgoing('x', { groupId: 'h' })];
const ids = (queue: Queue) => queue.map(({ sentAs }) => sentAs);

describe('the outbox', () => {
  it('sends one after the other in a group, and groups beside each other', () => {
    expect(ids(heads(three))).toEqual(['a', 'x']);
    expect(ids(heads(sent(three, 'a')))).toEqual(['b', 'x']);
    expect(ids(heads(hold(three, 'a', { id: 'held', reason: 'words' })))).toEqual(['b', 'x']);
  });

  it('takes a message once', () => expect(ids(add(three, outgoing('a')))).toEqual(ids(three)));

  it('waits longer after each loss, and lets nothing overtake what waits', () => {
    const once = lose(three, 'a', 1000);
    const twice = lose(once, 'a', 3000);
    expect([once[0]?.notBefore, twice[0]?.notBefore]).toEqual([2000, 5000]);
    expect(ids(heads(twice))).toEqual(['a', 'x']);
    expect(hurry(twice)[0]?.notBefore).toBe(0);
  });

  it('stops a whole group after a long outage, and nothing else', () => {
    const stopped = lose(three, 'a', outageMs);
    expect(stopped.map(({ state }) => state)).toEqual(['failed', 'failed', 'waiting']);
    expect(stopped[0]?.why).toBeNull();
  });

  it('goes on behind a refused message, and sends it again only when the person says so, under the same id', () => {
    const refused = refuse(three, 'a', { zh: '不行', en: 'No' });
    expect(ids(heads(refused))).toEqual(['b', 'x']);
    const again = retry(refused, 'a', 500);
    expect(ids(again)).toEqual(['b', 'x', 'a']);
    expect(again[2]).toMatchObject({ state: 'waiting', since: 500, why: null });
    expect(retry(three, 'a', 500)).toBe(three);
  });

  it('is taken up after a restart with what was not sent, as if it began now', () => {
    const kept = [...sent(three, 'a'), outgoing('late', { state: 'failed', lost: 7, notBefore: 9 })];
    expect(restore(kept, 77).map(({ sentAs, since, lost }) => [sentAs, since, lost])).toEqual([['b', 77, 0], ['x', 77, 0], ['late', 77, 0]]);
  });

  it('says why a moderator did not let it pass', () => {
    const held = hold(three, 'b', { id: 'held-1', reason: 'check' });
    expect(turnDown(held, 'held-1', '广告')[1]?.held).toEqual({ id: 'held-1', reason: 'check', refused: '广告' });
  });

  it('sends content of one kind only', () => {
    const file = { uploadAs: 'u', name: 'a.jpg', size: 1, durationMs: null, fileId: null };
    const picture = uploaded([outgoing('p', { kind: 'image', text: '', file })], 'p', 'file-1')[0];
    expect(picture && inputOf(picture)).toEqual({ kind: 'image', fileId: 'file-1' });
    expect(inputOf(outgoing('hello', { mentions: ['li'], mentionsAll: true }))).toEqual({ kind: 'text', text: 'hello', mentions: ['li'], mentionsAll: true });
  });

  it('delivers everything once and in order on any line, as long as the line comes back', () => {
    // Each attempt is lost before it arrives, lost after it arrived, or answered; the server carries out an id once.
    for (let seed = 1; seed <= 200; seed++) {
      const chance = seeded(seed);
      const count = 1 + chance(12);
      let queue: Queue = [];
      for (let i = 0; i < count; i++) queue = add(queue, outgoing(`m${i}`));
      const history: string[] = [];
      let now = 0;
      for (let round = 0; queue.length > 0; round++) {
        const head = heads(queue)[0];
        if (head === undefined) break;
        now = Math.max(now, head.notBefore);
        const outcome = round < 60 ? (['lost', 'unanswered', 'answered'] as const)[chance(3)] : 'answered';
        if (outcome !== 'lost' && !history.includes(head.sentAs)) history.push(head.sentAs);
        if (outcome === 'answered') queue = drop(sent(queue, head.sentAs), new Set([head.sentAs]));
        else queue = lose(queue, head.sentAs, now);
        // the person sends again what was given up, in the order in which it stands there
        for (const one of queue.filter(({ state }) => state === 'failed')) queue = retry(queue, one.sentAs, now);
      }
      expect(queue, `seed ${seed}`).toEqual([]);
      expect(history, `seed ${seed}`).toEqual(Array.from({ length: count }, (_, i) => `m${i}`));
    }
  });
});
