import { apiTable } from '../kernel/api.ts';
import type { DeliberationSchemas } from './schemas.ts';

/** Matters of 四议两公开: drafting, meetings, ballots, disclosures, and the record. */
export const deliberationApi = apiTable<DeliberationSchemas>()({
  getHome: ['GET', '/api/communities/:communityId/home', '首页：等我处理的事与公开栏'],
  listMatters: ['GET', '/api/communities/:communityId/matters', '事项列表'],
  getMatter: ['GET', '/api/communities/:communityId/matters/:matterId', '一个事项的全部阶段'],
  createDraft: ['POST', '/api/communities/:communityId/matters', '起草事项'],
  editDraft: ['PUT', '/api/communities/:communityId/matters/:matterId', '修改草稿'],
  discardDraft: ['DELETE', '/api/communities/:communityId/matters/:matterId', '丢弃草稿'],
  addCoauthor: ['POST', '/api/communities/:communityId/matters/:matterId/coauthors', '邀请共同起草人'],
  removeCoauthor: ['DELETE', '/api/communities/:communityId/matters/:matterId/coauthors/:residentId', '移除共同起草人'],
  submitMatter: ['POST', '/api/communities/:communityId/matters/:matterId/submission', '提交，冻结议事规则'],
  withdrawMatter: ['POST', '/api/communities/:communityId/matters/:matterId/withdrawal', '撤回事项'],
  amendMatter: ['POST', '/api/communities/:communityId/matters/:matterId/amendments', '修正事项'],
  reviseMatter: ['POST', '/api/communities/:communityId/matters/:matterId/revisions', '退回后修改，从第一阶段重新开始'],
  endMatter: ['POST', '/api/communities/:communityId/matters/:matterId/end', '退回后终止'],

  conveneSession: ['POST', '/api/communities/:communityId/matters/:matterId/sessions', '召集当前阶段的会议'],
  rescheduleSession: ['PUT', '/api/communities/:communityId/sessions/:sessionId', '改期'],
  cancelSession: ['POST', '/api/communities/:communityId/sessions/:sessionId/cancellation', '取消尚未开始的会议'],
  openSession: ['POST', '/api/communities/:communityId/sessions/:sessionId/opening', '开会，冻结应到名单'],
  getSession: ['GET', '/api/communities/:communityId/sessions/:sessionId', '会议记录：名单、到会、票数、纪要'],
  checkIn: ['POST', '/api/communities/:communityId/sessions/:sessionId/check-in', '签到'],
  signInOther: ['POST', '/api/communities/:communityId/sessions/:sessionId/attendance', '代为签到'],
  declareInterest: ['POST', '/api/communities/:communityId/sessions/:sessionId/recusal', '申明利害关系并回避'],
  excuseOther: ['POST', '/api/communities/:communityId/sessions/:sessionId/recusals', '登记他人回避'],
  castBallot: ['POST', '/api/communities/:communityId/sessions/:sessionId/ballots', '投票或改票'],
  enterPaperBallot: ['POST', '/api/communities/:communityId/sessions/:sessionId/paper-ballots', '录入纸质或协助投票'],
  closeSession: ['POST', '/api/communities/:communityId/sessions/:sessionId/closing', '结束投票并计票'],
  listReceipts: ['GET', '/api/communities/:communityId/sessions/:sessionId/receipts', '按回执码查验'],
  writeMinutes: ['PUT', '/api/communities/:communityId/sessions/:sessionId/minutes', '写会议纪要'],
  signMinutes: ['POST', '/api/communities/:communityId/sessions/:sessionId/signatures', '签字确认纪要'],
  lockMinutes: ['POST', '/api/communities/:communityId/sessions/:sessionId/minutes-lock', '锁定纪要'],

  publishResolution: ['POST', '/api/communities/:communityId/matters/:matterId/resolution-disclosure', '决议公开'],
  fileObjection: ['POST', '/api/communities/:communityId/disclosures/:disclosureId/objections', '提出异议'],
  answerObjection: ['POST', '/api/communities/:communityId/objections/:objectionId/answer', '答复异议'],
  addProgress: ['POST', '/api/communities/:communityId/matters/:matterId/progress', '公布办理进展或支出'],
  publishOutcome: ['POST', '/api/communities/:communityId/matters/:matterId/outcome-disclosure', '实施结果公开'],
  rateMatter: ['PUT', '/api/communities/:communityId/matters/:matterId/rating', '群众评价'],
  listRatings: ['GET', '/api/communities/:communityId/matters/:matterId/ratings', '评价列表'],

  listComments: ['GET', '/api/communities/:communityId/matters/:matterId/comments', '居民意见'],
  addComment: ['POST', '/api/communities/:communityId/matters/:matterId/comments', '发表意见'],
  hideComment: ['POST', '/api/communities/:communityId/comments/:commentId/hiding', '隐藏意见（保留原文）'],
  restoreComment: ['POST', '/api/communities/:communityId/comments/:commentId/restoring', '恢复意见'],

  listRecord: ['GET', '/api/communities/:communityId/matters/:matterId/record', '事项档案（哈希链）'],
  verifyRecord: ['GET', '/api/communities/:communityId/matters/:matterId/record/verification', '校验档案是否完整'],

  getPublicDisclosure: ['GET', '/api/public/disclosures/:token', '扫码查看公开内容'],
  getPublicFile: ['GET', '/api/public/disclosures/:token/files/:fileId', '公开内容的附件'],
  getPublicBoard: ['GET', '/api/public/boards/:token', '扫码查看公开栏'],
});
