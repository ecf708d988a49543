/** How many messages may come at once, and how fast further ones. */
export interface FloodLimit {
  readonly burst: number;
  readonly everyMs: number;
}

/** What is left, in thousandths of a message, at a moment. All zero: never used, so full. */
export interface FloodBucket {
  readonly tokens: number;
  /** ms since 1970 */
  readonly at: number;
}

export const floodLimits = {
  /** One person in one group. */
  member: { burst: 12, everyMs: 1500 },
  /** Everybody in a group but its leaders. */
  group: { burst: 60, everyMs: 200 },
} as const satisfies Record<string, FloodLimit>;

/** Topics and cases that one person hands on, in a group or without one: each is work for somebody. */
export const intakeLimit = { most: 20, withinMs: 3_600_000 } as const;

const one = 1000;

const refill = ({ tokens, at }: FloodBucket, { burst, everyMs }: FloodLimit, now: number): number =>
  Math.min(burst * one, tokens + Math.floor((Math.max(0, now - at) * one) / everyMs));

/** The bucket after one more message, or null when it is too soon. A clock that was set back refills nothing. */
export const takeOne = (bucket: FloodBucket, limit: FloodLimit, now: number): FloodBucket | null => {
  const tokens = refill(bucket, limit, now);
  return tokens < one ? null : { tokens: tokens - one, at: Math.max(now, bucket.at) };
};

/** ms until the next message is let through; 0 for at once. */
export const waitFor = (bucket: FloodBucket, limit: FloodLimit, now: number): number => {
  const lacking = one - refill(bucket, limit, now);
  return lacking <= 0 ? 0 : Math.ceil((lacking * limit.everyMs) / one);
};
