import type { RollEntryView } from '@bandeng/shared/deliberation/schemas.ts';

export const rollFilters = ['absent', 'present', 'voted', 'excused'] as const;
export type RollFilter = (typeof rollFilters)[number];

const belongs = ({ excused, present, voted }: RollEntryView, filter: RollFilter): boolean => {
  switch (filter) {
    case 'absent':
      return !excused && !present && !voted;
    case 'present':
      return !excused && (present || voted);
    case 'voted':
      return voted;
    case 'excused':
      return excused;
  }
};

/** Entries of one group whose name or dwelling contains what was typed. */
export const filterRoll = (roll: readonly RollEntryView[], filter: RollFilter, search: string): RollEntryView[] => {
  const wanted = search.trim();
  return roll.filter(
    (entry) => belongs(entry, filter) && (wanted === '' || entry.name.includes(wanted) || entry.label.includes(wanted)),
  );
};

/** Those who still may hand in a ballot. */
export const listWithoutBallot = (roll: readonly RollEntryView[], search: string): RollEntryView[] => {
  const wanted = search.trim();
  return roll.filter(
    ({ excused, voted, name, label }) =>
      !excused && !voted && (wanted === '' || name.includes(wanted) || label.includes(wanted)),
  );
};
