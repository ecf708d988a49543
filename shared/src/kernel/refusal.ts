/** One row of an error table: HTTP status and a sentence a person understands, in both languages. */
export interface ErrorText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  readonly zh: string;
  readonly en: string;
}

export type ErrorTable = Readonly<Record<string, ErrorText>>;

/**
 * An expected refusal: a value, not an exception. `field` is a JSON pointer-like name of the offending input,
 * `details` carries numbers a sentence may show (integers and strings only).
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  more: Omit<Refusal<Code>, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...more } });
