import type { MatterEvent, MatterView } from './schemas.ts';

const replace = <T extends { readonly id: string }>(list: readonly T[], item: T): T[] =>
  list.some((one) => one.id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item];

/** As a fresh read sorts them: by time, and of two at once by id. */
const byTime =
  <T extends { readonly id: string }>(timeOf: (item: T) => number) =>
  (a: T, b: T): number =>
    timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1);

/** Applies one event to a matter. For every command: old view + its events = the view read afresh. */
export const evolve = (view: MatterView, event: MatterEvent): MatterView => {
  switch (event.type) {
    case 'HeadChanged':
      return { ...view, head: event.head };
    case 'VersionsChanged':
      return { ...view, versions: event.versions };
    case 'SessionChanged':
      return { ...view, sessions: replace(view.sessions, event.session) };
    case 'TurnoutChanged': {
      const { due, excused, present, cast } = event;
      return {
        ...view,
        sessions: view.sessions.map((one) => (one.id === event.sessionId ? { ...one, due, excused, present, cast } : one)),
      };
    }
    case 'DisclosureChanged':
      return { ...view, disclosures: replace(view.disclosures, event.disclosure).sort(byTime((one) => one.publishedAt)) };
    case 'ObjectionChanged':
      return { ...view, objections: replace(view.objections, event.objection).sort(byTime((one) => one.filedAt)) };
    case 'ProgressChanged':
      return {
        ...view,
        progress: replace(view.progress, event.entry).sort(byTime((one) => one.at)),
        spentFen: event.spentFen,
      };
    case 'RatingsChanged':
      return { ...view, ratings: event.ratings };
    case 'CommentsChanged':
      return { ...view, comments: event.comments };
  }
};
