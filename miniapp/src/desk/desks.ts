import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import type { DeskTodoKind } from './open-todo';

/** The work desks, in the order in which they are shown. */
export const deskRoles = [
  'administrator',
  'branch-committee',
  'residents-committee',
  'facilitator',
  'building-leader',
  'grid-worker',
  'supervisor',
] as const satisfies readonly Role[];
export type DeskRole = (typeof deskRoles)[number];

export const deskEntries = {
  matters: '/desk/pages/matters/index',
  draft: '/desk/pages/draft/index',
  objections: '/desk/pages/objections/index',
  claims: '/desk/pages/claims/index',
  imports: '/desk/pages/imports/index',
  dwellings: '/desk/pages/dwellings/index',
  areas: '/desk/pages/areas/index',
  bodies: '/desk/pages/bodies/index',
  notices: '/desk/pages/notices/index',
  settings: '/desk/pages/settings/index',
  moderation: '/desk/pages/moderation/index',
  phoneReads: '/desk/pages/phone-reads/index',
  intakes: '/desk/pages/intakes/index',
} as const satisfies Record<string, `/desk/pages/${string}`>;
export type DeskEntry = keyof typeof deskEntries;

/** What waits behind an entry. */
export const waitingBehind: Partial<Record<DeskEntry, readonly DeskTodoKind[]>> = {
  matters: ['run-session', 'publish', 'returned'],
  objections: ['answer-objection'],
  claims: ['claim'],
};

const entriesOf: Readonly<Record<DeskRole, readonly DeskEntry[]>> = {
  administrator: ['notices', 'imports', 'dwellings', 'claims', 'areas', 'bodies', 'settings', 'matters', 'intakes', 'moderation', 'phoneReads'],
  'branch-committee': ['notices', 'draft', 'matters', 'objections', 'bodies', 'settings', 'intakes'],
  'residents-committee': ['notices', 'draft', 'matters', 'objections', 'bodies', 'settings', 'intakes', 'moderation'],
  facilitator: ['matters', 'intakes'],
  'building-leader': ['notices', 'claims', 'matters', 'dwellings', 'moderation'],
  'grid-worker': ['notices', 'claims', 'matters', 'dwellings', 'intakes', 'moderation'],
  supervisor: ['phoneReads'],
};

export interface Desk {
  readonly role: DeskRole;
  readonly entries: readonly DeskEntry[];
}

/** The desks of somebody's roles. What two desks share stands on the first. */
export const listDesks = (roles: readonly Role[]): Desk[] => {
  const shown = new Set<DeskEntry>();
  return deskRoles
    .filter((role) => roles.includes(role))
    .map((role) => {
      const entries = entriesOf[role].filter((entry) => !shown.has(entry));
      for (const entry of entries) shown.add(entry);
      return { role, entries };
    })
    .filter(({ entries }) => entries.length > 0);
};
