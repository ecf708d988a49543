import { bases } from '../law.ts';
import { share } from '../shares.ts';
import { inEveryAssembly, type MeetingStage } from './stage.ts';

/** 支部提议: the branch committee. Its meeting needs at least half of its members by law; ours asks for more than half. */
export const propose: MeetingStage = {
  kind: 'meeting',
  id: 'propose',
  forms: inEveryAssembly({
    electorate: { kind: 'bodies', bodies: ['branch-committee'] },
    quorum: {
      base: 'due',
      parameter: {
        key: 'propose.quorum',
        unit: 'share',
        default: share.moreThanHalf,
        minimum: share.atLeastHalf,
        maximum: share.all,
        zh: '支部提议：到会比例',
        en: 'Proposal: share present',
        basis: bases.branchCommittee,
      },
    },
    pass: {
      base: 'present',
      parameter: {
        key: 'propose.pass',
        unit: 'share',
        default: share.moreThanHalf,
        minimum: share.moreThanHalf,
        maximum: share.all,
        zh: '支部提议：同意比例（占到会）',
        en: 'Proposal: share of those present in favour',
        basis: bases.ours,
      },
    },
    notice: null,
  }),
};
