/** What WeChat answered; `errcode` is null for success, -1 when it could not be reached or understood. */
export interface Answer {
  readonly errcode: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

const timeoutMs = 5000;
const unreachable: Answer = { errcode: -1, body: {} };

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
    if (!response.ok) return unreachable;
    const answer = (await response.json()) as Record<string, unknown> | null;
    if (typeof answer !== 'object' || answer === null) return unreachable;
    const { errcode } = answer;
    return { errcode: typeof errcode === 'number' && errcode !== 0 ? errcode : null, body: answer };
  } catch {
    return unreachable;
  }
};
