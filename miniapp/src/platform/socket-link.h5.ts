import { socketPath, socketProtocol } from '@bandeng/shared/platform/realtime.ts';

export interface LinkEvents {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** Called once, whether it failed to open or ended later. */
  readonly onEnd: () => void;
}

export interface Link {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

/** A browser cannot set headers: the token travels as the second subprotocol. */
export const openLink = (token: string, { onOpen, onText, onEnd }: LinkEvents): Link => {
  const origin = window.location.origin.replace(/^http/, 'ws');
  const socket = new WebSocket(origin + socketPath, [socketProtocol, token]);
  socket.onopen = onOpen;
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onText(data);
  };
  socket.onclose = onEnd;
  return { send: (text) => socket.send(text), close: () => socket.close() };
};
