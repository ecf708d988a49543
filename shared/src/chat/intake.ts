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
