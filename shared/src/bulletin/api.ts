import { apiTable } from '../kernel/api.ts';
import type { BulletinSchemas } from './schemas.ts';

/** Notices of building leaders, grid workers and committees, and how far they came. */
export const bulletinApi = apiTable<BulletinSchemas>()({
  listNotices: ['GET', '/api/communities/:communityId/notices', '发给我的公告'],
  listNoticeTodo: ['GET', '/api/communities/:communityId/me/notices', '等我确认的公告'],
  getNotice: ['GET', '/api/communities/:communityId/notices/:noticeId', '一则公告'],
  markNoticeRead: ['PUT', '/api/communities/:communityId/notices/:noticeId/read', '已读公告'],
  acknowledgeNotice: ['PUT', '/api/communities/:communityId/notices/:noticeId/acknowledgement', '确认公告（我知道了）'],

  listWrittenNotices: ['GET', '/api/communities/:communityId/written-notices', '我能管理的公告'],
  createNotice: ['POST', '/api/communities/:communityId/notices', '起草公告'],
  editNotice: ['PUT', '/api/communities/:communityId/notices/:noticeId', '修改未发布的公告'],
  discardNotice: ['POST', '/api/communities/:communityId/notices/:noticeId/discard', '删除未发布的公告'],
  getAudience: ['GET', '/api/communities/:communityId/notice-audience', '公告会送到多少户'],
  listScopes: ['GET', '/api/communities/:communityId/notice-scopes', '我能发往的区域与组织'],
  publishNotice: ['POST', '/api/communities/:communityId/notices/:noticeId/publication', '发布或定时发布公告'],
  unscheduleNotice: ['POST', '/api/communities/:communityId/notices/:noticeId/unschedule', '取消定时发布'],
  correctNotice: ['POST', '/api/communities/:communityId/notices/:noticeId/corrections', '更正公告'],
  withdrawNotice: ['POST', '/api/communities/:communityId/notices/:noticeId/withdrawal', '撤下公告'],

  getDelivery: ['GET', '/api/communities/:communityId/notices/:noticeId/delivery', '公告送达情况'],
  listDwellingDelivery: ['GET', '/api/communities/:communityId/notices/:noticeId/dwellings', '逐户送达情况'],
  remindReaders: ['POST', '/api/communities/:communityId/notices/:noticeId/reminders', '一键提醒未确认的住户'],
  remindDwelling: ['POST', '/api/communities/:communityId/notices/:noticeId/dwellings/:dwellingId/reminders', '再次提醒一户'],
  remindUnit: ['POST', '/api/communities/:communityId/notices/:noticeId/areas/:areaId/reminders', '提醒一个单元'],
  assignKnocks: ['POST', '/api/communities/:communityId/notices/:noticeId/knocks', '把未确认的住户交给上门人'],
  listMyKnocks: ['GET', '/api/communities/:communityId/me/knocks', '我的敲门单'],
  recordKnock: ['PUT', '/api/communities/:communityId/notices/:noticeId/dwellings/:dwellingId/knock', '登记敲门结果'],

  getPublicNotice: ['GET', '/api/public/notices/:noticeToken', '扫码看公告'],
  getPublicNoticeFile: ['GET', '/api/public/notices/:noticeToken/files/:fileId', '公告的附件（扫码可读）'],
  getNoticeSheet: ['GET', '/api/public/notices/:noticeToken/sheet', '公告张贴版（A4）'],
});
