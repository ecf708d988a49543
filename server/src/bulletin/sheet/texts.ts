import type { NoticeCategory, NoticeStatus } from '@bandeng/shared/bulletin/vocabulary.ts';

const zh = {
  lang: 'zh-CN',
  board: '公告栏',
  categories: {
    activity: '活动公告',
    policy: '政策公告',
    safety: '安全公告',
    utilities: '停水停电公告',
    urgent: '紧急公告',
  } satisfies Record<NoticeCategory, string>,
  states: { expired: '已过期', withdrawn: '已撤下' } satisfies Partial<Record<NoticeStatus, string>>,
  to: '发给',
  published: '发布',
  corrected: (version: number) => `更正（第 ${version} 版）`,
  expires: '有效至',
  withdrawn: '这则公告已经撤下，请以最新公告为准。',
  attachments: '附件',
  withheld: (n: number) => `有 ${n} 张图片未通过内容检查，已撤下。`,
  scan: '扫码看最新内容和附件',
  scanAlt: '打开这则公告的二维码',
  howTitle: '请确认',
  how: ['扫右上角的二维码登录后，点“我知道了”；', '没有智能手机的邻居，由楼栋长或志愿者上门告知。'],
  printHint: '打印张贴用：按 Ctrl + P（或 ⌘ P），纸张 A4，页边距默认。',
  foot: '内容如有更正，以扫码看到的为准。',
};

export type NoticeSheetTexts = typeof zh;

const en: NoticeSheetTexts = {
  lang: 'en',
  board: 'Notice board',
  categories: {
    activity: 'Activity',
    policy: 'Policy',
    safety: 'Safety',
    utilities: 'Water and power',
    urgent: 'Emergency',
  },
  states: { expired: 'Expired', withdrawn: 'Withdrawn' },
  to: 'For',
  published: 'Published',
  corrected: (version) => `Corrected (version ${version})`,
  expires: 'Valid until',
  withdrawn: 'This notice has been withdrawn; please look for the latest one.',
  attachments: 'Attachments',
  withheld: (n) => `Pictures taken out because they did not pass the content check: ${n}`,
  scan: 'Scan for the latest text and files',
  scanAlt: 'QR code that opens this notice',
  howTitle: 'Please acknowledge',
  how: [
    'Scan the code at the top right, sign in and press “Got it”;',
    'neighbours without a smartphone are told at their door by the building leader or a helper.',
  ],
  printHint: 'Made to be printed and put up: press Ctrl + P (or ⌘ P), paper A4, default margins.',
  foot: 'If the text is corrected, what the code opens is valid.',
};

export const noticeSheetTexts = { zh, en } as const;
