import { bases } from '../law.ts';
import { consult } from '../stages/consult.ts';
import { propose } from '../stages/propose.ts';
import { publishOutcome } from '../stages/publish-outcome.ts';
import { publishResolution } from '../stages/publish-resolution.ts';
import { resolve } from '../stages/resolve.ts';
import { review } from '../stages/review.ts';
import type { Workflow } from './workflow.ts';

/** 四议两公开, version 1. A change of what a running matter would have to follow is a new version beside this one. */
export const fourTwo: Workflow = {
  id: 'four-two',
  version: 1,
  stages: [propose, consult, review, resolve, publishResolution, publishOutcome],
  ballotChanges: {
    key: 'ballot.changes',
    unit: 'times',
    default: 1,
    minimum: 0,
    maximum: 3,
    zh: '截止前可改票次数（仅限线上）',
    en: 'Changes of a ballot until closing (online only)',
    basis: bases.ours,
  },
};
