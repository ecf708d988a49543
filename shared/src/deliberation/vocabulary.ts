/** The closed sets of words that deliberation speaks; the Chinese terms stand in the glossary and the catalogue. */

export const matterTypes = [
  'annual-plan',
  'public-works',
  'collective-assets',
  'property-service',
  'charter',
  'election',
  'emergency',
] as const;
export type MatterType = (typeof matterTypes)[number];

/** The six stages of 四议两公开, in order; none may be skipped. */
export const stageIds = ['propose', 'consult', 'review', 'resolve', 'publish-resolution', 'publish-outcome'] as const;
export type StageId = (typeof stageIds)[number];

export const meetingStageIds = ['propose', 'consult', 'review', 'resolve'] as const;
export type MeetingStageId = (typeof meetingStageIds)[number];
export type DisclosureStageId = Exclude<StageId, MeetingStageId>;
export const isMeetingStage = (stageId: StageId): stageId is MeetingStageId =>
  (meetingStageIds as readonly string[]).includes(stageId);

/**
 * draft → running → closed (all six stages passed) | ended (given up after a rejection) | withdrawn (by its proposer).
 * `returned`: rejected at a stage and waiting for a revised version or the end.
 */
export const matterStatuses = ['draft', 'running', 'returned', 'closed', 'ended', 'withdrawn'] as const;
export type MatterStatus = (typeof matterStatuses)[number];

/**
 * One meeting of one stage. convened (announced, roll not yet frozen) → open (roll frozen, ballots taken)
 * → passed | rejected | no-quorum (counted) ; void (a later amendment or a return undid it) ; cancelled (before opening).
 */
export const sessionStatuses = ['convened', 'open', 'passed', 'rejected', 'no-quorum', 'void', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** `voidReason` of a meeting that nobody opened until its closing time: the clock called it off. Pages say it in words. */
export const notOpened = 'not-opened';

/** notice up (objections may be filed) → ended without open objections = passed; upheld = an objection sent the matter back. */
export const disclosureStatuses = ['up', 'passed', 'upheld', 'void'] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

export const ballotChannels = ['online', 'paper', 'assisted'] as const;
export type BallotChannel = (typeof ballotChannels)[number];

/** How stage 4 is held: representative assembly, or residents' assembly by adult or by household (arts 26–29). */
export const assemblies = ['representatives', 'residents', 'households'] as const;
export type Assembly = (typeof assemblies)[number];

export const progressKinds = ['tender', 'contract', 'schedule', 'work', 'payment', 'acceptance'] as const;
export type ProgressKind = (typeof progressKinds)[number];
