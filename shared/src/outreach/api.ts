import { apiTable } from '../kernel/api.ts';
import type { OutreachSchemas } from './schemas.ts';

/** How a member may be told of things while the app is closed. */
export const outreachApi = apiTable<OutreachSchemas>()({
  getOutreach: ['GET', '/api/communities/:communityId/me/outreach', '通知方式与剩余次数'],
  setChoices: ['PUT', '/api/communities/:communityId/me/outreach', '选择通知方式'],
  giveConsents: ['POST', '/api/communities/:communityId/me/outreach/consents', '记录一次性订阅授权'],
});
