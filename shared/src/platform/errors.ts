import type { ErrorTable } from '../kernel/refusal.ts';

export const platformErrors = {
  'wechat-code-invalid': { status: 422, zh: '微信授权已失效，请重试。', en: 'The WeChat authorisation is no longer valid, please try again.' },
  'privacy-consent-needed': { status: 403, zh: '请先阅读并同意个人信息处理说明。', en: 'Please read how personal data is used, and agree, first.' },
  'privacy-consent-outdated': { status: 409, zh: '个人信息处理说明已更新，请重新阅读。', en: 'The text on personal data has changed, please read it again.' },
  'demo-off': { status: 404, zh: '本服务没有开放演示账号。', en: 'Demonstration accounts are off on this server.' },
  'demo-account': { status: 409, zh: '演示账号大家共用，不能注销。', en: 'A demonstration account is shared by everybody and cannot be deleted.' },
  'web-login-expired': { status: 410, zh: '二维码已过期，请刷新。', en: 'This QR code has expired, please refresh it.' },
  'wechat-only': { status: 403, zh: '网页登录只能用微信小程序确认。', en: 'A web sign-in can be confirmed in the WeChat mini-program only.' },
  'file-missing': { status: 400, zh: '请选择要上传的文件。', en: 'Please choose a file to upload.' },
  'wording-risky': { status: 422, zh: '内容里有不宜公开的词句，请修改后再提交。', en: 'The text has wording that cannot be published, please change it.' },
  'file-attached': { status: 409, zh: '这个文件已经用在别处了。', en: 'This file is already attached to something else.' },
  'picture-broken': { status: 422, zh: '这张图片打不开，请换一张。', en: 'This picture cannot be read, please choose another one.' },
  'picture-too-large': { status: 422, zh: '图片的像素太多，请缩小后再传。', en: 'This picture has too many pixels, please send a smaller one.' },
  'heic-unsupported': { status: 415, zh: '暂不支持 HEIC 照片，请在手机里改存为 JPEG 后再传。', en: 'HEIC photos cannot be read here, please save it as JPEG first.' },
  'recording-broken': { status: 422, zh: '这段录音无法播放，请重新录制。', en: 'This recording cannot be read, please record it again.' },
  'upload-quota': { status: 429, zh: '今天上传的文件太多了，请明天再传。', en: 'You have uploaded too much today, please go on tomorrow.' },
} as const satisfies ErrorTable;

export type PlatformErrorCode = keyof typeof platformErrors;
