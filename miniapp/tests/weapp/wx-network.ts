import { randomFillSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import WebSocket from 'ws';
import type { Journal } from './journal';

type Callback = (result: Record<string, unknown>) => void;
export interface Options {
  readonly success?: Callback;
  readonly fail?: Callback;
  readonly complete?: Callback;
}

export const succeed = (options: Options | undefined, result: Record<string, unknown> = {}): void => {
  setTimeout(() => {
    options?.success?.({ errMsg: 'ok', ...result });
    options?.complete?.({ errMsg: 'ok', ...result });
  });
};

export const fail = (options: Options | undefined, errMsg: string): void => {
  setTimeout(() => {
    options?.fail?.({ errMsg });
    options?.complete?.({ errMsg });
  });
};

interface RequestOptions extends Options {
  readonly url: string;
  readonly method?: string;
  readonly header?: Record<string, string>;
  readonly data?: unknown;
  readonly filePath?: string;
  readonly name?: string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * WeChat's network calls over real ones.
 * @param base origin of the live server; whatever origin the build was made for, requests go there
 */
export const makeNetwork = (base: string, { calls, errors }: Journal) => {
  const at = (url: string) => url.replace(/^(https?|wss?):\/\/[^/]+/, base);
  const sockets: WebSocket[] = [];

  const exchange = (options: RequestOptions, init: RequestInit, finish: (answer: Response) => Promise<Record<string, unknown>>) => {
    const abort = new AbortController();
    fetch(at(options.url), { ...init, signal: abort.signal })
      .then(async (answer) => succeed(options, { statusCode: answer.status, header: Object.fromEntries(answer.headers), ...(await finish(answer)) }))
      .catch((error: Error) => fail(options, `request:fail ${error.message}`));
    return { abort: () => abort.abort(), onProgressUpdate: () => undefined, onHeadersReceived: () => undefined };
  };

  const request = (options: RequestOptions) => {
    const { method = 'GET', header = {}, data } = options;
    calls.push(['request', method, options.url]);
    const body = method === 'GET' || data === null || data === undefined ? null : typeof data === 'string' ? data : JSON.stringify(data);
    const headers = body === null ? header : { 'content-type': 'application/json', ...header };
    return exchange(options, { method, headers, body }, async (answer) => ({ data: parsed(await answer.text()) }));
  };

  const uploadFile = (options: RequestOptions) => {
    calls.push(['uploadFile', options.url]);
    const { filePath = '', name = 'file', header = {} } = options;
    const form = new FormData();
    form.append(name, new Blob([fs.readFileSync(filePath)]), path.basename(filePath));
    return exchange(options, { method: 'POST', headers: header, body: form }, async (answer) => ({ data: await answer.text() }));
  };

  const connectSocket = (options: RequestOptions & { readonly protocols?: string[] }) => {
    calls.push(['connectSocket', options.url]);
    const socket = new WebSocket(at(options.url).replace(/^http/, 'ws'), options.protocols ?? [], { headers: options.header ?? {} });
    sockets.push(socket);
    // One that is closed while it connects fails; WeChat tells nobody who did not ask.
    socket.on('error', () => undefined);
    const guarded = (listener: (event: unknown) => void) => (event: unknown) => {
      try {
        listener(event);
      } catch (error) {
        errors.push(error);
      }
    };
    succeed(options);
    return {
      onOpen: (f: (e: unknown) => void) => void socket.on('open', () => guarded(f)({})),
      onMessage: (f: (e: unknown) => void) => void socket.on('message', (data: Buffer) => guarded(f)({ data: data.toString() })),
      onClose: (f: (e: unknown) => void) => void socket.on('close', (code) => guarded(f)({ code })),
      onError: (f: (e: unknown) => void) => void socket.on('error', (error) => guarded(f)({ errMsg: error.message })),
      send: ({ data }: { data: string }) => socket.send(data),
      close: () => socket.close(),
    };
  };

  const getRandomValues = ({ length, ...options }: Options & { readonly length: number }) =>
    succeed(options, { randomValues: randomFillSync(new Uint8Array(length)).buffer });

  return { api: { request, uploadFile, connectSocket, getRandomValues }, stop: () => sockets.forEach((socket) => socket.terminate()) };
};
