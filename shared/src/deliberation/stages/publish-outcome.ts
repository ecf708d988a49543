import { bases } from '../law.ts';
import type { DisclosureStage } from './stage.ts';

/** 实施结果公开: up for fifteen days or more, with spending, photos and the residents' rating. */
export const publishOutcome: DisclosureStage = {
  kind: 'disclosure',
  id: 'publish-outcome',
  days: {
    key: 'publish-outcome.days',
    unit: 'days',
    default: 15,
    minimum: 15,
    maximum: 180,
    zh: '实施结果公开：公示天数',
    en: 'Disclosure of the outcome: days',
    basis: bases.disclosure,
  },
  answer: {
    key: 'publish-outcome.answer',
    unit: 'days',
    default: 3,
    minimum: 1,
    maximum: 3,
    zh: '实施结果公开：异议答复天数',
    en: 'Disclosure of the outcome: days to answer an objection',
    basis: bases.customary,
  },
};
