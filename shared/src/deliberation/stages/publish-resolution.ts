import { bases } from '../law.ts';
import type { DisclosureStage } from './stage.ts';

/** 决议公开: up for fifteen days or more; the committee answers an objection within three days at the latest. */
export const publishResolution: DisclosureStage = {
  kind: 'disclosure',
  id: 'publish-resolution',
  days: {
    key: 'publish-resolution.days',
    unit: 'days',
    default: 15,
    minimum: 15,
    maximum: 180,
    zh: '决议公开：公示天数',
    en: 'Disclosure of the resolution: days',
    basis: bases.disclosure,
  },
  answer: {
    key: 'publish-resolution.answer',
    unit: 'days',
    default: 3,
    minimum: 1,
    maximum: 3,
    zh: '决议公开：异议答复天数',
    en: 'Disclosure of the resolution: days to answer an objection',
    basis: bases.customary,
  },
};
