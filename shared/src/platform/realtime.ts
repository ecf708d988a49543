/**
 * The socket at `/api/socket`. A client asks for channels by the last sequence it has seen; the server answers with frames,
 * each an array of events. Browsers pass the access token as the second subprotocol (`bandeng, <token>`), the mini-program
 * in the `authorization` header.
 */
export const socketPath = '/api/socket';
export const socketProtocol = 'bandeng';

export type ChannelKind = string;

/** Name of a channel on the wire: `<communityId>/<kind>:<subjectId>`. Each channel has its own sequence, from 1. */
export const channelName = (communityId: string, kind: ChannelKind, subjectId: string): string =>
  `${communityId}/${kind}:${subjectId}`;

export const parseChannel = (name: string): { communityId: string; kind: string; subjectId: string } | null => {
  const match = /^([A-Za-z0-9_-]{1,64})\/([a-z-]{1,32}):([A-Za-z0-9_-]{1,64})$/.exec(name);
  const [, communityId, kind, subjectId] = match ?? [];
  return communityId !== undefined && kind !== undefined && subjectId !== undefined ? { communityId, kind, subjectId } : null;
};

export interface ClientFrame {
  /** Channel → last sequence seen; 0 to get everything that is kept. */
  subscribe?: Record<string, number>;
  unsubscribe?: string[];
}

/** State-carrying: `data` is what replaces the slice that `type` names. */
export interface ChannelEvent {
  channel: string;
  seq: number;
  type: string;
  data: unknown;
}

export type Notice =
  /** The gap can no longer be filled: fetch a fresh snapshot and continue from `seq`. */
  | { channel: string; tooFar: true; seq: number }
  /** What was missed has been sent; what follows is live. */
  | { channel: string; live: true; seq: number }
  | { channel: string; refused: 'not-found' | 'bad-request' }
  /**
   * The server closes after this. `expired`: refresh the access token and connect again; `replaced`: the account has opened
   * too many others since.
   */
  | { closing: 'expired' | 'revoked' | 'not-signed-in' | 'replaced' | 'shutting-down' };

export type ServerFrame = (ChannelEvent | Notice)[];
