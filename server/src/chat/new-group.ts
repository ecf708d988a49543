import type { GroupKind, Naming, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import type { Schema } from '../platform/store/schema.ts';

type NewGroupRow = Schema['groups']['$inferInsert'];
type NewMemberRow = Schema['groupMembers']['$inferInsert'];

export interface GroupBegun {
  readonly communityId: string;
  readonly id: string;
  readonly kind: GroupKind;
  readonly subjectId: string | null;
  readonly title: string;
  readonly name?: string;
  readonly areaKind: string | null;
  readonly dwellings: number | null;
  readonly naming: Naming;
  readonly speaking: Speaking;
}

/** A group with nobody in it. The flood limits fill up from long ago. */
export const newGroup = ({ name, ...begun }: GroupBegun, now: number): NewGroupRow => ({
  ...begun,
  name: name ?? null,
  version: 1,
  lastSeq: 0,
  lastAt: now,
  allSeq: 0,
  pinnedSeq: null,
  memberCount: 0,
  createdAt: now,
  dissolvedAt: null,
  floodTokens: 0,
  floodAt: 0,
});

export interface MemberBegun {
  readonly communityId: string;
  readonly groupId: string;
  readonly residentId: string;
  readonly role: string;
  readonly badge: string | null;
  readonly label: string;
}

/** Somebody who comes into a group: nothing of what was said before is unread. */
export const newMember = (begun: MemberBegun, lastSeq: number, now: number): NewMemberRow => ({
  ...begun,
  joinedAt: now,
  leftAt: null,
  removedAt: null,
  readSeq: lastSeq,
  mentionSeq: 0,
  silenced: false,
  pinned: false,
  mutedUntil: null,
  floodTokens: 0,
  floodAt: 0,
});
