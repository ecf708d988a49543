import type { PolicyTable } from '../kernel/policy.ts';
import type { platformApi } from './api.ts';

export const platformPolicy: PolicyTable<typeof platformApi> = {
  health: 'public',
  me: 'account',
  consentToPrivacy: 'account',
  deleteAccount: 'account',
  wechatLogin: 'public',
  bindPhone: 'account',
  demoAccounts: 'public',
  demoLogin: 'public',
  refresh: 'public',
  logout: 'account',
  startWebLogin: 'public',
  getWebLogin: 'account',
  pollWebLogin: 'public',
  confirmWebLogin: 'account',
  uploadFile: 'member',
  // Files of a public disclosure are read without an account; whose file it is decides.
  downloadFile: 'public',
};
