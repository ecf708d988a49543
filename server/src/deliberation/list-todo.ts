import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { listOpenObjections, listReturned, listToPublish, listToRate } from './todo-disclosures.ts';
import { listMyMeetings, listServedMeetings } from './todo-meetings.ts';

/** Matters in which something waits for the member, by deadline; what has none comes last. One statement per kind. */
export const listMatterTodo = async (db: Db, actor: Actor, now: number): Promise<Todo[]> =>
  sortTodo([
    ...(await listMyMeetings(db, actor, now)),
    ...(await listOpenObjections(db, actor)),
    ...(await listServedMeetings(db, actor, now)),
    ...(await listReturned(db, actor)),
    ...(await listToPublish(db, actor)),
    ...(await listToRate(db, actor)),
  ]);

/** Stable: of two with one deadline, or with none, the earlier in the list stays first. */
export const sortTodo = (todo: readonly Todo[]): Todo[] =>
  [...todo].sort((a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER));
