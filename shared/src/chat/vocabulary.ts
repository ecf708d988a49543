/** The closed sets of words and the limits that group chat speaks. */

/** `area` groups follow residence, `body` groups seats, `duty` groups offices; `free` groups are joined by invitation. */
export const groupKinds = ['area', 'body', 'duty', 'free'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Areas of these kinds have a group of their own. */
export const groupAreaKinds = ['community', 'compound', 'building', 'unit'] as const;
export type GroupAreaKind = (typeof groupAreaKinds)[number];

/** Offices whose holders share a group. */
export const groupDutyKinds = ['facilitator', 'building-leader'] as const;
export type GroupDutyKind = (typeof groupDutyKinds)[number];

export const groupRoles = ['owner', 'moderator', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** How members see each other: '王工 3-2-101', '王工 3栋' or '王工'. The platform always knows the real name. */
export const namings = ['dwelling', 'building', 'alias'] as const;
export type Naming = (typeof namings)[number];

export const speakings = ['everyone', 'moderators'] as const;
export type Speaking = (typeof speakings)[number];

/** What a member holds beyond living here, shown beside the name. */
export const badges = ['building-leader', 'grid-worker', 'residents-committee', 'branch-committee', 'facilitator'] as const;
export type Badge = (typeof badges)[number];

/** `event`: a line of the group itself (renamed, created, someone joined a free group). */
export const messageKinds = ['text', 'image', 'voice', 'file', 'card', 'event'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const groupEvents = ['created', 'joined', 'left', 'removed', 'renamed', 'muted', 'unmuted', 'speaking', 'dissolved'] as const;
export type GroupEvent = (typeof groupEvents)[number];

/** `recalled` by its author within two minutes, content gone; `deleted` by a moderator, content kept for an appeal. */
export const messageStates = ['shown', 'recalled', 'deleted'] as const;
export type MessageState = (typeof messageStates)[number];

export const cardKinds = ['matter', 'notice', 'topic', 'case'] as const;
export type CardKind = (typeof cardKinds)[number];

/** The one thing a card lets its reader do. */
export const cardActions = ['open', 'vote', 'acknowledge', 'rate'] as const;
export type CardAction = (typeof cardActions)[number];

/** What a member may do in a group now. */
export const groupActions = [
  'speak', 'mention-all', 'pin', 'delete', 'mute', 'rename', 'set-policy', 'invite', 'remove', 'set-roles', 'leave', 'dissolve',
] as const;
export type GroupAction = (typeof groupActions)[number];

/** What a message is turned into: 转为议题, 转为随手拍. */
export const intakeKinds = ['topic', 'case'] as const;
export type IntakeKind = (typeof intakeKinds)[number];

export const intakeStatuses = ['received', 'taken', 'answered', 'declined'] as const;
export type IntakeStatus = (typeof intakeStatuses)[number];

export const reportReasons = ['abuse', 'fraud', 'advertising', 'rumour', 'privacy', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** `words`: the list of this server; `check`: the platform's content check; `waiting`: its answer is still out. */
export const holdReasons = ['words', 'check', 'waiting'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const heldStatuses = ['held', 'released', 'refused', 'withdrawn'] as const;
export type HeldStatus = (typeof heldStatuses)[number];

export const moderationActions = [
  'deleted', 'restored', 'muted', 'unmuted', 'removed', 'report-dismissed', 'report-upheld', 'held-released', 'held-refused', 'appeal-refused',
] as const;
export type ModerationAction = (typeof moderationActions)[number];

export const chatLimits = {
  /** Characters of a text; the platform's check takes 2,500. */
  text: 2000,
  voiceMs: 60_000,
  recallMs: 120_000,
  mentions: 20,
  page: 50,
  groupName: 30,
  /** Free groups that one person may own at a time. */
  ownedGroups: 20,
  reason: 200,
  muteMinutes: 43_200,
} as const;
