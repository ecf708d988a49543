import { allowedActions } from '@bandeng/shared/deliberation/allowed.ts';
import type { MatterReply, MyPart } from '@bandeng/shared/deliberation/schemas.ts';
import type { Db } from '../platform/store/store.ts';
import type { Actor } from '../platform/http/actor.ts';
import { findMatter } from './load-matter.ts';
import { readMatterFacts } from './read-facts.ts';
import { listParts, presentPart } from './read-parts.ts';
import type { MatterRow } from './rows.ts';

export type Standing = Pick<MatterReply, 'allowed' | 'mine'>;

/** The same for a matter that was just read. */
export const standingIn = async (db: Db, actor: Actor, matter: MatterRow, now: number): Promise<Standing> => {
  const parts = await listParts(db, actor, matter.id);
  const facts = await readMatterFacts(db, actor, matter, parts, now);
  const mine: MyPart[] = parts.map(presentPart);
  return { allowed: [...allowedActions(facts, actor, now)], mine };
};

/** What the member may do with a matter now, and the own part in each of its sessions. */
export const readStanding = async (db: Db, actor: Actor, matterId: string, now: number): Promise<Standing> => {
  const matter = await findMatter(db, actor.communityId, matterId);
  return matter ? standingIn(db, actor, matter, now) : { allowed: [], mine: [] };
};
