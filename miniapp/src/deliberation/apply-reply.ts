import { evolve } from '@bandeng/shared/deliberation/evolve.ts';
import type { MatterEvent, MatterPage, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';

export interface SequencedEvent {
  readonly seq: number;
  readonly event: MatterEvent;
}

/**
 * Applies events of the matter's channel. Those the page already includes are passed over; a later one replaces whole
 * slices, so applying one again is harmless.
 */
export const applyEvents = (page: MatterPage, events: readonly SequencedEvent[]): MatterPage => {
  const fresh = events.filter(({ seq }) => seq > page.cursor);
  const last = fresh[fresh.length - 1];
  if (last === undefined) return page;
  return {
    ...page,
    matter: fresh.reduce((view, { event }) => evolve(view, event), page.matter),
    cursor: Math.max(page.cursor, last.seq),
  };
};

/**
 * Applies what a command answered. The cursor moves on only when nothing of others lies between: otherwise the socket
 * still has to bring that, and brings our own events once more.
 */
export const applyReply = (page: MatterPage, reply: MatterReply): MatterPage => {
  const { events, cursor, allowed, mine } = reply;
  if (cursor <= page.cursor) return { ...page, allowed, mine };
  const unbroken = cursor - events.length === page.cursor;
  return {
    ...page,
    matter: events.reduce(evolve, page.matter),
    cursor: unbroken ? cursor : page.cursor,
    allowed,
    mine,
  };
};

/** A page fetched while events arrived: the newer matter stays, what the viewer may do comes from the fetched one. */
export const mergeFetched = (now: MatterPage | undefined, fetched: MatterPage): MatterPage =>
  now === undefined || now.cursor <= fetched.cursor ? fetched : { ...fetched, matter: now.matter, cursor: now.cursor };
