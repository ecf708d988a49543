import { canonicalJson } from '../kernel/canonical.ts';

/** What one step of a matter leaves behind. `body` is JSON of integers and texts. */
export interface RecordFacts {
  readonly matterId: string;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** ms since 1970 */
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly body: unknown;
}

export interface RecordEntry extends RecordFacts {
  readonly previous: string;
  readonly hash: string;
}

export type ChainVerdict =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: 'seq' | 'matter' | 'previous' | 'hash' };

/** What the first entry names as its previous hash. */
export const genesis = '0'.repeat(64);

export const recordText = ({ matterId, seq, at, kind, actor, body }: RecordFacts): string =>
  canonicalJson({ matterId, seq, at, kind, actor, body });

/** `sha256` takes text, hashes its UTF-8 bytes and returns lower-case hex. */
export const chainHash = (previous: string, text: string, sha256: (text: string) => string): string =>
  sha256(`${previous}\n${text}`);

/**
 * Walks the chain from its first entry; `seq` of a failure is the place at which it breaks. A missing tail leaves a
 * whole chain: compare length and head with what was published.
 */
export const verifyChain = (entries: readonly RecordEntry[], sha256: (text: string) => string): ChainVerdict => {
  let head = genesis;
  let expected = 1;
  for (const entry of entries) {
    const fail = (reason: 'seq' | 'matter' | 'previous' | 'hash'): ChainVerdict => ({
      ok: false,
      seq: expected,
      reason,
    });
    if (entry.seq !== expected) return fail('seq');
    if (entry.matterId !== entries[0]?.matterId) return fail('matter');
    if (entry.previous !== head) return fail('previous');
    if (entry.hash !== chainHash(head, recordText(entry), sha256)) return fail('hash');
    head = entry.hash;
    expected++;
  }
  return { ok: true, length: entries.length, head };
};
