import type { ErrorTable } from '../kernel/refusal.ts';

export const bulletinErrors = {
  'scope-empty': { status: 422, zh: '请选择发给哪些区域或组织。', en: 'Please choose whom the notice is for.' },
  'scope-denied': { status: 403, zh: '您只能向自己负责的区域发公告。', en: 'You may write to your own area only.' },
  'notice-published': { status: 409, zh: '公告已经发布，请用更正。', en: 'The notice is out; please make a correction.' },
  'notice-not-published': { status: 409, zh: '公告还没有发布。', en: 'The notice has not been published.' },
  'notice-withdrawn': { status: 409, zh: '公告已经撤下。', en: 'The notice has been withdrawn.' },
  'notice-not-scheduled': { status: 409, zh: '公告没有定时发布。', en: 'The notice is not scheduled.' },
  'notice-changed': { status: 409, zh: '公告刚刚更正，请看过新内容再确认。', en: 'The notice was corrected just now; please read it again first.' },
  'no-ack-asked': { status: 409, zh: '这则公告不需要确认。', en: 'This notice asks for no acknowledgement.' },
  'time-past': { status: 422, zh: '发布时间已经过去。', en: 'The time to publish is past.' },
  'time-too-far': { status: 422, zh: '最多提前 90 天定时。', en: 'It can be scheduled 90 days ahead at most.' },
  'expiry-past': { status: 422, zh: '有效期要晚于发布时间。', en: 'The expiry must be later than the publication.' },
  'notice-expired': { status: 409, zh: '公告已经过期。', en: 'The notice has expired.' },
  'reminded-lately': { status: 429, zh: '刚提醒过，请过几小时再提醒。', en: 'A reminder went out lately; please wait some hours.' },
  'nobody-registered': { status: 409, zh: '这里没有人注册，请上门告知。', en: 'Nobody there is registered; please knock.' },
  'nobody-missing': { status: 409, zh: '所有住户都已确认。', en: 'Every dwelling has acknowledged.' },
  'helper-unknown': { status: 422, zh: '找不到这位上门人。', en: 'This helper is not found.' },
} as const satisfies ErrorTable;

export type BulletinErrorCode = keyof typeof bulletinErrors;
