import type { ChannelRule } from '../platform/realtime/channel-rule.ts';
import { seeGroup } from './load-group.ts';

/** Only those who are in a group hear it. */
export const followGroup: ChannelRule = async (db, actor, groupId) =>
  (await seeGroup(db, actor, groupId)) !== undefined;

/** What concerns one person alone, on all of that person's devices. */
export const followMe: ChannelRule = async (_db, actor, residentId) => actor.residentId === residentId;
