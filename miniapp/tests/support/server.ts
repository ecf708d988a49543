import { request } from './taro';

export interface Seen {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: string;
}

/** An answer: a status and body, or 'lost' when the connection breaks before one comes. */
export type Answer = { readonly status: number; readonly body?: unknown } | 'lost';

/** Answers every request through `answer` and returns what was asked, in order. */
export const serve = (answer: (request: Seen, index: number) => Answer): Seen[] => {
  const seen: Seen[] = [];
  request.mockImplementation((asked: Seen) => {
    seen.push(asked);
    const given = answer(asked, seen.length - 1);
    const result = new Promise((resolve, reject) =>
      setTimeout(() =>
        given === 'lost' ? reject(Object.assign(new Error('request:fail'), { errMsg: 'request:fail' })) : resolve({ statusCode: given.status, data: given.body }),
      ),
    );
    return Object.assign(result, { abort: () => undefined });
  });
  return seen;
};

export const refusal = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, messages: { zh: '不行', en: 'No' } } },
});
