import { Type, type Static } from 'typebox';
import { areaKinds, bodyKinds } from '../community/vocabulary.ts';
import { Count, Created, Done, FileRef, Id, Ms, Nullable, OneOf, OptionalText, Page, PageQuery, Text } from '../kernel/shapes.ts';
import { deliveryStates, knockResults, noticeActions, noticeCategories, noticeLimits, noticeStatuses } from './vocabulary.ts';

export const NoticeScope = Type.Object({
  areas: Type.Array(Type.Object({ id: Id, kind: OneOf(areaKinds), name: Type.String() })),
  bodies: Type.Array(Type.Object({ id: Id, kind: OneOf(bodyKinds), name: Type.String() })),
});

/** A notice in a list. */
export const NoticeRow = Type.Object({
  id: Id,
  category: OneOf(noticeCategories),
  title: Type.String(),
  status: OneOf(noticeStatuses),
  needsAck: Type.Boolean(),
  version: Count,
  /** '楼栋长 李春梅' */
  by: Type.Object({ id: Id, label: Type.String() }),
  /** '3栋' or '春晖苑 2栋、3栋' */
  scopeLabel: Type.String(),
  publishAt: Nullable(Ms),
  publishedAt: Nullable(Ms),
  expiresAt: Nullable(Ms),
  /** Whether this reader has opened the version now in force, and acknowledged it. */
  read: Type.Boolean(),
  acknowledged: Type.Boolean(),
});

/** `written` rows carry how far the notice came: dwellings in scope and dwellings that acknowledged (or read, where none is asked). */
export const WrittenNotice = Type.Object({ ...NoticeRow.properties, dwellings: Count, reached: Count });

export const NoticeVersion = Type.Object({
  version: Count,
  title: Type.String(),
  body: Type.String(),
  files: Type.Array(FileRef),
  at: Ms,
  by: Type.String(),
  /** What a correction changed, in its author's words; empty for the first. */
  change: Type.String(),
});

export const Notice = Type.Object({
  ...NoticeRow.properties,
  body: Type.String(),
  files: Type.Array(FileRef),
  /** Pictures that did not pass the content check and were taken out of it. */
  withheldFiles: Count,
  scope: NoticeScope,
  /** Newest first, the one in force included. */
  versions: Type.Array(NoticeVersion),
  withdrawnReason: Type.String(),
  /** The version this reader last read, 0 for none: older than `version` when it was corrected since. */
  readVersion: Count,
  allowed: Type.Array(OneOf(noticeActions)),
  /** Page of the app that anybody may read, as the code on the sheet names it: '/bulletin/pages/public-notice/index?token=…'; null until published. */
  publicPath: Nullable(Type.String()),
  /** Path of the sheet to print on this server: '/api/public/notices/…/sheet'; null until published. */
  sheetPath: Nullable(Type.String()),
  /** Sequence of the channel `notice:<id>`. */
  cursor: Count,
});

export const NoticeInput = Type.Object({
  category: OneOf(noticeCategories),
  title: Text(noticeLimits.title),
  body: Text(noticeLimits.body),
  fileIds: Type.Array(Id, { maxItems: noticeLimits.files, uniqueItems: true }),
  areaIds: Type.Array(Id, { maxItems: noticeLimits.areas, uniqueItems: true }),
  bodyIds: Type.Array(Id, { maxItems: noticeLimits.bodies, uniqueItems: true }),
  needsAck: Type.Boolean(),
  expiresAt: Nullable(Ms),
});

/** Whom a notice will reach, counted now. People are counted once, however many dwellings they have. */
export const Audience = Type.Object({
  dwellings: Count,
  /** Dwellings with nobody registered: only a knock on the door reaches them. */
  unregisteredDwellings: Count,
  people: Count,
  /** People with an account. */
  registered: Count,
  /** Registered people who gave consent for one WeChat message of this kind. */
  wechat: Count,
  /** People whose number may be sent an SMS; 0 when this server sends none. */
  sms: Count,
  /** Names of the groups that will get the card. */
  groups: Type.Array(Type.String()),
});

export const DeliveryCounts = Type.Object({ dwellings: Count, acknowledged: Count, read: Count, notReached: Count, notRegistered: Count });

export const ChannelReceipts = Type.Object({ waiting: Count, sent: Count, failed: Count });

export const Delivery = Type.Object({
  notice: NoticeRow,
  total: DeliveryCounts,
  /** One row for each unit (or building without units), in register order. */
  units: Type.Array(
    Type.Object({
      areaId: Id,
      label: Type.String(),
      ...DeliveryCounts.properties,
      /** Dwellings that a reminder reaches: not those whose own was lately. */
      remindable: Count,
      /** When there is somebody to remind again, ms since 1970; null: now, or nobody at all. */
      nextReminderAt: Nullable(Ms),
    }),
  ),
  /** Members of the scope's bodies who live in none of its dwellings. */
  people: Type.Object({ of: Count, acknowledged: Count, read: Count }),
  receipts: Type.Object({ wechat: ChannelReceipts, sms: ChannelReceipts }),
  knocks: Type.Object({ open: Count, told: Count, absent: Count }),
  lastReminderAt: Nullable(Ms),
  /** When the next reminder may go out; null: now. */
  nextReminderAt: Nullable(Ms),
  /** How many people a reminder would concern, and on which ways. */
  reminder: Type.Object({ people: Count, wechat: Count, sms: Count }),
  allowed: Type.Array(OneOf(noticeActions)),
  /** Sequence of the channel `delivery:<id>`. */
  cursor: Count,
});

/** People with an account who are told in the app, and how many of all are told on other ways. */
const Reminded = Type.Object({ people: Count, wechat: Count, sms: Count });

export const Knock = Type.Object({
  noticeId: Id,
  noticeTitle: Type.String(),
  /** Version in force. */
  noticeVersion: Count,
  dwellingId: Id,
  /** '3-2-101' */
  label: Type.String(),
  helperId: Id,
  helper: Type.String(),
  /** Null while nobody has been there. */
  result: Nullable(OneOf(knockResults)),
  note: Type.String(),
  at: Nullable(Ms),
});

export const DwellingDelivery = Type.Object({
  dwellingId: Id,
  areaId: Id,
  label: Type.String(),
  state: OneOf(deliveryStates),
  /** Registered people of the dwelling, as neighbours see them. */
  people: Type.Array(Type.String()),
  knock: Nullable(Knock),
  /** When its people may be reminded again, ms since 1970; null: now. */
  nextReminderAt: Nullable(Ms),
});

/** What anyone holding the code of the sheet may read: no reader, no delivery, no phone number. */
export const PublicNotice = Type.Object({
  communityName: Type.String(),
  category: OneOf(noticeCategories),
  title: Type.String(),
  body: Type.String(),
  by: Type.String(),
  scopeLabel: Type.String(),
  version: Count,
  publishedAt: Ms,
  correctedAt: Nullable(Ms),
  expiresAt: Nullable(Ms),
  status: OneOf(noticeStatuses),
  files: Type.Array(FileRef),
  withheldFiles: Count,
});

export const bulletinSchemas = {
  /** Notices whose scope holds me, newest first; urgent ones in force come first until I have acknowledged them. */
  listNotices: { query: Type.Object({ ...PageQuery, category: Type.Optional(OneOf(noticeCategories)), past: Type.Optional(Type.Boolean()) }), reply: Page(NoticeRow) },
  /** What waits for me: urgent ones first, then those to acknowledge, then corrected ones I had read. */
  listNoticeTodo: { reply: Type.Object({ items: Type.Array(NoticeRow), /** Of my channel `me:<residentId>`. */ cursor: Type.Optional(Count) }) },
  getNotice: { reply: Notice },
  markNoticeRead: { body: Type.Object({ version: Count }), reply: Done },
  acknowledgeNotice: { body: Type.Object({ version: Count }), reply: Notice },

  listWrittenNotices: { query: Type.Object({ ...PageQuery, status: Type.Optional(OneOf(noticeStatuses)) }), reply: Page(WrittenNotice) },
  createNotice: { body: NoticeInput, reply: Created },
  editNotice: { body: NoticeInput, reply: Notice },
  discardNotice: { reply: Done },
  /** Ids parted by commas. */
  getAudience: { query: Type.Object({ areaIds: Type.String({ maxLength: 13_000 }), bodyIds: Type.String({ maxLength: 1400 }), category: OneOf(noticeCategories) }), reply: Audience },
  /** Areas and bodies that I may write to. */
  listScopes: { reply: NoticeScope },
  publishNotice: { body: Type.Object({ /** Null: now. */ at: Nullable(Ms) }), reply: Notice },
  unscheduleNotice: { reply: Notice },
  correctNotice: {
    body: Type.Object({ title: Text(noticeLimits.title), body: Text(noticeLimits.body), fileIds: Type.Array(Id, { maxItems: noticeLimits.files, uniqueItems: true }), change: Text(200), version: Count }),
    reply: Notice,
  },
  withdrawNotice: { body: Type.Object({ reason: Text(200) }), reply: Notice },

  getDelivery: { reply: Delivery },
  listDwellingDelivery: {
    query: Type.Object({ ...PageQuery, areaId: Type.Optional(Id), state: Type.Optional(OneOf(deliveryStates)), missing: Type.Optional(Type.Boolean()) }),
    reply: Page(DwellingDelivery),
  },
  remindReaders: { reply: Reminded },
  remindDwelling: { reply: Reminded },
  /** The dwellings that lie in the unit itself. */
  remindUnit: { reply: Reminded },
  /** Hands the dwellings that did not acknowledge (or read) to a helper; those of `areaId` only, when given. */
  assignKnocks: { body: Type.Object({ helperId: Id, areaId: Type.Optional(Id) }), reply: Type.Object({ assigned: Count }) },
  listMyKnocks: { query: Type.Object({ ...PageQuery, open: Type.Optional(Type.Boolean()) }), reply: Page(Knock) },
  /** `version` is the one that was told; it is refused when another one is in force by now. */
  recordKnock: { body: Type.Object({ result: OneOf(knockResults), note: OptionalText(200), version: Type.Optional(Count) }), reply: Knock },

  getPublicNotice: { reply: PublicNotice },
  /** The bytes of a file that the version in force carries. */
  getPublicNoticeFile: { reply: Type.Any() },
  /** A page of HTML to print, in Chinese, or in English with `lang=en`. */
  getNoticeSheet: { query: Type.Object({ lang: Type.Optional(Type.String({ maxLength: 20 })) }), reply: Type.Any() },
} as const;

export type BulletinSchemas = typeof bulletinSchemas;
export type NoticeScope = Static<typeof NoticeScope>;
export type NoticeRow = Static<typeof NoticeRow>;
export type WrittenNotice = Static<typeof WrittenNotice>;
export type NoticeVersion = Static<typeof NoticeVersion>;
export type Notice = Static<typeof Notice>;
export type NoticeInput = Static<typeof NoticeInput>;
export type Audience = Static<typeof Audience>;
export type DeliveryCounts = Static<typeof DeliveryCounts>;
export type Delivery = Static<typeof Delivery>;
export type Knock = Static<typeof Knock>;
export type DwellingDelivery = Static<typeof DwellingDelivery>;
export type PublicNotice = Static<typeof PublicNotice>;
