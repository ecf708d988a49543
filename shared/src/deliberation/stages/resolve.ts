import { moreThanHalf } from '../../kernel/fraction.ts';
import { bases } from '../law.ts';
import { share } from '../shares.ts';
import type { Electorate, MeetingForm, MeetingStage } from './stage.ts';

/** 居民代表会议: representatives and residents' committee, at least two thirds present, more than half of them in favour. */
const representatives: MeetingForm = {
  electorate: { kind: 'bodies', bodies: ['representatives', 'residents-committee'] },
  quorum: {
    base: 'due',
    parameter: {
      key: 'resolve.quorum',
      unit: 'share',
      default: share.atLeastTwoThirds,
      minimum: share.atLeastTwoThirds,
      maximum: share.all,
      zh: '居民代表会议：到会比例',
      en: 'Representative assembly: share present',
      basis: bases.representatives,
    },
  },
  pass: { base: 'present', fixed: moreThanHalf, basis: bases.representatives },
  notice: null,
};

/** 居民会议: more than half present, ten days' notice, more than half of those present in favour. */
const wholeCommunity = (electorate: Electorate): MeetingForm => ({
  electorate,
  quorum: {
    base: 'due',
    parameter: {
      key: 'residents.quorum',
      unit: 'share',
      default: share.moreThanHalf,
      minimum: share.moreThanHalf,
      maximum: share.all,
      zh: '居民会议：到会比例',
      en: 'Residents’ assembly: share present',
      basis: bases.residentsAssembly,
    },
  },
  pass: { base: 'present', fixed: moreThanHalf, basis: bases.residentsAssembly },
  notice: {
    key: 'residents.notice',
    unit: 'days',
    default: 10,
    minimum: 10,
    maximum: 60,
    zh: '居民会议：提前公告天数',
    en: 'Residents’ assembly: days of notice',
    basis: bases.residentsNotice,
  },
});

export const resolve: MeetingStage = {
  kind: 'meeting',
  id: 'resolve',
  forms: {
    representatives,
    residents: wholeCommunity({ kind: 'adults' }),
    households: wholeCommunity({ kind: 'households' }),
  },
};
