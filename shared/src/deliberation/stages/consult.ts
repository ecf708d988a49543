import { bases } from '../law.ts';
import { share } from '../shares.ts';
import { inEveryAssembly, type MeetingStage } from './stage.ts';

/** 两委商议: the branch committee and the residents' committee together; who sits in both counts once. */
export const consult: MeetingStage = {
  kind: 'meeting',
  id: 'consult',
  forms: inEveryAssembly({
    electorate: { kind: 'bodies', bodies: ['branch-committee', 'residents-committee'] },
    quorum: {
      base: 'due',
      parameter: {
        key: 'consult.quorum',
        unit: 'share',
        default: share.moreThanHalf,
        minimum: share.atLeastHalf,
        maximum: share.all,
        zh: '两委商议：到会比例',
        en: 'Consultation: share present',
        basis: bases.ours,
      },
    },
    pass: {
      base: 'present',
      parameter: {
        key: 'consult.pass',
        unit: 'share',
        default: share.moreThanHalf,
        minimum: share.moreThanHalf,
        maximum: share.all,
        zh: '两委商议：同意比例（占到会）',
        en: 'Consultation: share of those present in favour',
        basis: bases.customary,
      },
    },
    notice: null,
  }),
};
