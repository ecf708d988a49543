import type { Store } from '../src/platform/store/store.ts';
import { channelsHaveNoGaps } from './channels.ts';
import { membersEqualRows, messagesHaveNoGaps, watermarksWithinGroup } from './groups.ts';
import type { Invariant, Violation } from './invariant.ts';
import { outcomesOnRecord, recordsUnbroken } from './records.ts';
import {
  ballotsEqualVoters,
  castWithinPresentWithinDue,
  countersEqualRows,
  oneBallotPerVoter,
  outcomesFollowFromRows,
  secretStaysSecret,
} from './sessions.ts';
import { spentEqualsEntries } from './spending.ts';
import { deadlinesAreSet, referencesHold, tenantsExist } from './tenancy.ts';

export const invariants: readonly Invariant[] = [
  ballotsEqualVoters,
  oneBallotPerVoter,
  castWithinPresentWithinDue,
  countersEqualRows,
  secretStaysSecret,
  outcomesFollowFromRows,
  recordsUnbroken,
  outcomesOnRecord,
  spentEqualsEntries,
  tenantsExist,
  referencesHold,
  deadlinesAreSet,
  channelsHaveNoGaps,
  messagesHaveNoGaps,
  watermarksWithinGroup,
  membersEqualRows,
];

/** Everything that is wrong with what a store holds; an empty list when all invariants hold. Reads only. */
export const runChecks = (store: Pick<Store, 'read'>): Promise<Violation[]> =>
  store.read(async (db) => {
    const violations: Violation[] = [];
    for (const invariant of invariants) {
      violations.push(...(await invariant.find(db)).map((found) => ({ invariant: invariant.name, ...found })));
    }
    return violations;
  });
