import type { Notice } from '@bandeng/shared/platform/realtime.ts';

interface Closable {
  close(why: Extract<Notice, { closing: string }>['closing']): void;
}

/** Open connections of each account. */
export interface Crowd {
  /** Counts one more; the oldest is closed where the account has too many. */
  admit(accountId: string, one: Closable): void;
  dismiss(accountId: string, one: Closable): void;
}

/** More than anybody has devices and windows: a broken client that forgets its sockets must not use up the server. */
export const maxSockets = 20;

export const openCrowd = (): Crowd => {
  const open = new Map<string, Set<Closable>>();
  const dismiss: Crowd['dismiss'] = (accountId, one) => {
    const own = open.get(accountId);
    own?.delete(one);
    if (own?.size === 0) open.delete(accountId);
  };
  return {
    admit: (accountId, one) => {
      const own = open.get(accountId) ?? new Set();
      open.set(accountId, own.add(one));
      const [oldest] = own;
      if (own.size <= maxSockets || oldest === undefined) return;
      // Not counted any more, however long the other side takes to say goodbye.
      dismiss(accountId, oldest);
      oldest.close('replaced');
    },
    dismiss,
  };
};
