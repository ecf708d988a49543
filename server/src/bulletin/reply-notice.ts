import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { presentNotice } from './present-notice.ts';
import { seeNotice } from './see-notice.ts';

/** The notice as it stands now for this member: what pages show and commands answer with. */
export const replyNotice = async (db: Db, actor: Actor, noticeId: string, now: number): Promise<Result<Notice>> => {
  const seen = await seeNotice(db, actor, noticeId, now);
  return seen ? ok(await presentNotice(db, seen, now)) : refuse('not-found');
};
