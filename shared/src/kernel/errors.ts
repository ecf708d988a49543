import type { ErrorTable } from './refusal.ts';

/** Refusals that any operation may answer with. */
export const kernelErrors = {
  'bad-request': { status: 400, zh: '提交的内容格式不对。', en: 'The request is not well formed.' },
  'command-id-missing': {
    status: 400,
    zh: '缺少操作编号（idempotency-key），请更新应用后重试。',
    en: 'The command id (idempotency-key header) is missing.',
  },
  'command-id-reused': {
    status: 422,
    zh: '同一个操作编号不能用于不同的内容。',
    en: 'This command id was already used for different content.',
  },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'token-expired': { status: 401, zh: '登录已过期，请重新登录。', en: 'Your sign-in has expired.' },
  'token-revoked': { status: 401, zh: '登录已失效，请重新登录。', en: 'This sign-in has been revoked.' },
  'not-a-member': { status: 403, zh: '您还不是本社区的成员。', en: 'You are not a member of this community.' },
  'not-allowed': { status: 403, zh: '您没有权限做这件事。', en: 'You are not allowed to do this.' },
  'not-found': { status: 404, zh: '没有找到。', en: 'Not found.' },
  'version-conflict': {
    status: 409,
    zh: '内容刚被别人改过，请刷新后再试。',
    en: 'Somebody changed this just now. Please refresh and try again.',
  },
  'too-large': { status: 413, zh: '内容太大了。', en: 'The content is too large.' },
  'unsupported-type': { status: 415, zh: '不支持这种文件类型。', en: 'This type of file is not supported.' },
  'too-many-requests': { status: 429, zh: '操作太频繁，请稍后再试。', en: 'Too many requests, please wait a little.' },
  overloaded: { status: 503, zh: '服务繁忙，请稍后再试。', en: 'The server is busy, please try again shortly.' },
  'service-unavailable': {
    status: 503,
    zh: '服务暂时不可用，请稍后再试。',
    en: 'The service is unavailable for the moment, please try again shortly.',
  },
} as const satisfies ErrorTable;

export type KernelErrorCode = keyof typeof kernelErrors;
