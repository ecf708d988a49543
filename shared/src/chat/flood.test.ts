import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floodLimits, takeOne, waitFor, type FloodBucket } from './flood.ts';

const limit = floodLimits.member;
const never: FloodBucket = { tokens: 0, at: 0 };
const start = Date.UTC(2026, 10, 21);

/** How many of these moments let a message through, and the bucket after them. */
const sendAt = (moments: readonly number[]): { sent: number; bucket: FloodBucket } => {
  let [bucket, sent] = [never, 0];
  for (const now of moments) {
    const left = takeOne(bucket, limit, now);
    if (left === null) continue;
    bucket = left;
    sent += 1;
  }
  return { sent, bucket };
};

describe('flood limits', () => {
  test('who never spoke may send a burst, and no more in the same moment', () => {
    expect(sendAt(Array.from({ length: 40 }, () => start)).sent).toBe(limit.burst);
  });

  test('when the burst is used up → one each 1.5 seconds', () => {
    const { bucket } = sendAt(Array.from({ length: limit.burst }, () => start));
    expect(waitFor(bucket, limit, start)).toBe(limit.everyMs);
    expect(takeOne(bucket, limit, start + limit.everyMs - 1)).toBeNull();
    expect(takeOne(bucket, limit, start + limit.everyMs)).toEqual({ tokens: 0, at: start + limit.everyMs });
  });

  test('a pause fills it up again, never beyond the burst', () => {
    const { bucket } = sendAt(Array.from({ length: limit.burst }, () => start));
    const later = start + 100 * limit.burst * limit.everyMs;
    expect(takeOne(bucket, limit, later)).toEqual({ tokens: (limit.burst - 1) * 1000, at: later });
  });

  test('a clock that was set back refills nothing', () => {
    const { bucket } = sendAt(Array.from({ length: limit.burst }, () => start));
    expect(takeOne(bucket, limit, start - 3_600_000)).toBeNull();
  });

  test('whenever it lets a message through at once, and after the wait it names', () => {
    const pauses = fc.array(fc.nat({ max: 4000 }), { maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.constantFrom(...Object.values(floodLimits)), (gaps, rule) => {
        let [bucket, now] = [never, start];
        for (const gap of gaps) {
          now += gap;
          const wait = waitFor(bucket, rule, now);
          expect(takeOne(bucket, rule, now) === null).toBe(wait > 0);
          const left = takeOne(bucket, rule, now + wait);
          expect(left).not.toBeNull();
          if (wait > 0 || left === null) continue;
          bucket = left;
        }
      }),
    );
  });

  test('never more than the burst and one for each pause that has passed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3000 }), { maxLength: 200 }), (gaps) => {
        let now = start;
        const moments = gaps.map((gap) => (now += gap));
        const span = (moments.at(-1) ?? start) - (moments[0] ?? start);
        expect(sendAt(moments).sent).toBeLessThanOrEqual(limit.burst + Math.floor(span / limit.everyMs));
      }),
    );
  });
});
