import type { Actor } from '../http/actor.ts';
import type { Db } from '../store/store.ts';

/** Whether a member of the channel's community may listen to the channel of this subject. */
export type ChannelRule = (db: Db, actor: Actor, subjectId: string, now: number) => Promise<boolean>;
