import type { BodyKind, DutyKind } from '../community/vocabulary.ts';
import type { AreaGrid } from './area-grid.ts';
import type { Badge, GroupDutyKind, GroupKind, GroupRole } from './vocabulary.ts';
import { groupAreaKinds } from './vocabulary.ts';

/** What a resident is today, as far as groups follow from it. */
export interface Standing {
  /** Areas of the dwellings lived in or owned now. */
  readonly homeAreaIds: readonly string[];
  readonly seats: readonly { readonly bodyId: string; readonly kind: BodyKind; readonly position: string }[];
  readonly duties: readonly { readonly kind: DutyKind; readonly areaId: string | null }[];
}

/** A place in a group that follows the register. */
export interface Membership {
  readonly kind: Exclude<GroupKind, 'free'>;
  /** The area, body or kind of duty that the group follows. */
  readonly subjectId: string;
  readonly role: Exclude<GroupRole, 'owner'>;
  readonly badge: Badge | null;
}

type Duty = Standing['duties'][number];

const localDuties: readonly DutyKind[] = ['building-leader', 'grid-worker'];
const isLocal = ({ kind }: Duty): boolean => localDuties.includes(kind);

const sitsIn = ({ seats }: Standing, ...kinds: readonly BodyKind[]): boolean =>
  seats.some(({ kind }) => kinds.includes(kind));

const holds = ({ duties }: Standing, kind: DutyKind): boolean => duties.some((duty) => duty.kind === kind);

/** Those who serve the whole community and belong into its group wherever they live. */
const servesAll = (standing: Standing): boolean =>
  sitsIn(standing, 'branch-committee', 'residents-committee') || holds(standing, 'administrator');

/** Those who keep order where no single building leader does. */
const keepsOrder = (standing: Standing): boolean =>
  sitsIn(standing, 'residents-committee') || holds(standing, 'administrator');

/**
 * What is shown beside a name: first the duty that is held here, then the committees, then a duty held elsewhere.
 * @param here whether a duty is held for what the group follows
 */
export const badgeOf = (standing: Standing, here: (duty: Duty) => boolean = () => false): Badge | null => {
  const { duties } = standing;
  const held = (kind: Badge & DutyKind, where: (duty: Duty) => boolean): Badge[] =>
    duties.some((duty) => duty.kind === kind && where(duty)) ? [kind] : [];
  const everywhere = () => true;
  const inOrder: readonly Badge[] = [
    ...held('building-leader', here),
    ...held('grid-worker', here),
    ...held('facilitator', here),
    ...(sitsIn(standing, 'residents-committee') ? (['residents-committee'] as const) : []),
    ...(sitsIn(standing, 'branch-committee') ? (['branch-committee'] as const) : []),
    ...held('building-leader', everywhere),
    ...held('grid-worker', everywhere),
    ...held('facilitator', everywhere),
  ];
  return inOrder[0] ?? null;
};

const roleIf = (leads: boolean): Membership['role'] => (leads ? 'moderator' : 'member');

const inAreas = (standing: Standing, grid: AreaGrid): Membership[] => {
  const near = new Set<string>();
  for (const areaId of standing.homeAreaIds) for (const id of grid.above(areaId)) near.add(id);
  for (const duty of standing.duties)
    if (isLocal(duty) && duty.areaId !== null) for (const id of grid.below(duty.areaId)) near.add(id);
  if (servesAll(standing)) for (const id of grid.ofKind('community')) near.add(id);
  const found: Membership[] = [];
  for (const subjectId of near) {
    const kind = grid.kindOf(subjectId);
    if (kind === undefined || !(groupAreaKinds as readonly string[]).includes(kind)) continue;
    const above = grid.above(subjectId);
    const covers = (duty: Duty) => isLocal(duty) && duty.areaId !== null && above.includes(duty.areaId);
    const wide = kind === 'community' || kind === 'compound';
    const role = roleIf(standing.duties.some(covers) || (wide && keepsOrder(standing)));
    found.push({ kind: 'area', subjectId, role, badge: badgeOf(standing, covers) });
  }
  return found;
};

/** Whoever presides, by the words that people write for it: 书记, 主任, 组长 and their deputies. */
const presides = (position: string): boolean => /书记|主任|组长/.test(position);

const inBodies = (standing: Standing, joint: readonly string[]): Membership[] => {
  const leads = new Map<string, boolean>();
  const sit = (bodyId: string, position: string) =>
    leads.set(bodyId, leads.get(bodyId) === true || presides(position));
  for (const { bodyId, kind, position } of standing.seats) {
    sit(bodyId, position);
    if (kind === 'branch-committee' || kind === 'residents-committee') for (const id of joint) sit(id, position);
  }
  const badge = badgeOf(standing);
  return [...leads].map(([subjectId, lead]) => ({ kind: 'body', subjectId, role: roleIf(lead), badge }));
};

/** Building leaders share a group with the grid workers who support them and keep order in it. */
const inDuties = (standing: Standing): Membership[] => {
  const groups: readonly [GroupDutyKind, readonly DutyKind[]][] = [
    ['facilitator', ['facilitator']],
    ['building-leader', localDuties],
  ];
  return groups.flatMap(([subjectId, kinds]): Membership[] => {
    if (!kinds.some((kind) => holds(standing, kind))) return [];
    const leads = keepsOrder(standing) || (subjectId === 'building-leader' && holds(standing, 'grid-worker'));
    const badge = badgeOf(standing, ({ kind }) => kinds.includes(kind));
    return [{ kind: 'duty', subjectId, role: roleIf(leads), badge }];
  });
};

/** Whether anything still ties somebody to the community. */
export const isPresent = ({ homeAreaIds, seats, duties }: Standing): boolean =>
  homeAreaIds.length + seats.length + duties.length > 0;

/**
 * The groups that somebody belongs to by the register, each once.
 * @param joint bodies that are the two committees together (两委)
 */
export const placeMember = (standing: Standing, grid: AreaGrid, joint: readonly string[]): Membership[] => [
  ...inAreas(standing, grid),
  ...inBodies(standing, joint),
  ...inDuties(standing),
];
