import { isMeetingStage, type StageId } from '@bandeng/shared/deliberation/vocabulary.ts';

/**
 * A deadline as people say it. Days of a notice and of an answer end at 24:00, the first millisecond of the day after,
 * which a clock would show as that other day. Meetings end at the minute that was announced.
 */
export const lastMoment = (endsAt: number, stageId: StageId | null): number =>
  stageId !== null && isMeetingStage(stageId) ? endsAt : endsAt - 1;
