import { apiTable } from '../kernel/api.ts';
import type { ChatSchemas } from './schemas.ts';

/** Groups, messages, their moderation, and what messages are turned into. */
export const chatApi = apiTable<ChatSchemas>()({
  listGroups: ['GET', '/api/communities/:communityId/groups', '我的群'],
  openGroup: ['GET', '/api/communities/:communityId/groups/:groupId', '打开一个群：设置、首屏消息'],
  createGroup: ['POST', '/api/communities/:communityId/groups', '新建群'],
  updateGroup: ['PUT', '/api/communities/:communityId/groups/:groupId', '修改群名、称呼方式、发言范围'],
  setMyGroup: ['PUT', '/api/communities/:communityId/groups/:groupId/me', '置顶、免打扰'],
  leaveGroup: ['POST', '/api/communities/:communityId/groups/:groupId/leave', '退出群'],
  dissolveGroup: ['POST', '/api/communities/:communityId/groups/:groupId/dissolution', '解散群'],

  createInvitation: ['POST', '/api/communities/:communityId/groups/:groupId/invitations', '邀请入群'],
  getInvitation: ['GET', '/api/communities/:communityId/group-invitations/:invitationCode', '查看入群邀请'],
  joinGroup: ['POST', '/api/communities/:communityId/group-invitations/:invitationCode/join', '接受邀请入群'],

  listMembers: ['GET', '/api/communities/:communityId/groups/:groupId/members', '群成员'],
  setMemberRole: ['PUT', '/api/communities/:communityId/groups/:groupId/members/:residentId/role', '设定群成员角色'],
  removeMember: ['POST', '/api/communities/:communityId/groups/:groupId/members/:residentId/removal', '移出群'],
  muteMember: ['PUT', '/api/communities/:communityId/groups/:groupId/members/:residentId/mute', '禁言与解除'],

  listMessages: ['GET', '/api/communities/:communityId/groups/:groupId/messages', '聊天记录'],
  sendMessage: ['POST', '/api/communities/:communityId/groups/:groupId/messages', '发消息'],
  recallMessage: ['POST', '/api/communities/:communityId/groups/:groupId/messages/:messageSeq/recall', '撤回消息（2 分钟内）'],
  deleteMessage: ['POST', '/api/communities/:communityId/groups/:groupId/messages/:messageSeq/deletion', '删除消息（原文留存备查）'],
  pinMessage: ['PUT', '/api/communities/:communityId/groups/:groupId/pin', '群内置顶消息'],
  markRead: ['PUT', '/api/communities/:communityId/groups/:groupId/me/read', '读到哪里'],
  countReaders: ['GET', '/api/communities/:communityId/groups/:groupId/messages/:messageSeq/readers', '已读人数'],
  searchMessages: ['GET', '/api/communities/:communityId/messages', '搜索聊天记录'],
  getCards: ['GET', '/api/communities/:communityId/cards', '卡片的当前状态'],

  listMyHeld: ['GET', '/api/communities/:communityId/me/held-messages', '我的待审消息'],
  withdrawHeld: ['POST', '/api/communities/:communityId/me/held-messages/:heldId/withdrawal', '收回待审消息'],
  reportMessage: ['POST', '/api/communities/:communityId/groups/:groupId/messages/:messageSeq/reports', '举报消息'],
  appealDeletion: ['POST', '/api/communities/:communityId/groups/:groupId/messages/:messageSeq/appeals', '对删除提出申诉'],

  listHeld: ['GET', '/api/communities/:communityId/moderation/held-messages', '待审消息'],
  decideHeld: ['POST', '/api/communities/:communityId/moderation/held-messages/:heldId/decision', '放行或不予发布'],
  listReports: ['GET', '/api/communities/:communityId/moderation/reports', '举报'],
  decideReport: ['POST', '/api/communities/:communityId/moderation/reports/:reportId/decision', '处理举报'],
  listMyAppeals: ['GET', '/api/communities/:communityId/me/appeals', '我的申诉'],
  listAppeals: ['GET', '/api/communities/:communityId/moderation/appeals', '申诉'],
  decideAppeal: ['POST', '/api/communities/:communityId/moderation/appeals/:appealId/decision', '处理申诉'],
  listModerationLog: ['GET', '/api/communities/:communityId/moderation/log', '群管理记录'],

  createIntake: ['POST', '/api/communities/:communityId/intakes', '转为议题或随手拍'],
  listIntakes: ['GET', '/api/communities/:communityId/intakes', '收到的议题与随手拍'],
  getIntake: ['GET', '/api/communities/:communityId/intakes/:intakeId', '一件议题或随手拍'],
  answerIntake: ['POST', '/api/communities/:communityId/intakes/:intakeId/answer', '受理、答复或说明不予受理'],
});
