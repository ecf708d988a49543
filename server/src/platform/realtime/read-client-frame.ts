import type { ClientFrame } from '@bandeng/shared/platform/realtime.ts';

/** What a client asks for; null for what is no frame. */
export const readClientFrame = (text: string): Required<ClientFrame> | null => {
  try {
    const frame = JSON.parse(text) as ClientFrame | null;
    if (typeof frame !== 'object' || frame === null) return null;
    const { subscribe = {}, unsubscribe = [] } = frame;
    const seqs: unknown[] = typeof subscribe === 'object' && subscribe !== null ? Object.values(subscribe) : [null];
    const good = seqs.every((seq) => Number.isSafeInteger(seq) && (seq as number) >= 0);
    const left: unknown = unsubscribe;
    const names = Array.isArray(left) && left.every((name) => typeof name === 'string');
    return good && names ? { subscribe, unsubscribe } : null;
  } catch {
    return null;
  }
};
