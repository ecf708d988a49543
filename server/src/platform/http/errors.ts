import { bulletinErrors } from '@bandeng/shared/bulletin/errors.ts';
import { chatErrors } from '@bandeng/shared/chat/errors.ts';
import { communityErrors } from '@bandeng/shared/community/errors.ts';
import { deliberationErrors } from '@bandeng/shared/deliberation/errors.ts';
import { kernelErrors } from '@bandeng/shared/kernel/errors.ts';
import type { ErrorTable, ErrorText, Refusal } from '@bandeng/shared/kernel/refusal.ts';
import { platformErrors } from '@bandeng/shared/platform/errors.ts';
import { Type } from 'typebox';

/** Every code that a caller can meet. */
export const errors = {
  ...kernelErrors,
  ...platformErrors,
  ...communityErrors,
  ...deliberationErrors,
  ...chatErrors,
  ...bulletinErrors,
} as const;

export type ErrorCode = keyof typeof errors;

export const ErrorBody = Type.Object({
  error: Type.Object({
    code: Type.String(),
    field: Type.Optional(Type.String()),
    messages: Type.Object({ zh: Type.String(), en: Type.String() }),
    details: Type.Optional(Type.Record(Type.String(), Type.Any())),
  }),
});

const bug = { status: 500, zh: '服务器出错了，我们会尽快处理。', en: 'Something went wrong on the server.' };

export const internalError = { error: { code: 'internal', messages: { zh: bug.zh, en: bug.en } } };

/** The row of a code. A code without a row is a bug. */
export const errorText = (code: string): ErrorText => {
  const row = (errors as ErrorTable)[code];
  if (!row) throw new Error(`error code ${code} has no row in any table`);
  return row;
};

export const errorBody = ({ code, field, details }: Refusal) => {
  const { zh, en } = errorText(code);
  return {
    error: { code, ...(field === undefined ? {} : { field }), messages: { zh, en }, ...(details === undefined ? {} : { details }) },
  };
};

/** Carries a refusal out of a transaction or a hook. Never leaves the http folder. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
