/** The closed sets of words and the limits that notices speak. */

/** 活动、政策、安全、停水停电、紧急 */
export const noticeCategories = ['activity', 'policy', 'safety', 'utilities', 'urgent'] as const;
export type NoticeCategory = (typeof noticeCategories)[number];

/** `expired` follows from the clock and is never stored. */
export const noticeStatuses = ['draft', 'scheduled', 'published', 'expired', 'withdrawn'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/**
 * How far a notice came with one dwelling, best state of its people: `acknowledged` in the app or told at the door,
 * `read`, `not-reached` (somebody has an account and has not opened it), `not-registered` (nobody has an account).
 */
export const deliveryStates = ['acknowledged', 'read', 'not-reached', 'not-registered'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const knockResults = ['told', 'absent'] as const;
export type KnockResult = (typeof knockResults)[number];

export const noticeActions = ['edit', 'publish', 'unschedule', 'discard', 'correct', 'withdraw', 'remind', 'remind-doors', 'assign-knocks', 'see-delivery', 'acknowledge'] as const;
export type NoticeAction = (typeof noticeActions)[number];

export const noticeLimits = {
  title: 60,
  body: 5000,
  files: 9,
  areas: 200,
  bodies: 20,
  /** ms between two reminders of one notice, and of one door. */
  reminderGapMs: 4 * 3_600_000,
  /** A notice can be scheduled this far ahead, in ms. */
  aheadMs: 90 * 86_400_000,
} as const;
