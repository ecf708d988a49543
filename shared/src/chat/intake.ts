import type { Role } from '../community/vocabulary.ts';
import type { IntakeKind, IntakeStatus, MessageKind } from './vocabulary.ts';

const prefixes: Readonly<Record<IntakeKind, string>> = { topic: 'T', case: 'C' };

/** 'T2026' or 'C2026': numbers count from 1 in each. */
export const intakeSeries = (kind: IntakeKind, year: string): string => `${prefixes[kind]}${year}`;

/** 'T2026-0007'. */
export const intakeNumber = (series: string, position: number): string => `${series}-${String(position).padStart(4, '0')}`;

const committees: readonly Role[] = ['residents-committee', 'administrator'];

/**
 * Who takes one up and answers: topics go to the facilitators and both committees, cases to the residents' committee and
 * to the grid worker on whose ground they lie.
 * @param coversArea a grid worker's area holds the area that it concerns
 */
export const handlesIntake = (kind: IntakeKind, roles: readonly Role[], coversArea: boolean): boolean => {
  if (committees.some((role) => roles.includes(role))) return true;
  if (kind === 'topic') return roles.includes('facilitator') || roles.includes('branch-committee');
  return coversArea && roles.includes('grid-worker');
};

export type IntakeAnswer = Exclude<IntakeStatus, 'received'>;

/** Received → taken → answered or declined; the step in between may be left out, and none is gone twice. */
export const refuseAnswer = (status: IntakeStatus, next: IntakeAnswer): 'intake-closed' | 'already-decided' | null => {
  if (status === 'answered' || status === 'declined') return 'intake-closed';
  return status === next ? 'already-decided' : null;
};

export interface IntakeLine {
  readonly label: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly fileName: string;
}

const showLine = ({ label, kind, text, fileName }: IntakeLine): string[] => {
  switch (kind) {
    case 'text':
      return [`${label}：${text}`];
    case 'image':
    case 'voice':
    case 'file':
      return [`${label}：〔${fileName}〕`];
    // A card or a line of the group says nothing that somebody could be asked to look after.
    case 'card':
    case 'event':
      return [];
  }
};

/** What the one who hands on writes, then each message with its author; empty when nothing was said. */
export const composeIntake = (written: string, lines: readonly IntakeLine[]): string =>
  [...(written.trim() === '' ? [] : [written.trim()]), ...lines.flatMap(showLine)].join('\n');

/** Stands where the words of a message stood that its author took back. */
export const recalledMark = '〔原消息已由发送者撤回〕';

/**
 * What was handed on, without a message that its author recalled since; what whoever handed it on wrote, and the other
 * messages, stay. The same text when it does not repeat the message.
 */
export const withdrawLine = (composed: string, line: IntakeLine): string => {
  const [shown] = showLine(line);
  if (shown === undefined) return composed;
  const said = shown.slice(line.label.length);
  const endsThere = (at: number) => at + said.length === composed.length || composed[at + said.length] === '\n';
  // The last one: what was written by hand stands first, and may repeat it.
  let found = composed.lastIndexOf(said);
  while (found > 0 && !endsThere(found)) found = composed.lastIndexOf(said, found - 1);
  if (found < 0 || !endsThere(found)) return composed;
  // The label may have changed since: whatever stands between the start of the line and the words goes with them.
  const start = composed.lastIndexOf('\n', found) + 1;
  return `${composed.slice(0, start)}${recalledMark}${composed.slice(found + said.length)}`;
};

/** What was handed on, with another name before the messages of one author. */
export const renameAuthor = (composed: string, label: string, renamed: string): string =>
  label === '' || label === renamed
    ? composed
    : composed
        .split('\n')
        .map((row) => (row.startsWith(`${label}：`) ? renamed + row.slice(label.length) : row))
        .join('\n');
