import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideConvene, earliestStart, type ConveneFacts } from './convene.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-01T09:00:00');
const facts = (more: Partial<ConveneFacts> = {}): ConveneFacts => ({
  matter: { status: 'running', stageId: 'propose', version: 1 },
  sessions: [],
  joint: false,
  oneHead: false,
  startsAt: at('2026-11-05T19:00:00'),
  closesAt: at('2026-11-05T20:00:00'),
  now,
  noticeDays: 0,
  ...more,
});
const answer = (more: Partial<ConveneFacts>): unknown => {
  const result = decideConvene(facts(more));
  return result.ok ? result.value : result.refusal.code;
};
const running = (stageId: ConveneFacts['matter']['stageId']): ConveneFacts['matter'] => ({
  status: 'running',
  stageId,
  version: 1,
});

describe('decideConvene', () => {
  it.each<[string, Partial<ConveneFacts>, unknown]>([
    ['nothing is in the way', {}, ['propose']],
    ['it starts at once', { startsAt: now }, ['propose']],
    ['stage 3 is due', { matter: running('review') }, ['review']],
    ['the matter is a draft', { matter: { status: 'draft', stageId: null, version: 1 } }, 'matter-not-running'],
    [
      'the matter was returned',
      { matter: { status: 'returned', stageId: 'review', version: 1 } },
      'matter-not-running',
    ],
    ['the stage is a disclosure', { matter: running('publish-resolution') }, 'wrong-stage'],
    ['a session is announced', { sessions: [{ stageId: 'propose', status: 'convened' }] }, 'session-pending'],
    ['a session is open', { sessions: [{ stageId: 'propose', status: 'open' }] }, 'session-pending'],
    [
      'an earlier session lacked a quorum',
      {
        sessions: [
          { stageId: 'propose', status: 'no-quorum' },
          { stageId: 'propose', status: 'cancelled' },
        ],
      },
      ['propose'],
    ],
    ['one person heads both and it is joint', { joint: true, oneHead: true }, ['propose', 'consult']],
    ['it is joint and two persons head them', { joint: true }, 'joint-not-allowed'],
    ['it is joint at stage 2', { joint: true, oneHead: true, matter: running('consult') }, 'joint-not-allowed'],
    [
      'it is joint and stage 2 is already announced',
      { joint: true, oneHead: true, sessions: [{ stageId: 'consult', status: 'convened' }] },
      'session-pending',
    ],
    ['it closes as it starts', { closesAt: at('2026-11-05T19:00:00') }, 'times-invalid'],
    ['it closes before now', { startsAt: now - 20, closesAt: now }, 'times-invalid'],
    [
      'notice is a moment short',
      { noticeDays: 10, startsAt: at('2026-11-11T23:59:59.999'), closesAt: at('2026-11-13T00:00:00') },
      'notice-too-short',
    ],
    [
      'notice is just enough',
      { noticeDays: 10, startsAt: at('2026-11-12T00:00:00'), closesAt: at('2026-11-13T00:00:00') },
      ['propose'],
    ],
  ])('when %s → %o', (_, more, expected) => expect(answer(more)).toEqual(expected));
});

it('leaves the whole days of notice between announcement and meeting', () => {
  const instants = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2027-12-31T00:00:00') });
  const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 60 }), (announced, days) => {
      const start = earliestStart(announced, days);
      const between = new Set<string>();
      for (let ms = announced; ms < start; ms += 36e5) between.add(inChina.format(ms));
      between.delete(inChina.format(announced));
      expect(between.size).toBe(days);
      expect(inChina.format(start - 1)).not.toBe(inChina.format(start));
    }),
    { numRuns: 30 },
  );
});
