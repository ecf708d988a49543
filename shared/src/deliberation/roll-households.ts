interface Member {
  readonly residentId: string;
  readonly dwellingId: string | null;
  readonly rank: number;
}

/**
 * One person per household and one household per person. Dwellings with the fewest members choose first, the lowest
 * rank wins, ties go by id: the same register always gives the same roll. Where somebody is needed for a second
 * dwelling of which nobody else is eligible, a seat already given is passed on within its own dwelling if possible, so
 * as many households as can be are represented.
 */
export const freezeHouseholds = <M extends Member>(
  members: readonly M[],
): { readonly chosen: readonly M[]; readonly unrepresented: readonly string[] } => {
  const households = new Map<string, M[]>();
  for (const member of members) {
    if (member.dwellingId === null) continue;
    households.set(member.dwellingId, [...(households.get(member.dwellingId) ?? []), member]);
  }
  for (const list of households.values()) list.sort((a, b) => a.rank - b.rank || compare(a.residentId, b.residentId));
  const order = [...households].sort(([a, as], [b, bs]) => as.length - bs.length || compare(a, b));
  const seatOf = new Map<string, M>();
  const seat = (dwellingId: string, tried: Set<string>): boolean => {
    const list = households.get(dwellingId) ?? [];
    const free = list.find(({ residentId }) => !seatOf.has(residentId));
    if (free !== undefined) {
      seatOf.set(free.residentId, free);
      return true;
    }
    for (const member of list) {
      const held = seatOf.get(member.residentId);
      if (held === undefined || held.dwellingId === null || tried.has(member.residentId)) continue;
      tried.add(member.residentId);
      if (seat(held.dwellingId, tried)) {
        seatOf.set(member.residentId, member);
        return true;
      }
    }
    return false;
  };
  const unrepresented = order.map(([dwellingId]) => dwellingId).filter((dwellingId) => !seat(dwellingId, new Set()));
  return { chosen: [...seatOf.values()], unrepresented: unrepresented.sort(compare) };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
