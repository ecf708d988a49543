import { asksToComeAgain, wasNeverSent } from '../never-sent.ts';

/** What WeChat answered; `errcode` is null for success, -1 when it could not be reached or understood. */
export interface Answer {
  readonly errcode: number | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** There was no answer, and nobody knows whether the call was carried out. */
  readonly unclear: boolean;
}

const timeoutMs = 5000;
const unanswered = (unclear: boolean): Answer => ({ errcode: -1, body: {}, unclear });

/** Message ids have up to 20 digits, more than a number holds. */
const readAnswer = (text: string): unknown => JSON.parse(text.replace(/("msgid"\s*:\s*)([0-9]+)/, '$1"$2"'));

/** One call; with `body` a POST. WeChat says its errors in a 200 with `errcode`. Never throws. */
export const callWechat = async (
  baseUrl: string,
  api: string,
  query: Readonly<Record<string, string>>,
  body?: object,
): Promise<Answer> => {
  try {
    const response = await fetch(`${baseUrl}/${api}?${new URLSearchParams(query).toString()}`, {
      method: body === undefined ? 'GET' : 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) return unanswered(!asksToComeAgain(response.status));
    const answer = readAnswer(await response.text()) as Record<string, unknown> | null;
    if (typeof answer !== 'object' || answer === null) return unanswered(true);
    const { errcode } = answer;
    return { errcode: typeof errcode === 'number' && errcode !== 0 ? errcode : null, body: answer, unclear: false };
  } catch (error) {
    return unanswered(!wasNeverSent(error));
  }
};
