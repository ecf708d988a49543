import type { BodyKind } from '../community/vocabulary.ts';
import { dayAt, isOfAge, type Day } from '../kernel/legal-days.ts';
import { freezeHouseholds } from './roll-households.ts';
import type { Electorate } from './stages/stage.ts';

/** One reason why a person may be due: a seat in a body, or living in a dwelling. A person may come several times. */
export interface Candidate {
  readonly residentId: string;
  /** The body of a seat; null for those who are candidates as residents. */
  readonly body: BodyKind | null;
  readonly dwellingId: string | null;
  /** Term of office or of residence: holds when from ≤ day < until. */
  readonly from: Day;
  readonly until: Day | null;
  readonly bornOn: Day | null;
  /** Owns or rents the dwelling: somebody who could sign for it is taken for an adult until a birth date says otherwise. */
  readonly signed: boolean;
  /** Who of a household is asked first, from 0: its named representative, then the owner, then the others. */
  readonly rank: number;
}

export interface RollEntry {
  readonly voterId: string;
  /** Every body through which the person is due, sorted; empty in a residents' assembly. */
  readonly bodies: readonly BodyKind[];
  /** The household that the person stands for, in a meeting of households. */
  readonly dwellingId: string | null;
  readonly excused: boolean;
}

/** From the least to the most telling: who is left out for several reasons is reported with the last of them. */
const leftOutReasons = [
  'other-body',
  'out-of-term',
  'under-age',
  'birth-date-unknown',
  'household-represented',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface Roll {
  /** One entry per voter, by voter id. */
  readonly entries: readonly RollEntry[];
  readonly due: number;
  readonly excused: number;
  /** Candidates who are not due at all, each once, for the report of the opening. */
  readonly leftOut: readonly { readonly residentId: string; readonly reason: LeftOutReason }[];
  /** Dwellings with candidates of which nobody could be entered, in a meeting of households. */
  readonly unrepresented: readonly string[];
}

/** Votes in residents' assemblies begin at eighteen [居民委员会组织法 2025 rev., arts 26–27]. */
export const votingAge = 18;

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why a candidate is not due on that day; null when eligible. Of those without a birth date only who owns or rents is taken to be. */
const findObstacle = (candidate: Candidate, electorate: Electorate, day: Day): LeftOutReason | null => {
  if (candidate.from > day || (candidate.until !== null && candidate.until <= day)) return 'out-of-term';
  if (electorate.kind === 'bodies')
    return candidate.body !== null && electorate.bodies.includes(candidate.body) ? null : 'other-body';
  if (candidate.bornOn === null) return candidate.signed ? null : 'birth-date-unknown';
  return isOfAge(candidate.bornOn, votingAge, day) ? null : 'under-age';
};

/**
 * Freezes who is due at an instant (ms since 1970). One voter is one entry, however many seats or dwellings. The
 * excused stay listed and are not counted as due.
 */
export const freezeRoll = (
  candidates: readonly Candidate[],
  electorate: Electorate,
  at: number,
  excused: ReadonlySet<string> = new Set(),
): Roll => {
  const day = dayAt(at);
  const obstacles = new Map<string, LeftOutReason>();
  const leaveOut = (residentId: string, reason: LeftOutReason): void => {
    const known = obstacles.get(residentId);
    if (known === undefined || leftOutReasons.indexOf(known) < leftOutReasons.indexOf(reason))
      obstacles.set(residentId, reason);
  };
  const eligible: Candidate[] = [];
  for (const candidate of candidates) {
    const obstacle = findObstacle(candidate, electorate, day);
    if (obstacle === null) eligible.push(candidate);
    else leaveOut(candidate.residentId, obstacle);
  }
  const { chosen, unrepresented } =
    electorate.kind === 'households' ? freezeHouseholds(eligible) : { chosen: eligible, unrepresented: [] };
  const seats = new Map<string, Candidate[]>();
  for (const candidate of chosen)
    seats.set(candidate.residentId, [...(seats.get(candidate.residentId) ?? []), candidate]);
  for (const { residentId } of eligible) if (!seats.has(residentId)) leaveOut(residentId, 'household-represented');
  const entries = [...seats]
    .map(([voterId, held]): RollEntry => {
      const bodies = new Set(held.flatMap(({ body }) => (electorate.kind !== 'bodies' || body === null ? [] : [body])));
      const dwellingId = electorate.kind === 'households' ? (held[0]?.dwellingId ?? null) : null;
      return { voterId, bodies: [...bodies].sort(byId), dwellingId, excused: excused.has(voterId) };
    })
    .sort((a, b) => byId(a.voterId, b.voterId));
  const leftOut = [...obstacles]
    .filter(([residentId]) => !seats.has(residentId))
    .map(([residentId, reason]) => ({ residentId, reason }))
    .sort((a, b) => byId(a.residentId, b.residentId));
  const due = entries.filter((entry) => !entry.excused).length;
  return { entries, due, excused: entries.length - due, leftOut, unrepresented };
};
