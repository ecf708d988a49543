import type { Language, Key } from '../i18n/translate';
import { translate } from '../i18n/translate';

/** Codes that arise on this side of the wire. `network-lost` and `timeout` leave open whether the server acted. */
export type LocalCode = 'network-lost' | 'timeout' | 'server-fault' | 'unknown-reply';

const localTexts = {
  'network-lost': 'ui.networkLost',
  timeout: 'ui.timeout',
  'server-fault': 'ui.serverFault',
  'unknown-reply': 'ui.unknownReply',
} as const satisfies Record<LocalCode, Key>;

/** The body of a refusal, as every operation of the server answers it. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly field?: string;
    readonly messages: { readonly zh: string; readonly en: string };
    readonly details?: Readonly<Record<string, string | number | boolean>>;
  };
}

/** A request that was not fulfilled. `code` is stable; `text` is for people. `status` is 0 when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    readonly code: string,
    readonly status: number,
    private readonly texts: { readonly zh: string; readonly en: string },
    more: { field?: string | undefined; details?: ErrorBody['error']['details'] } = {},
  ) {
    super(`${code} (${status})`);
    this.field = more.field;
    this.details = more.details ?? {};
  }

  text(language: Language): string {
    return language === 'en' ? this.texts.en : this.texts.zh;
  }

  /** No answer came, or one that says nothing about the command: the same id may and should be sent again. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export const localError = (code: LocalCode, status = 0): ApiError =>
  new ApiError(code, status, { zh: translate('zh-CN', localTexts[code]), en: translate('en', localTexts[code]) });

const isErrorBody = (body: unknown): body is ErrorBody => {
  const error = (body as { error?: { code?: unknown; messages?: unknown } } | null)?.error;
  return typeof error?.code === 'string' && typeof error.messages === 'object' && error.messages !== null;
};

export const errorOfReply = (status: number, body: unknown): ApiError => {
  if (!isErrorBody(body)) return localError(status >= 500 ? 'server-fault' : 'unknown-reply', status);
  const { code, messages, field, details } = body.error;
  return new ApiError(code, status, messages, { field, details });
};
