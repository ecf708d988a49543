import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, sendableFrom } from './quiet-hours.ts';

const hourMs = 3_600_000;
/** An instant of 2026-11-21 in China. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour - 8, minute);
const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

describe('quiet hours', () => {
  it.each([
    [at(6, 59), true],
    [at(7), false],
    [at(12), false],
    [at(21, 59), false],
    [at(22), true],
    [at(24), true],
  ])('when it is %i → %s', (ms, quiet) => expect(isQuiet(ms)).toBe(quiet));

  it('holds what comes late in the evening until seven the next morning, and what comes at night until seven', () => {
    expect(sendableFrom(at(22), 'notice')).toBe(at(24 + 7));
    expect(sendableFrom(at(23, 59), 'vote')).toBe(at(24 + 7));
    expect(sendableFrom(at(3), 'reply')).toBe(at(7));
  });

  it('never holds an emergency, nor anything by day', () => {
    fc.assert(fc.property(instant, (ms) => sendableFrom(ms, 'urgent') === ms));
    fc.assert(fc.property(instant.filter((ms) => !isQuiet(ms)), (ms) => sendableFrom(ms, 'notice') === ms));
  });

  it('holds the rest for nine hours at most, until an instant that is not quiet, and the earliest such one', () => {
    fc.assert(
      fc.property(instant.filter(isQuiet), (ms) => {
        const from = sendableFrom(ms, 'notice');
        expect(from).toBeGreaterThan(ms);
        expect(from - ms).toBeLessThanOrEqual(9 * hourMs);
        expect(isQuiet(from)).toBe(false);
        expect(isQuiet(from - 1)).toBe(true);
      }),
    );
  });
});
