import type { ErrorTable } from '../kernel/refusal.ts';

export const chatErrors = {
  'message-incomplete': { status: 422, zh: '消息内容不完整。', en: 'The message lacks its content.' },
  'message-mixed': { status: 422, zh: '一条消息只能发一种内容。', en: 'A message carries one kind of content only.' },
  'file-kind-wrong': { status: 422, zh: '这个文件不能这样发送。', en: 'This file cannot be sent in this way.' },
  'voice-too-long': { status: 422, zh: '语音最长 60 秒。', en: 'A voice message lasts 60 seconds at most.' },
  'quote-missing': { status: 422, zh: '引用的消息不存在。', en: 'The quoted message does not exist.' },
  'mention-stranger': { status: 422, zh: '只能@本群成员。', en: 'Only members of the group can be mentioned.' },
  'mention-all-denied': { status: 403, zh: '只有群主和群管理员可以@所有人。', en: 'Only leaders of the group may mention everyone.' },
  'card-missing': { status: 422, zh: '卡片对应的内容不存在或您不能查看。', en: 'What the card shows does not exist, or you may not see it.' },
  'group-quiet': { status: 403, zh: '本群目前只有群管理员可以发言。', en: 'Only leaders may speak in this group for now.' },
  'member-muted': { status: 403, zh: '您已被禁言，到期后可以发言。', en: 'You have been muted; you can speak again when it ends.' },
  'sending-too-fast': { status: 429, zh: '发得太快了，请稍等片刻。', en: 'You are sending too fast, please wait a moment.' },
  'group-busy': { status: 429, zh: '群里消息太多，请稍等片刻。', en: 'The group is too busy, please wait a moment.' },
  'recall-too-late': { status: 409, zh: '超过 2 分钟，不能撤回。', en: 'A message can be recalled within 2 minutes only.' },
  'message-gone': { status: 409, zh: '这条消息已被撤回或删除。', en: 'This message was recalled or deleted.' },
  'not-deleted': { status: 409, zh: '这条消息没有被删除。', en: 'This message was not deleted.' },
  'already-appealed': { status: 409, zh: '已经提出过申诉。', en: 'An appeal was already made.' },
  'already-decided': { status: 409, zh: '已经处理过了。', en: 'This has been decided already.' },
  'own-decision': { status: 403, zh: '删除消息的人不能处理对它的申诉。', en: 'Who deleted a message may not decide on the appeal.' },
  'group-follows-register': { status: 409, zh: '这个群的成员随名册变动，不能手动加入、退出或移出。', en: 'Membership of this group follows the register.' },
  'group-dissolved': { status: 410, zh: '这个群已经解散。', en: 'This group has been dissolved.' },
  'invitation-expired': { status: 410, zh: '邀请已过期，请让邻居重新邀请。', en: 'This invitation has expired, please ask for a new one.' },
  'owner-stays': { status: 409, zh: '群主请先转让或解散群。', en: 'The owner hands the group on, or dissolves it, before leaving.' },
  'too-many-groups': { status: 409, zh: '您建的群太多了。', en: 'You own too many groups.' },
  'moderator-immune': { status: 403, zh: '不能这样处理群主或群管理员。', en: 'This cannot be done to an owner or moderator.' },
  'intake-closed': { status: 409, zh: '已经办结。', en: 'This has been closed already.' },
  'intake-empty': { status: 422, zh: '请写明内容或选择消息。', en: 'Please write something or choose messages.' },
} as const satisfies ErrorTable;

export type ChatErrorCode = keyof typeof chatErrors;
