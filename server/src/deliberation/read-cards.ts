import type { Card } from '@bandeng/shared/chat/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CardReader } from '../platform/engine.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { matterChannel } from './publish-events.ts';
import type { MatterRow } from './rows.ts';
import { seesMatter } from './see-matter.ts';
import { listToRate } from './todo-disclosures.ts';
import { listMyMeetings } from './todo-meetings.ts';

type Turnout = { readonly closesAt: number; readonly due: number; readonly present: number };

const readCursors = async (db: Db, communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { channels: c } = db.t;
  const rows = await db
    .select({ channel: c.channel, seq: c.lastSeq })
    .from(c)
    .where(and(eq(c.communityId, communityId), inArray(c.channel, ids.map(matterChannel))));
  return new Map(rows.map(({ channel, seq }) => [channel, seq]));
};

const loadVisible = async (db: Db, actor: Actor, ids: readonly string[]): Promise<MatterRow[]> => {
  const { matters: m } = db.t;
  const rows = await db
    .select()
    .from(m)
    .where(and(eq(m.communityId, actor.communityId), inArray(m.id, [...ids])));
  const visible: MatterRow[] = [];
  for (const row of rows) if (await seesMatter(db, actor, row)) visible.push(row);
  return visible;
};

/** How many are due and have come is public while a meeting is open, of secret ballots too; how they vote is not. */
const readTurnouts = async (db: Db, communityId: string, ids: readonly string[]) => {
  const { sessions: s } = db.t;
  const rows = await db
    .select({ matterId: s.matterId, stageId: s.stageId, closesAt: s.closesAt, due: s.due, present: s.present })
    .from(s)
    .where(and(eq(s.communityId, communityId), inArray(s.matterId, [...ids]), eq(s.status, 'open')));
  // Two stages may meet jointly: the one that the matter is at counts.
  return (matter: MatterRow): Turnout | undefined =>
    rows.find(({ matterId, stageId }) => matterId === matter.id && stageId === matter.stageId);
};

/** What matters wait for from this member: a ballot on a phone, or a rating. */
const readActions = async (db: Db, actor: Actor, now: number) => {
  const votes = (await listMyMeetings(db, actor, now)).filter(({ kind }) => kind === 'vote');
  const rates = await listToRate(db, actor);
  return {
    toVote: votes,
    toRate: new Map(rates.map(({ matterId, dueAt }) => [matterId, dueAt])),
  };
};

/** Matters as cards: the stage that a running one is at, else its status; when its open meeting closes, and whether it waits for me. */
export const readMatterCards: CardReader = async (db, actor, ids, now) => {
  if (ids.length === 0) return [];
  const { communityId } = actor;
  // First: what changes after this is heard on the channel.
  const cursors = await readCursors(db, communityId, ids);
  const matters = await loadVisible(db, actor, ids);
  const turnoutOf = await readTurnouts(db, communityId, ids);
  const { toVote, toRate } = await readActions(db, actor, now);
  return matters.map((row): Card => {
    const open = turnoutOf(row);
    const rates = toRate.has(row.id);
    const mine = toVote.filter(({ matterId }) => matterId === row.id);
    const ballot = mine.find(({ stageId }) => stageId === row.stageId) ?? mine[0];
    return {
      kind: 'matter',
      id: row.id,
      title: row.title,
      state: row.status === 'running' ? (row.stageId ?? row.status) : row.status,
      numbers: open ? { due: open.due, present: open.present } : {},
      dueAt: open?.closesAt ?? (rates ? (toRate.get(row.id) ?? null) : null),
      action: ballot ? 'vote' : rates ? 'rate' : 'open',
      sessionId: ballot?.subjectId ?? null,
      channel: channelName(communityId, 'matter', row.id),
      cursor: cursors.get(matterChannel(row.id)) ?? 0,
    };
  });
};
