import type { PolicyTable } from '../kernel/policy.ts';
import type { outreachApi } from './api.ts';

export const outreachPolicy: PolicyTable<typeof outreachApi> = {
  getOutreach: 'member',
  setChoices: 'member',
  giveConsents: 'member',
};
