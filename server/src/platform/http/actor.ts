import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import type { Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Db, Tx } from '../store/store.ts';

/** Somebody signed in on some device. */
export interface Account {
  readonly id: string;
  readonly signInId: string;
}

/** A role and where it holds: everywhere (both null), in an area, or by a seat in a body. */
export interface Grant {
  readonly role: Role;
  readonly areaId: string | null;
  readonly bodyId: string | null;
}

/** An account as a member of one community. */
export interface Actor {
  readonly accountId: string;
  readonly communityId: string;
  readonly residentId: string;
  readonly name: string;
  /** Has a tenure in force. */
  readonly dwells: boolean;
  readonly roles: readonly Role[];
  readonly grants: readonly Grant[];
}

export interface Membership {
  readonly communityId: string;
  readonly communityName: string;
  readonly residentId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What the platform must know about members; the community engine answers. */
export interface Members {
  /** The actor, or null for a stranger to this community. */
  loadMember(db: Db, communityId: string, accountId: string, now: number): Promise<Actor | null>;
  listMemberships(db: Db, accountId: string, now: number): Promise<Membership[]>;
  /** An account proved that it holds a phone number (11 digits): registers that name it can be bound. */
  onPhoneBound(tx: Tx, accountId: string, phone: string, now: number): Promise<void>;
  /** The holder asks to be forgotten: memberships let go of the account. A refusal keeps all of it. */
  onAccountDeleted(tx: Tx, accountId: string, now: number): Promise<Result<{ done: true }>>;
}
