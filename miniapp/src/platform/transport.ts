import Taro from '@tarojs/taro';
import type { Method } from '@bandeng/shared/kernel/api.ts';
import { errorOfReply, localError } from './api-error';

export interface Outgoing {
  readonly method: Method;
  /** Path and query, beginning with '/'. */
  readonly address: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
}

/** Sends once and returns the parsed body. Throws ApiError: the server's refusal, or a local code when none came. */
export const send = ({ method, address, header, body, timeoutMs }: Outgoing): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(localError('timeout'));
      try {
        task.abort();
      } catch {
        // already over
      }
    }, timeoutMs);
    const task = Taro.request<unknown>({
      url: API_BASE + address,
      method: method,
      header: body === undefined ? header : { 'content-type': 'application/json', ...header },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      dataType: 'json',
      timeout: timeoutMs + 1000,
    });
    task.then(
      ({ statusCode, data }) => {
        clearTimeout(timer);
        if (statusCode >= 200 && statusCode < 300) resolve(data);
        else reject(errorOfReply(statusCode, data));
      },
      () => {
        clearTimeout(timer);
        reject(localError('network-lost'));
      },
    );
  });
