import { apiTable } from '../kernel/api.ts';
import type { PlatformSchemas } from './schemas.ts';

/**
 * Sign-in, the own account, files and health. `uploadFile` takes multipart/form-data with one part named `file`;
 * `downloadFile` answers with the bytes.
 */
export const platformApi = apiTable<PlatformSchemas>()({
  health: ['GET', '/api/health', '服务是否正常'],
  me: ['GET', '/api/me', '我的账号与所在社区'],
  consentToPrivacy: ['POST', '/api/me/privacy-consent', '同意个人信息处理说明'],
  deleteAccount: ['POST', '/api/me/deletion', '注销账号'],
  wechatLogin: ['POST', '/api/auth/wechat', '微信登录'],
  bindPhone: ['POST', '/api/auth/phone', '绑定微信手机号'],
  demoAccounts: ['GET', '/api/auth/demo', '演示账号'],
  demoLogin: ['POST', '/api/auth/demo', '用演示账号登录'],
  refresh: ['POST', '/api/auth/refresh', '换发登录凭证'],
  logout: ['POST', '/api/auth/logout', '退出登录'],
  startWebLogin: ['POST', '/api/auth/web-logins', '网页扫码登录：取二维码'],
  getWebLogin: ['GET', '/api/auth/web-logins/:webLoginId', '网页扫码登录：确认前的核对码'],
  pollWebLogin: ['POST', '/api/auth/web-logins/:webLoginId/poll', '网页扫码登录：查询是否已确认'],
  confirmWebLogin: ['POST', '/api/auth/web-logins/:webLoginId/confirm', '网页扫码登录：在小程序里确认'],
  uploadFile: ['POST', '/api/communities/:communityId/files', '上传文件'],
  downloadFile: ['GET', '/api/communities/:communityId/files/:fileId', '下载文件'],
});
