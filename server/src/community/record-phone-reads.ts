import type { PhonePage, PhoneSubject } from '@bandeng/shared/community/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { sql } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';

export interface SeenPhone {
  readonly kind: PhoneSubject;
  readonly id: string;
}

interface Reading {
  readonly actor: Actor;
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Puts on record whose phone numbers somebody was shown, and on which page [个人信息保护法 art. 51]. One row for each day,
 * however often that day; the own number counts for nothing.
 */
export const putPhoneReads = async (tx: Tx, { actor, now, newId }: Reading, page: PhonePage, seen: readonly SeenPhone[]): Promise<void> => {
  const { phoneReads: p } = tx.t;
  const { communityId, residentId: readerId } = actor;
  const others = new Map(seen.filter(({ id }) => id !== readerId).map((one) => [`${one.kind} ${one.id}`, one]));
  if (others.size === 0) return;
  await tx.lock(`phone-reads:${communityId}:${readerId}`);
  const first = { communityId, readerId, page, day: dayAt(now), firstAt: now, lastAt: now, times: 1 };
  await tx
    .insert(p)
    .values([...others.values()].map(({ kind, id }) => ({ ...first, id: newId(), subjectKind: kind, subjectId: id })))
    .onConflictDoUpdate({
      target: [p.communityId, p.readerId, p.subjectKind, p.subjectId, p.page, p.day],
      set: { lastAt: now, times: sql`${p.times} + 1` },
    });
};

/** The same after a read, in a write of its own: the numbers leave the server once that is durable. */
export const recordPhoneReads = async (
  input: Reading & { readonly deps: Deps },
  page: PhonePage,
  seen: readonly SeenPhone[],
): Promise<void> => {
  if (seen.every(({ id }) => id === input.actor.residentId)) return;
  const scope = `phone-reads:${input.actor.communityId}:${input.actor.residentId}`;
  await input.deps.store.write((tx) => putPhoneReads(tx, input, page, seen), scope);
};
