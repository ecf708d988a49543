import type { Action } from '@bandeng/shared/deliberation/allowed.ts';
import type { AllowedAction } from '@bandeng/shared/deliberation/schemas.ts';

/** Whether the server lists an action for this member; nothing is derived here. */
export const may = (allowed: readonly AllowedAction[], action: Action, subjectId: string | null = null): boolean =>
  allowed.some((one) => one.action === action && one.subjectId === subjectId);
