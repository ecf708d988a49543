import type { SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import type { FileItem } from '@/ui/file-list';

/** An announcement as it is typed. */
export interface ConveneInput {
  readonly question: string;
  readonly place: string;
  readonly online: boolean;
  readonly startsAt: number | null;
  readonly closesAt: number | null;
  readonly joint: boolean;
  readonly files: readonly FileItem[];
}

export const inputOf = (session: SessionView | null, question: string): ConveneInput =>
  session === null
    ? { question, place: '', online: true, startsAt: null, closesAt: null, joint: false, files: [] }
    : {
        question: session.question,
        place: session.place,
        online: session.online,
        startsAt: session.startsAt,
        closesAt: session.closesAt,
        joint: false,
        files: session.attachments,
      };

export type ConveneFault = 'question' | 'startsAt' | 'closesAt' | 'place';

/** What is missing or cannot be. A meeting that takes no votes online needs a place to come to. */
export const findConveneFaults = (input: ConveneInput, now: number): ConveneFault[] => {
  const { question, place, online, startsAt, closesAt } = input;
  return [
    ...(question.trim() === '' ? (['question'] as const) : []),
    ...(startsAt === null ? (['startsAt'] as const) : []),
    ...(closesAt === null || closesAt <= now || (startsAt !== null && closesAt <= startsAt)
      ? (['closesAt'] as const)
      : []),
    ...(!online && place.trim() === '' ? (['place'] as const) : []),
  ];
};
