import type { Role } from '../community/vocabulary.ts';
import type {
  DisclosureStageId,
  DisclosureStatus,
  MatterStatus,
  MeetingStageId,
  SessionStatus,
  StageId,
} from './vocabulary.ts';

/** Who asks. A member of the community with the roles held today, or nobody: a visitor has no resident id. */
export interface ViewerFacts {
  readonly residentId: string | null;
  /** Has a tenure in force; whoever holds no more than a seat or a duty works here and does not live here. */
  readonly dwells: boolean;
  readonly roles: readonly Role[];
}

/** The viewer's own part in one session. While it is only convened, `onRoll` says whether the viewer would be due. */
export interface PartFacts {
  readonly onRoll: boolean;
  readonly excused: boolean;
  /** Checked in or signed in; after closing also who only voted. */
  readonly present: boolean;
  readonly voted: boolean;
  /** 0 for paper and assisted ballots, which cannot be changed. */
  readonly changesLeft: number;
  readonly signed: boolean;
}

export interface SessionFacts {
  readonly id: string;
  readonly stageId: MeetingStageId;
  readonly status: SessionStatus;
  /** ms since 1970 */
  readonly startsAt: number;
  readonly closesAt: number;
  /** Whether people check in and vote from where they are; otherwise they come and are signed in. */
  readonly online: boolean;
  /** Everybody due has voted. */
  readonly allVoted: boolean;
  readonly minutes: { readonly written: boolean; readonly signatures: number; readonly locked: boolean };
  readonly mine: PartFacts;
}

export interface DisclosureFacts {
  readonly id: string;
  readonly stageId: DisclosureStageId;
  readonly status: DisclosureStatus;
  readonly endsAt: number;
  /** Objections without an answer. */
  readonly openObjectionIds: readonly string[];
}

export interface MatterFacts {
  readonly id: string;
  readonly status: MatterStatus;
  readonly stageId: StageId | null;
  readonly proposerId: string;
  readonly coauthorIds: readonly string[];
  /** The community's setting: one person heads both committees, so that stages 1 and 2 may be one meeting. */
  readonly oneHead: boolean;
  /** Of the running version; void and cancelled ones may be left out. */
  readonly sessions: readonly SessionFacts[];
  readonly disclosures: readonly DisclosureFacts[];
}

export const noPart: PartFacts = {
  onRoll: false,
  excused: false,
  present: false,
  voted: false,
  changesLeft: 0,
  signed: false,
};
