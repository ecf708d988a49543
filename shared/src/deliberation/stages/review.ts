import { moreThanHalf } from '../../kernel/fraction.ts';
import { bases } from '../law.ts';
import { share } from '../shares.ts';
import { inEveryAssembly, type MeetingStage } from './stage.ts';

/**
 * 党员大会审议: at least half of the members with a vote must be present (some places ask for two thirds), and more
 * than half of those due, not only of those present, must be in favour.
 */
export const review: MeetingStage = {
  kind: 'meeting',
  id: 'review',
  forms: inEveryAssembly({
    electorate: { kind: 'bodies', bodies: ['party-members'] },
    quorum: {
      base: 'due',
      parameter: {
        key: 'review.quorum',
        unit: 'share',
        default: share.atLeastHalf,
        minimum: share.atLeastHalf,
        maximum: share.atLeastTwoThirds,
        zh: '党员大会审议：到会比例',
        en: 'Party members’ review: share present',
        basis: bases.partyMeeting,
      },
    },
    pass: { base: 'due', fixed: moreThanHalf, basis: bases.partyMeeting },
    notice: null,
  }),
};
