import type { MatterHead, MatterVersionView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import type { Files } from './load-files.ts';
import type { People } from './load-people.ts';
import type { MatterRow, SessionRow, VersionRow } from './rows.ts';

/** Every field by name: what is not listed here never leaves the server. */
export const presentHead = (
  row: MatterRow,
  coauthorIds: readonly string[],
  people: People,
  files: Files,
): MatterHead => ({
  id: row.id,
  number: row.number,
  title: row.title,
  summary: row.summary,
  text: row.text,
  type: row.type as MatterHead['type'],
  status: row.status as MatterHead['status'],
  stageId: row.stageId as MatterHead['stageId'],
  version: row.version,
  revision: row.revision,
  secret: row.secret,
  assembly: row.assembly as MatterHead['assembly'],
  budgetFen: row.budgetFen,
  options: row.options.map(({ id, title, text }) => ({ id, title, text })),
  proposer: people(row.proposerId),
  coauthors: coauthorIds.map(people),
  attachments: files(row.fileIds),
  createdAt: row.createdAt,
  submittedAt: row.submittedAt,
  endedAt: row.endedAt,
  reason: row.reason,
});

export const presentVersion = (row: VersionRow, people: People): MatterVersionView => ({
  version: row.version,
  title: row.title,
  reason: row.reason,
  material: row.material,
  by: people(row.byId).name,
  at: row.at,
});

/** Whoever was present and signed the minutes as they now stand. */
export interface SignatureRow {
  readonly sessionId: string;
  readonly residentId: string;
  readonly name: string;
  readonly at: number;
}

const presentThreshold = ({ base, numerator, denominator, strict, law }: SessionRow['rules']['quorum']) => ({
  base,
  numerator,
  denominator,
  strict,
  law: { mark: law.mark, zh: law.zh, en: law.en },
});

/** Who signed at the party members' meeting would tell everybody who is a member; that they signed is no secret. */
const presentSigner = (stageId: string, residentId: string, name: string) =>
  stageId === 'review' ? { residentId: 'withheld', name: '' } : { residentId, name };

/** How many took part is public at once; how they voted stands in the outcome, which exists only after counting. */
export const presentSession = (
  row: SessionRow,
  signatures: readonly SignatureRow[],
  files: Files,
): SessionView => ({
  id: row.id,
  stageId: row.stageId as SessionView['stageId'],
  round: row.round,
  version: row.version,
  status: row.status as SessionView['status'],
  assembly: row.assembly as SessionView['assembly'],
  bodyName: row.bodyName,
  question: row.question,
  place: row.place,
  online: row.online,
  startsAt: row.startsAt,
  closesAt: row.closesAt,
  openedAt: row.openedAt,
  closedAt: row.closedAt,
  closedBy: row.closedBy as SessionView['closedBy'],
  secret: row.secret,
  ballotChanges: row.rules.ballotChanges,
  quorum: presentThreshold(row.rules.quorum),
  pass: presentThreshold(row.rules.pass),
  due: row.due,
  excused: row.excused,
  present: row.present,
  cast: row.cast,
  outcome: row.outcome,
  minutes:
    row.minutes === null
      ? null
      : {
          text: row.minutes,
          version: row.minutesVersion,
          files: files(row.minutesFileIds),
          lockedAt: row.minutesLockedAt,
          signers: row.present,
          signatures: signatures
            .filter((one) => one.sessionId === row.id)
            .map(({ residentId, name, at }) => ({ ...presentSigner(row.stageId, residentId, name), at })),
        },
  jointWith: row.jointWith,
  voidReason: row.voidReason,
  attachments: files(row.fileIds),
});
