import { Type, type Static } from 'typebox';
import { roles } from '../community/vocabulary.ts';
import { Count, Day, Done, Fen, FileRef, Id, Ms, Nullable, OneOf, OptionalText, Page, PageQuery, PersonRef, Text } from '../kernel/shapes.ts';
import {
  assemblies,
  ballotChannels,
  choices,
  disclosureStatuses,
  matterStatuses,
  matterTypes,
  meetingStageIds,
  progressKinds,
  sessionStatuses,
  stageIds,
} from './vocabulary.ts';

/** A fraction that a count must meet: strict is 过半数/超过, inclusive is 以上. */
export const ThresholdView = Type.Object({
  base: OneOf(['due', 'present']),
  numerator: Count,
  denominator: Count,
  strict: Type.Boolean(),
  law: Type.Object({ mark: OneOf(['law', 'practice', 'ours']), zh: Type.String(), en: Type.String() }),
});

/** Outcome of a counted session, every number with the least that was needed. */
export const Outcome = Type.Object({
  result: OneOf(['passed', 'rejected', 'no-quorum']),
  due: Count,
  excused: Count,
  present: Count,
  cast: Count,
  yes: Count,
  no: Count,
  abstain: Count,
  quorumNeeded: Count,
  quorumMet: Type.Boolean(),
  passNeeded: Count,
  passMet: Type.Boolean(),
});

export const Signature = Type.Object({ residentId: Id, name: Type.String(), at: Ms });
export const Minutes = Type.Object({
  text: Type.String(),
  version: Count,
  /** What belongs to the minutes; what was announced with the session stands with the session. */
  files: Type.Array(FileRef),
  lockedAt: Nullable(Ms),
  /** How many were present and may sign. */
  signers: Count,
  signatures: Type.Array(Signature),
});

/** One meeting of one stage, as every member of the community sees it: no votes of persons, no split before closing. */
export const SessionView = Type.Object({
  id: Id,
  stageId: OneOf(meetingStageIds),
  round: Count,
  version: Count,
  status: OneOf(sessionStatuses),
  assembly: Nullable(OneOf(assemblies)),
  bodyName: Type.String(),
  question: Type.String(),
  place: Type.String(),
  online: Type.Boolean(),
  startsAt: Ms,
  closesAt: Ms,
  openedAt: Nullable(Ms),
  closedAt: Nullable(Ms),
  closedBy: Nullable(OneOf(['deadline', 'hand'])),
  secret: Type.Boolean(),
  /** How often a ballot may be changed until closing. */
  ballotChanges: Count,
  quorum: ThresholdView,
  pass: ThresholdView,
  due: Count,
  excused: Count,
  present: Count,
  cast: Count,
  outcome: Nullable(Outcome),
  minutes: Nullable(Minutes),
  /** Stages 1 and 2 held as one meeting (一肩挑): the other session of that meeting. */
  jointWith: Nullable(Id),
  voidReason: Type.String(),
  attachments: Type.Array(FileRef),
});

export const DisclosureView = Type.Object({
  id: Id,
  stageId: OneOf(['publish-resolution', 'publish-outcome']),
  version: Count,
  status: OneOf(disclosureStatuses),
  title: Type.String(),
  text: Type.String(),
  publishedAt: Ms,
  firstDay: Day,
  lastDay: Day,
  endsAt: Ms,
  days: Count,
  endedAt: Nullable(Ms),
  /** Opens the public page and the printable sheet without an account. */
  publicToken: Type.String(),
  attachments: Type.Array(FileRef),
});

export const ObjectionView = Type.Object({
  id: Id,
  disclosureId: Id,
  by: PersonRef,
  text: Type.String(),
  filedAt: Ms,
  dueAt: Ms,
  answer: Nullable(Type.String()),
  answeredBy: Nullable(Type.String()),
  answeredAt: Nullable(Ms),
  /** Answered after dueAt, or still unanswered after it: shown in public. */
  overdue: Type.Boolean(),
  upheld: Type.Boolean(),
  backTo: Nullable(OneOf(['consult', 'resolve'])),
});

export const ProgressView = Type.Object({
  id: Id,
  kind: OneOf(progressKinds),
  title: Type.String(),
  text: Type.String(),
  day: Day,
  /** Spending in fen; null where the entry is no payment. */
  amountFen: Nullable(Fen),
  payee: Type.String(),
  by: Type.String(),
  at: Ms,
  photos: Type.Array(FileRef),
});

export const RatingSummary = Type.Object({ count: Count, /** Sum of stars, 1–5 each. */ stars: Count, byStars: Type.Array(Count) });
export const Rating = Type.Object({ id: Id, by: PersonRef, stars: Type.Integer({ minimum: 1, maximum: 5 }), text: Type.String(), at: Ms });

export const MatterOption = Type.Object({ id: Id, title: Text(60), text: OptionalText(500) });

export const MatterHead = Type.Object({
  id: Id,
  /** '2026-017' once submitted; empty while a draft. */
  number: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  text: Type.String(),
  type: OneOf(matterTypes),
  status: OneOf(matterStatuses),
  stageId: Nullable(OneOf(stageIds)),
  version: Count,
  /** Row version, for drafts edited by several authors. */
  revision: Count,
  secret: Type.Boolean(),
  assembly: OneOf(assemblies),
  budgetFen: Nullable(Fen),
  options: Type.Array(MatterOption),
  proposer: PersonRef,
  coauthors: Type.Array(PersonRef),
  attachments: Type.Array(FileRef),
  createdAt: Ms,
  submittedAt: Nullable(Ms),
  endedAt: Nullable(Ms),
  /** Why the matter was returned, withdrawn or ended. */
  reason: Type.String(),
});

export const MatterVersionView = Type.Object({ version: Count, title: Type.String(), reason: Type.String(), material: Type.Boolean(), by: Type.String(), at: Ms });

/** A matter as everybody in the community sees it; events on channel `matter:<id>` replace its parts one by one. */
export const MatterView = Type.Object({
  head: MatterHead,
  versions: Type.Array(MatterVersionView),
  sessions: Type.Array(SessionView),
  disclosures: Type.Array(DisclosureView),
  objections: Type.Array(ObjectionView),
  progress: Type.Array(ProgressView),
  spentFen: Fen,
  ratings: RatingSummary,
  comments: Count,
});

export const matterEventTypes = [
  'HeadChanged',
  'VersionsChanged',
  'SessionChanged',
  'TurnoutChanged',
  'DisclosureChanged',
  'ObjectionChanged',
  'ProgressChanged',
  'RatingsChanged',
  'CommentsChanged',
] as const;

/** State-carrying events of a matter. `evolve(view, event)` in evolve.ts applies one. */
export const MatterEvent = Type.Union([
  Type.Object({ type: Type.Literal('HeadChanged'), head: MatterHead }),
  Type.Object({ type: Type.Literal('VersionsChanged'), versions: Type.Array(MatterVersionView) }),
  Type.Object({ type: Type.Literal('SessionChanged'), session: SessionView }),
  Type.Object({ type: Type.Literal('TurnoutChanged'), sessionId: Id, due: Count, excused: Count, present: Count, cast: Count }),
  Type.Object({ type: Type.Literal('DisclosureChanged'), disclosure: DisclosureView }),
  Type.Object({ type: Type.Literal('ObjectionChanged'), objection: ObjectionView }),
  Type.Object({ type: Type.Literal('ProgressChanged'), entry: ProgressView, spentFen: Fen }),
  Type.Object({ type: Type.Literal('RatingsChanged'), ratings: RatingSummary }),
  Type.Object({ type: Type.Literal('CommentsChanged'), comments: Count }),
]);

/** What the asking member may do now; `subjectId` names the session, disclosure or objection it applies to. */
export const AllowedAction = Type.Object({ action: Type.String(), subjectId: Nullable(Id) });

/** The asking member's own part in a session. The choice is known for open ballots only. */
export const MyPart = Type.Object({
  sessionId: Id,
  excused: Type.Boolean(),
  checkedIn: Type.Boolean(),
  voted: Type.Boolean(),
  choice: Nullable(OneOf(choices)),
  changesLeft: Count,
  receipt: Nullable(Type.String()),
  signed: Type.Boolean(),
  /** Households this representative speaks for; 0 elsewhere. */
  households: Count,
});

export const MatterPage = Type.Object({
  matter: MatterView,
  /** Sequence of channel `matter:<id>` that the snapshot includes. */
  cursor: Count,
  allowed: Type.Array(AllowedAction),
  mine: Type.Array(MyPart),
  myRating: Nullable(Type.Object({ stars: Type.Integer(), text: Type.String() })),
});

/** What every command on a matter answers: the events it caused and what is now allowed. */
export const MatterReply = Type.Object({
  events: Type.Array(MatterEvent),
  cursor: Count,
  allowed: Type.Array(AllowedAction),
  mine: Type.Array(MyPart),
});
export const CreatedReply = Type.Object({ id: Id, ...MatterReply.properties });

export const MatterRow = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  type: OneOf(matterTypes),
  status: OneOf(matterStatuses),
  stageId: Nullable(OneOf(stageIds)),
  version: Count,
  /** Deadline of what is running now: closing of the vote or end of the notice. */
  dueAt: Nullable(Ms),
  /** The asking member has something to do here. */
  waiting: Type.Boolean(),
  at: Ms,
});

export const RollEntryView = Type.Object({
  voterId: Id,
  name: Type.String(),
  label: Type.String(),
  households: Count,
  excused: Type.Boolean(),
  excuseReason: Type.String(),
  present: Type.Boolean(),
  voted: Type.Boolean(),
  /** Only in an open (记名) session after closing. */
  choice: Nullable(OneOf(choices)),
  reason: Type.String(),
  channel: Nullable(OneOf(ballotChannels)),
  signed: Type.Boolean(),
});
/** `channel` is null in a secret session: the only paper ballot would name its voter. */
export const ReceiptView = Type.Object({ receipt: Type.String(), choice: OneOf(choices), channel: Nullable(OneOf(ballotChannels)) });

export const SessionPage = Type.Object({
  matterId: Id,
  matterTitle: Type.String(),
  session: SessionView,
  roll: Type.Array(RollEntryView),
  /** Refused second ballots, recorded: who and when, never what. */
  conflicts: Type.Array(Type.Object({ voterId: Id, name: Type.String(), channel: OneOf(ballotChannels), at: Ms })),
  allowed: Type.Array(AllowedAction),
  mine: Nullable(MyPart),
});

export const CommentView = Type.Object({
  id: Id,
  stageId: Nullable(OneOf(stageIds)),
  by: PersonRef,
  /** In which capacity the words were said, at that moment. */
  role: Nullable(OneOf(roles)),
  text: Type.String(),
  at: Ms,
  /** Hidden by a moderator: members see the reason, moderators and the author also the kept original. */
  hidden: Type.Boolean(),
  hiddenReason: Type.String(),
  mine: Type.Boolean(),
});

export const RecordEntryView = Type.Object({
  seq: Count,
  at: Ms,
  kind: Type.String(),
  actor: Type.String(),
  body: Type.String(),
  previous: Type.String(),
  hash: Type.String(),
});

export const todoKinds = ['vote', 'check-in', 'sign-minutes', 'answer-objection', 'rate', 'claim', 'run-session', 'publish', 'returned'] as const;
export const Todo = Type.Object({
  kind: OneOf(todoKinds),
  matterId: Nullable(Id),
  subjectId: Nullable(Id),
  title: Type.String(),
  stageId: Nullable(OneOf(stageIds)),
  dueAt: Nullable(Ms),
  count: Count,
});
export const BoardItem = Type.Object({
  matterId: Id,
  disclosureId: Id,
  stageId: OneOf(['publish-resolution', 'publish-outcome']),
  title: Type.String(),
  publishedAt: Ms,
  endsAt: Ms,
  /** Day of the notice, from 0 on the day it went up. */
  day: Count,
  days: Count,
  openObjections: Count,
  spentFen: Fen,
  ratings: RatingSummary,
  publicToken: Type.String(),
  closed: Type.Boolean(),
});
export const Home = Type.Object({
  community: Type.Object({ id: Id, name: Type.String(), publicToken: Type.String() }),
  placeLabel: Type.String(),
  todo: Type.Array(Todo),
  board: Type.Array(BoardItem),
});

/** What a visitor without an account reads: names and dwellings masked. */
export const PublicDisclosure = Type.Object({
  communityName: Type.String(),
  head: Type.Object({ number: Type.String(), title: Type.String(), summary: Type.String(), text: Type.String(), type: OneOf(matterTypes), version: Count, budgetFen: Nullable(Fen) }),
  disclosure: DisclosureView,
  stages: Type.Array(
    Type.Object({
      stageId: OneOf(meetingStageIds),
      bodyName: Type.String(),
      closedAt: Ms,
      secret: Type.Boolean(),
      quorum: ThresholdView,
      pass: ThresholdView,
      outcome: Outcome,
    }),
  ),
  objections: Type.Array(ObjectionView),
  progress: Type.Array(ProgressView),
  spentFen: Fen,
  ratings: RatingSummary,
  recordHead: Type.Object({ length: Count, hash: Type.String() }),
  sheetUrl: Type.String(),
  pageUrl: Type.String(),
});

const draftBody = {
  title: Text(60),
  summary: OptionalText(200),
  text: OptionalText(20_000),
  type: OneOf(matterTypes),
  secret: Type.Boolean(),
  assembly: OneOf(assemblies),
  budgetFen: Nullable(Fen),
  options: Type.Array(MatterOption, { maxItems: 20 }),
  fileIds: Type.Array(Id, { maxItems: 20 }),
};

const conveneBody = {
  question: Text(500),
  place: OptionalText(100),
  online: Type.Boolean(),
  startsAt: Ms,
  closesAt: Ms,
  fileIds: Type.Array(Id, { maxItems: 20 }),
};

export const deliberationSchemas = {
  getHome: { reply: Home },
  listMatters: {
    query: Type.Object({
      ...PageQuery,
      show: Type.Optional(OneOf(['running', 'waiting', 'mine', 'closed', 'all'])),
      search: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    reply: Page(MatterRow),
  },
  getMatter: { reply: MatterPage },
  createDraft: { body: Type.Object(draftBody), reply: CreatedReply },
  editDraft: { body: Type.Object({ ...draftBody, revision: Count }), reply: MatterReply },
  discardDraft: { reply: Done },
  addCoauthor: { body: Type.Object({ residentId: Id }), reply: MatterReply },
  removeCoauthor: { reply: MatterReply },
  /** Freezes the rules into the matter and opens its first stage. */
  submitMatter: { body: Type.Object({ revision: Count }), reply: MatterReply },
  withdrawMatter: { body: Type.Object({ reason: Text(500) }), reply: MatterReply },
  amendMatter: { body: Type.Object({ ...draftBody, revision: Count, material: Type.Boolean(), reason: Text(500) }), reply: MatterReply },
  reviseMatter: { body: Type.Object({ ...draftBody, revision: Count, reason: Text(500) }), reply: MatterReply },
  endMatter: { body: Type.Object({ reason: Text(500) }), reply: MatterReply },

  conveneSession: {
    body: Type.Object({ ...conveneBody, /** 一肩挑: also convene stage 2 as one meeting with its own vote and record. */ joint: Type.Boolean() }),
    reply: CreatedReply,
  },
  rescheduleSession: { body: Type.Object(conveneBody), reply: MatterReply },
  cancelSession: { body: Type.Object({ reason: Text(300) }), reply: MatterReply },
  /** Freezes the roll. */
  openSession: { reply: MatterReply },
  getSession: { reply: SessionPage },
  checkIn: { reply: MatterReply },
  signInOther: { body: Type.Object({ voterId: Id, present: Type.Boolean() }), reply: MatterReply },
  declareInterest: { body: Type.Object({ reason: Text(300) }), reply: MatterReply },
  excuseOther: { body: Type.Object({ voterId: Id, reason: Text(300) }), reply: MatterReply },
  castBallot: {
    body: Type.Object({
      choice: OneOf(choices),
      reason: Type.Optional(OptionalText(300)),
      /** Needed to change a secret ballot: nothing else connects the voter with it. */
      receipt: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    reply: Type.Object({ receipt: Type.String(), changed: Type.Boolean(), ...MatterReply.properties }),
  },
  enterPaperBallot: {
    body: Type.Object({
      voterId: Id,
      choice: OneOf(choices),
      channel: OneOf(['paper', 'assisted']),
      witnessIds: Type.Array(Id, { minItems: 2, maxItems: 2 }),
      photoId: Id,
    }),
    reply: Type.Object({ receipt: Type.String(), ...MatterReply.properties }),
  },
  closeSession: { reply: MatterReply },
  /** Ballots by receipt code once a session is counted, sorted by code: every voter finds the own one. */
  listReceipts: { query: Type.Object({ ...PageQuery, receipt: Type.Optional(Type.String({ maxLength: 40 })) }), reply: Page(ReceiptView) },
  writeMinutes: { body: Type.Object({ text: Text(20_000), version: Count, fileIds: Type.Array(Id, { maxItems: 20 }) }), reply: MatterReply },
  signMinutes: { body: Type.Object({ version: Count }), reply: MatterReply },
  lockMinutes: { reply: MatterReply },

  publishResolution: { body: Type.Object({ text: Text(20_000), days: Type.Integer({ minimum: 1, maximum: 365 }), fileIds: Type.Array(Id, { maxItems: 20 }) }), reply: MatterReply },
  fileObjection: { body: Type.Object({ text: Text(2_000) }), reply: CreatedReply },
  answerObjection: {
    body: Type.Object({ answer: Text(2_000), uphold: Type.Boolean(), backTo: Type.Optional(OneOf(['consult', 'resolve'])) }),
    reply: MatterReply,
  },
  addProgress: {
    body: Type.Object({
      kind: OneOf(progressKinds),
      title: Text(60),
      text: OptionalText(2_000),
      day: Day,
      amountFen: Nullable(Type.Integer({ minimum: 1, maximum: 9_000_000_000_000 })),
      payee: OptionalText(60),
      fileIds: Type.Array(Id, { maxItems: 20 }),
    }),
    reply: CreatedReply,
  },
  publishOutcome: { body: Type.Object({ text: Text(20_000), days: Type.Integer({ minimum: 1, maximum: 365 }), fileIds: Type.Array(Id, { maxItems: 20 }) }), reply: MatterReply },
  rateMatter: { body: Type.Object({ stars: Type.Integer({ minimum: 1, maximum: 5 }), text: OptionalText(500) }), reply: MatterReply },
  listRatings: { query: Type.Object(PageQuery), reply: Page(Rating) },

  listComments: { query: Type.Object({ ...PageQuery, stageId: Type.Optional(OneOf(stageIds)) }), reply: Page(CommentView) },
  addComment: { body: Type.Object({ text: Text(1_000), stageId: Nullable(OneOf(stageIds)) }), reply: CommentView },
  hideComment: { body: Type.Object({ reason: Text(200) }), reply: CommentView },
  restoreComment: { reply: CommentView },

  listRecord: { query: Type.Object(PageQuery), reply: Page(RecordEntryView) },
  verifyRecord: { reply: Type.Object({ unbroken: Type.Boolean(), length: Count, head: Type.String(), brokenAt: Nullable(Count) }) },

  getPublicDisclosure: { reply: PublicDisclosure },
  /** The bytes of an attachment of the notice, or of the progress that is published with it. */
  getPublicFile: { reply: Type.Any() },
  getPublicBoard: { query: Type.Object(PageQuery), reply: Type.Object({ communityName: Type.String(), ...Page(BoardItem).properties }) },
} as const;

export type DeliberationSchemas = typeof deliberationSchemas;
export type ThresholdView = Static<typeof ThresholdView>;
export type OutcomeView = Static<typeof Outcome>;
export type SessionView = Static<typeof SessionView>;
export type DisclosureView = Static<typeof DisclosureView>;
export type ObjectionView = Static<typeof ObjectionView>;
export type ProgressView = Static<typeof ProgressView>;
export type RatingSummary = Static<typeof RatingSummary>;
export type Rating = Static<typeof Rating>;
export type MatterHead = Static<typeof MatterHead>;
export type MatterOption = Static<typeof MatterOption>;
export type MatterVersionView = Static<typeof MatterVersionView>;
export type MatterView = Static<typeof MatterView>;
export type MatterEvent = Static<typeof MatterEvent>;
export type AllowedAction = Static<typeof AllowedAction>;
export type MyPart = Static<typeof MyPart>;
export type MatterPage = Static<typeof MatterPage>;
export type MatterReply = Static<typeof MatterReply>;
export type MatterRow = Static<typeof MatterRow>;
export type RollEntryView = Static<typeof RollEntryView>;
export type ReceiptView = Static<typeof ReceiptView>;
export type SessionPage = Static<typeof SessionPage>;
export type CommentView = Static<typeof CommentView>;
export type RecordEntryView = Static<typeof RecordEntryView>;
export type Todo = Static<typeof Todo>;
export type BoardItem = Static<typeof BoardItem>;
export type Home = Static<typeof Home>;
export type PublicDisclosure = Static<typeof PublicDisclosure>;
