import { Type, type Static } from 'typebox';
import { areaKinds } from '../community/vocabulary.ts';
import { Count, Created, Done, FileRef, Id, Ms, Nullable, OneOf, OptionalText, Page, PageQuery, Text } from '../kernel/shapes.ts';
import {
  badges, cardActions, cardKinds, chatLimits, groupActions, groupEvents, groupKinds, groupRoles, heldStatuses, holdReasons,
  intakeKinds, intakeStatuses, messageKinds, messageStates, moderationActions, namings, reportReasons, speakings,
} from './vocabulary.ts';

/** Position of a message in its group, from 1, without gaps. */
export const Seq = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 });

/** A member as the group's naming shows one. */
export const Author = Type.Object({ id: Id, label: Type.String(), badge: Nullable(OneOf(badges)) });

export const Quote = Type.Object({
  seq: Seq,
  label: Type.String(),
  kind: OneOf(messageKinds),
  /** First words of a text, name of a file; empty when it was recalled or deleted. */
  excerpt: Type.String(),
  state: OneOf(messageStates),
});

export const CardRef = Type.Object({ kind: OneOf(cardKinds), id: Id });

/** An uploaded image, voice or file inside a message. */
export const MessageFile = Type.Object({
  ...FileRef.properties,
  /** Pixels; null for what is no image. */
  width: Nullable(Count),
  height: Nullable(Count),
  /** Of a voice message, in ms. */
  durationMs: Nullable(Count),
});

/** A message as members see it; what was recalled or deleted keeps its place without its content. */
export const Message = Type.Object({
  seq: Seq,
  /** Command id it was sent under: how its sender's device recognises it. */
  sentAs: Type.String(),
  kind: OneOf(messageKinds),
  at: Ms,
  /** Null for a line of the group itself. */
  author: Nullable(Author),
  text: Type.String(),
  file: Nullable(MessageFile),
  quote: Nullable(Quote),
  mentions: Type.Array(Id),
  mentionsAll: Type.Boolean(),
  card: Nullable(CardRef),
  /** Of an `event`: what happened to whom. */
  event: Nullable(Type.Object({ kind: OneOf(groupEvents), label: Type.String(), detail: Type.String() })),
  state: OneOf(messageStates),
});

/** Live state of what a card shows. `state` is a word of the card's kind that the catalogue translates. */
export const Card = Type.Object({
  kind: OneOf(cardKinds),
  id: Id,
  title: Type.String(),
  state: Type.String(),
  /** Numbers that the sentence of the state shows: counts, days left. */
  numbers: Type.Record(Type.String(), Type.Integer()),
  dueAt: Nullable(Ms),
  action: Nullable(OneOf(cardActions)),
  /** Of a vote: the open meeting whose ballot waits for the reader. */
  sessionId: Nullable(Id),
  /** Where changes of it are heard: wire name of the channel and the sequence this view has seen. */
  channel: Nullable(Type.String()),
  cursor: Count,
});

export const LastLine = Type.Object({ seq: Seq, at: Ms, kind: OneOf(messageKinds), label: Type.String(), text: Type.String(), state: OneOf(messageStates) });

export const GroupRow = Type.Object({
  id: Id,
  kind: OneOf(groupKinds),
  /** Null but for area groups. */
  areaKind: Nullable(OneOf(areaKinds)),
  name: Type.String(),
  /** Members with an account. */
  members: Count,
  /** Dwellings of the area, registered or not; null for other groups. */
  dwellings: Nullable(Count),
  last: Nullable(LastLine),
  unread: Count,
  /** Somebody mentioned me, or everyone, in what I have not read. */
  mentioned: Type.Boolean(),
  silenced: Type.Boolean(),
  pinned: Type.Boolean(),
  role: OneOf(groupRoles),
  /** Sequence of the channel `group:<id>` that this row has seen. */
  cursor: Count,
});

export const Group = Type.Object({
  ...GroupRow.properties,
  naming: OneOf(namings),
  speaking: OneOf(speakings),
  version: Count,
  readSeq: Count,
  mutedUntil: Nullable(Ms),
  pinnedMessage: Nullable(Message),
  allowed: Type.Array(OneOf(groupActions)),
});

export const MessagePage = Type.Object({
  /** In order of `seq`. */
  items: Type.Array(Message),
  cards: Type.Array(Card),
  hasBefore: Type.Boolean(),
  hasAfter: Type.Boolean(),
});

export const Member = Type.Object({
  id: Id,
  label: Type.String(),
  badge: Nullable(OneOf(badges)),
  role: OneOf(groupRoles),
  mutedUntil: Nullable(Ms),
});

export const MessageInput = Type.Object({
  kind: OneOf(['text', 'image', 'voice', 'file', 'card']),
  /** Required for a text, not allowed elsewhere. */
  text: Type.Optional(Text(chatLimits.text)),
  fileId: Type.Optional(Id),
  card: Type.Optional(CardRef),
  quoteSeq: Type.Optional(Seq),
  mentions: Type.Optional(Type.Array(Id, { maxItems: chatLimits.mentions, uniqueItems: true })),
  mentionsAll: Type.Optional(Type.Boolean()),
});

/** A message that waits for a moderator, or for the platform's check of its picture; others do not see it. */
export const HeldMessage = Type.Object({
  id: Id,
  groupId: Id,
  groupName: Type.String(),
  sentAs: Type.String(),
  author: Author,
  kind: OneOf(messageKinds),
  text: Type.String(),
  file: Nullable(MessageFile),
  at: Ms,
  reason: OneOf(holdReasons),
  /** Words found, or the label of the platform's check. */
  detail: Type.String(),
  status: OneOf(heldStatuses),
  decidedReason: Type.String(),
});

/** Either the message, or why nobody sees it yet. */
export const Sent = Type.Object({ message: Nullable(Message), held: Nullable(HeldMessage) });

export const Report = Type.Object({
  id: Id,
  groupId: Id,
  groupName: Type.String(),
  seq: Seq,
  /** What was reported, also when it is deleted meanwhile. */
  message: Message,
  /** Up to three messages before and after. */
  context: Type.Array(Message),
  reasons: Type.Array(Type.Object({ reason: OneOf(reportReasons), note: Type.String(), by: Type.String(), at: Ms })),
  status: OneOf(['open', 'upheld', 'dismissed']),
  at: Ms,
});

export const Appeal = Type.Object({
  id: Id,
  groupId: Id,
  groupName: Type.String(),
  seq: Seq,
  /** The original. */
  message: Message,
  deletedBy: Type.String(),
  deletedReason: Type.String(),
  text: Type.String(),
  at: Ms,
  status: OneOf(['open', 'restored', 'refused']),
  reason: Type.String(),
});

/** An appeal as its author follows it; who deleted the message is not among it. */
export const MyAppeal = Type.Object({
  id: Id,
  groupId: Id,
  groupName: Type.String(),
  seq: Seq,
  /** The original. */
  message: Message,
  deletedReason: Type.String(),
  text: Type.String(),
  at: Ms,
  status: OneOf(['open', 'restored', 'refused']),
  /** Of the decision; empty while it is open. */
  reason: Type.String(),
  decidedAt: Nullable(Ms),
});

export const ModerationEntry = Type.Object({
  id: Id,
  at: Ms,
  by: Type.String(),
  action: OneOf(moderationActions),
  groupId: Id,
  groupName: Type.String(),
  seq: Nullable(Seq),
  /** Whom it concerned. */
  about: Type.String(),
  reason: Type.String(),
});

/** A message handed on: to the hall as a topic, to the committee as a case. */
export const Intake = Type.Object({
  id: Id,
  kind: OneOf(intakeKinds),
  number: Type.String(),
  title: Type.String(),
  text: Type.String(),
  files: Type.Array(FileRef),
  groupId: Nullable(Id),
  groupName: Type.String(),
  seqs: Type.Array(Seq),
  by: Author,
  mine: Type.Boolean(),
  at: Ms,
  status: OneOf(intakeStatuses),
  reply: Type.String(),
  handledBy: Type.String(),
  handledAt: Nullable(Ms),
  mayAnswer: Type.Boolean(),
});

export const Invitation = Type.Object({ code: Type.String(), expiresAt: Ms, groupName: Type.String(), by: Type.String(), members: Count, joined: Type.Boolean() });

export const chatSchemas = {
  listGroups: { reply: Type.Object({ items: Type.Array(GroupRow), /** Of my channel `me:<residentId>`. */ cursor: Count }) },
  /** With `around`, the page of messages lies about that message; else about the first unread, or at the end. */
  openGroup: { query: Type.Object({ around: Type.Optional(Seq) }), reply: Type.Object({ group: Group, page: MessagePage }) },
  createGroup: { body: Type.Object({ name: Text(chatLimits.groupName) }), reply: Created },
  updateGroup: {
    body: Type.Object({ name: Type.Optional(Text(chatLimits.groupName)), naming: Type.Optional(OneOf(namings)), speaking: Type.Optional(OneOf(speakings)), version: Count }),
    reply: Group,
  },
  setMyGroup: { body: Type.Object({ pinned: Type.Optional(Type.Boolean()), silenced: Type.Optional(Type.Boolean()) }), reply: Done },
  leaveGroup: { reply: Done },
  dissolveGroup: { body: Type.Object({ reason: Text(chatLimits.reason) }), reply: Done },

  createInvitation: { body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 30 }) }), reply: Invitation },
  getInvitation: { reply: Invitation },
  joinGroup: { reply: Created },

  listMembers: { query: Type.Object({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 40 })) }), reply: Page(Member) },
  setMemberRole: { body: Type.Object({ role: OneOf(groupRoles) }), reply: Done },
  removeMember: { body: Type.Object({ reason: OptionalText(chatLimits.reason) }), reply: Done },
  /** 0 minutes lets the member speak again. */
  muteMember: {
    body: Type.Object({ minutes: Type.Integer({ minimum: 0, maximum: chatLimits.muteMinutes }), reason: OptionalText(chatLimits.reason) }),
    reply: Type.Object({ mutedUntil: Nullable(Ms) }),
  },

  /** One of `before`, `after`, `around`, or none for the newest page. */
  listMessages: {
    query: Type.Object({
      before: Type.Optional(Seq), after: Type.Optional(Type.Integer({ minimum: 0 })), around: Type.Optional(Seq),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: MessagePage,
  },
  sendMessage: { body: MessageInput, reply: Sent },
  recallMessage: { reply: Message },
  deleteMessage: { body: Type.Object({ reason: Text(chatLimits.reason) }), reply: Message },
  pinMessage: { body: Type.Object({ seq: Nullable(Seq) }), reply: Done },
  markRead: { body: Type.Object({ seq: Type.Integer({ minimum: 0 }) }), reply: Type.Object({ readSeq: Count, unread: Count }) },
  /** For my own messages, and for those who moderate. */
  countReaders: { reply: Type.Object({ read: Count, of: Count }) },
  searchMessages: {
    query: Type.Object({ ...PageQuery, text: Text(40), groupId: Type.Optional(Id) }),
    reply: Page(Type.Object({ groupId: Id, groupName: Type.String(), message: Message })),
  },
  /** `refs`: up to 50 of '<kind>.<id>', parted by commas. Those one may not see are left out. */
  getCards: { query: Type.Object({ refs: Type.String({ minLength: 1, maxLength: 4000 }) }), reply: Type.Object({ items: Type.Array(Card) }) },

  listMyHeld: { query: Type.Object({ groupId: Type.Optional(Id) }), reply: Type.Object({ items: Type.Array(HeldMessage) }) },
  withdrawHeld: { reply: Done },
  reportMessage: { body: Type.Object({ reason: OneOf(reportReasons), note: OptionalText(chatLimits.reason) }), reply: Done },
  appealDeletion: { body: Type.Object({ text: Text(500) }), reply: Done },

  listHeld: { query: Type.Object(PageQuery), reply: Page(HeldMessage) },
  decideHeld: { body: Type.Object({ release: Type.Boolean(), reason: OptionalText(chatLimits.reason) }), reply: HeldMessage },
  listReports: { query: Type.Object({ ...PageQuery, status: Type.Optional(OneOf(['open', 'upheld', 'dismissed'])) }), reply: Page(Report) },
  decideReport: {
    body: Type.Object({ uphold: Type.Boolean(), muteMinutes: Type.Integer({ minimum: 0, maximum: chatLimits.muteMinutes }), reason: Text(chatLimits.reason) }),
    reply: Report,
  },
  /** My newest fifty. */
  listMyAppeals: { reply: Type.Object({ items: Type.Array(MyAppeal) }) },
  listAppeals: { query: Type.Object({ ...PageQuery, status: Type.Optional(OneOf(['open', 'restored', 'refused'])) }), reply: Page(Appeal) },
  decideAppeal: { body: Type.Object({ restore: Type.Boolean(), reason: Text(chatLimits.reason) }), reply: Appeal },
  listModerationLog: { query: Type.Object(PageQuery), reply: Page(ModerationEntry) },

  /** From messages of one group (text and pictures are taken over), or written anew. */
  createIntake: {
    body: Type.Object({
      kind: OneOf(intakeKinds), title: Text(60), text: OptionalText(2000), groupId: Type.Optional(Id),
      seqs: Type.Optional(Type.Array(Seq, { maxItems: 20, uniqueItems: true })),
    }),
    reply: Intake,
  },
  listIntakes: {
    query: Type.Object({ ...PageQuery, kind: Type.Optional(OneOf(intakeKinds)), status: Type.Optional(OneOf(intakeStatuses)), mine: Type.Optional(Type.Boolean()) }),
    reply: Page(Intake),
  },
  getIntake: { reply: Intake },
  answerIntake: { body: Type.Object({ status: OneOf(['taken', 'answered', 'declined']), reply: Text(500) }), reply: Intake },
} as const;

export type ChatSchemas = typeof chatSchemas;
export type Author = Static<typeof Author>;
export type Quote = Static<typeof Quote>;
export type CardRef = Static<typeof CardRef>;
export type MessageFile = Static<typeof MessageFile>;
export type Message = Static<typeof Message>;
export type Card = Static<typeof Card>;
export type LastLine = Static<typeof LastLine>;
export type GroupRow = Static<typeof GroupRow>;
export type Group = Static<typeof Group>;
export type MessagePage = Static<typeof MessagePage>;
export type Member = Static<typeof Member>;
export type MessageInput = Static<typeof MessageInput>;
export type HeldMessage = Static<typeof HeldMessage>;
export type Sent = Static<typeof Sent>;
export type Report = Static<typeof Report>;
export type Appeal = Static<typeof Appeal>;
export type MyAppeal = Static<typeof MyAppeal>;
export type ModerationEntry = Static<typeof ModerationEntry>;
export type Intake = Static<typeof Intake>;
export type Invitation = Static<typeof Invitation>;
