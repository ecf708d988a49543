import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { channelName, type ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { create } from 'zustand';
import { t } from '@/i18n/use-t';
import { ApiError } from '@/platform/api-error';
import { call } from '@/platform/request';
import { onLeave, useSession } from '@/platform/session';
import { subscribe } from '@/platform/socket';
import { toast } from '@/ui/overlay-store';
import { settleHeld } from './settle-held';
import { inOrder, withEvents, withRead } from './group-list';

interface GroupStore {
  /** Undefined before the first answer. */
  readonly rows: readonly GroupRow[] | undefined;
  readonly error: ApiError | null;
  /** The group in which I was muted or unmuted last; a new object each time. */
  readonly muted: { readonly groupId: string } | null;
}

/** My groups of the community on screen, live: one list for the tab, its badge and the pages behind it. */
export const useGroups = create<GroupStore>()(() => ({ rows: undefined, error: null, muted: null }));

interface Followed {
  readonly communityId: string;
  readonly residentId: string;
  readonly ends: Map<string, () => void>;
}

let followed: Followed | null = null;
let again: ReturnType<typeof setTimeout> | null = null;

const change = (groupId: string, next: (row: GroupRow) => GroupRow): void =>
  useGroups.setState(({ rows }) => ({
    rows: rows === undefined ? undefined : inOrder(rows.map((row) => (row.id === groupId ? next(row) : row))),
  }));

/** One fetch for a burst of reasons. */
const fetchSoon = (): void => {
  again ??= setTimeout(() => {
    again = null;
    void refreshGroups();
  }, 300);
};

const onMine = (events: readonly ChannelEvent[]): void =>
  events.forEach(({ type, data }) => {
    if (type === 'appeal-decided') {
      const { status, reason } = data as { status: 'restored' | 'refused'; reason: string };
      return toast(t(`groups.appeal-${status}`, { reason }));
    }
    if (type === 'held-decided') return void settleHeld(followed?.communityId ?? '');
    if (type === 'muted') useGroups.setState({ muted: { groupId: (data as { groupId: string }).groupId } });
    if (type === 'groups-changed' || type === 'muted') return fetchSoon();
    if (type !== 'group-read') return;
    const { groupId, readSeq } = data as { groupId: string; readSeq: number };
    markReadHere(groupId, readSeq);
  });

const listen = (at: Followed, name: string, cursor: number, onEvents: (events: readonly ChannelEvent[]) => void): void => {
  if (!at.ends.has(name)) at.ends.set(name, subscribe(name, cursor, { onEvents, onGap: fetchSoon }));
};

const listenTo = (at: Followed, rows: readonly GroupRow[], cursor: number): void => {
  const mine = channelName(at.communityId, 'me', at.residentId);
  const names = new Map(rows.map((row) => [channelName(at.communityId, 'group', row.id), row] as const));
  at.ends.forEach((end, name) => {
    if (name === mine || names.has(name)) return;
    end();
    at.ends.delete(name);
  });
  listen(at, mine, cursor, onMine);
  names.forEach((row, name) =>
    listen(at, name, row.cursor, (events) => change(row.id, (now) => withEvents(now, events, at.residentId))),
  );
};

/** Fetches the list afresh; what is on screen stays until the answer is there. */
export const refreshGroups = async (): Promise<void> => {
  const at = followed;
  if (at === null) return;
  try {
    const { items, cursor } = await call(chatApi.listGroups, { params: { communityId: at.communityId } });
    if (followed !== at) return;
    useGroups.setState({ rows: inOrder(items), error: null });
    listenTo(at, items, cursor);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (followed === at) useGroups.setState({ error });
  }
};

const stop = (): void => {
  followed?.ends.forEach((end) => end());
  followed = null;
  useGroups.setState({ rows: undefined, error: null, muted: null });
};

const follow = (): void => {
  const { communityId, me, tokens } = useSession.getState();
  const residentId = me?.communities.find((one) => one.communityId === communityId)?.residentId;
  const signedIn = tokens !== null && communityId !== null && residentId !== undefined;
  if (signedIn && followed?.communityId === communityId && followed.residentId === residentId) return;
  stop();
  if (!signedIn) return;
  followed = { communityId, residentId, ends: new Map() };
  void refreshGroups();
};

let started = false;
/** From the launch on: the list follows whoever is signed in, and the community on screen. */
export const followGroups = (): void => {
  if (started) return;
  started = true;
  onLeave(stop);
  useSession.subscribe(follow);
  follow();
};

export const markReadHere = (groupId: string, readSeq: number): void => {
  const row = useGroups.getState().rows?.find(({ id }) => id === groupId);
  if (row === undefined) return;
  const next = withRead(row, readSeq);
  if (next === null) fetchSoon();
  else change(groupId, () => next);
};

export const showMine = (groupId: string, mine: Partial<Pick<GroupRow, 'pinned' | 'silenced'>>): void =>
  change(groupId, (row) => ({ ...row, ...mine }));
