import { describe, expect, it } from 'vitest';
import { nextDoorReminder, nextReminder, noticeStatus, refuseTimes } from './status.ts';
import { noticeLimits } from './vocabulary.ts';

const day = 86_400_000;

describe('the status of a notice', () => {
  it('expires at the very instant it names, and only once it is out', () => {
    expect(noticeStatus('published', 100, 99)).toBe('published');
    expect(noticeStatus('published', 100, 100)).toBe('expired');
    expect(noticeStatus('published', null, 100)).toBe('published');
    expect(noticeStatus('withdrawn', 100, 200)).toBe('withdrawn');
    expect(noticeStatus('draft', 100, 200)).toBe('draft');
  });

  it('refuses to publish in the past, too far ahead, or beyond its own expiry', () => {
    expect(refuseTimes({ at: null, expiresAt: null }, 100)).toBeNull();
    expect(refuseTimes({ at: 100, expiresAt: null }, 100)).toBe('time-past');
    expect(refuseTimes({ at: 100 + 90 * day, expiresAt: null }, 100)).toBeNull();
    expect(refuseTimes({ at: 101 + 90 * day, expiresAt: null }, 100)).toBe('time-too-far');
    expect(refuseTimes({ at: null, expiresAt: 100 }, 100)).toBe('expiry-past');
    expect(refuseTimes({ at: 200, expiresAt: 200 }, 100)).toBe('expiry-past');
    expect(refuseTimes({ at: 200, expiresAt: 201 }, 100)).toBeNull();
  });

  it('lets a reminder follow four hours after the last', () => {
    expect(nextReminder(null, 5)).toBeNull();
    expect(nextReminder(0, noticeLimits.reminderGapMs - 1)).toBe(noticeLimits.reminderGapMs);
    expect(nextReminder(0, noticeLimits.reminderGapMs)).toBeNull();
  });

  it('lets one door be reminded four hours after its own reminder and after the one to all', () => {
    const gap = noticeLimits.reminderGapMs;
    expect(nextDoorReminder(null, null, 5)).toBeNull();
    expect(nextDoorReminder(10, null, 20)).toBe(10 + gap);
    expect(nextDoorReminder(null, 15, 20)).toBe(15 + gap);
    expect(nextDoorReminder(10, 15, 20)).toBe(15 + gap);
    expect(nextDoorReminder(10, 15, 15 + gap)).toBeNull();
  });
});
