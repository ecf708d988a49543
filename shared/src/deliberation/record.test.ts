import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHash, genesis, recordText, verifyChain, type RecordEntry, type RecordFacts } from './record.ts';

/** FNV-1a of 64 bits stands for the hash, which the chain takes as an argument. */
const digest = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
};

const build = (facts: readonly Omit<RecordFacts, 'seq' | 'matterId'>[]): RecordEntry[] => {
  const entries: RecordEntry[] = [];
  for (const [index, fact] of facts.entries()) {
    const whole = { matterId: 'm1', seq: index + 1, ...fact };
    const previous = entries[index - 1]?.hash ?? genesis;
    entries.push({ ...whole, previous, hash: chainHash(previous, recordText(whole), digest) });
  }
  return entries;
};
const chains = fc
  .array(
    fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('submitted', 'ballot-cast'),
      actor: fc.string({ minLength: 1 }),
      body: fc.record({ note: fc.string({ minLength: 1 }), n: fc.nat() }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(build);

/** Changes one character of one field of the JSON of an entry list, wherever it falls; null when that is no longer JSON. */
const flip = (entries: readonly RecordEntry[], place: number, by: number): RecordEntry[] | null => {
  const text = JSON.stringify(entries);
  const index = place % text.length;
  const flipped =
    text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ (1 << (by % 7))) + text.slice(index + 1);
  try {
    return JSON.parse(flipped) as RecordEntry[];
  } catch {
    return null;
  }
};

describe('the chain', () => {
  it('when untouched → whole, with its length and head', () => {
    fc.assert(
      fc.property(chains, (entries) => {
        expect(verifyChain(entries, digest)).toEqual({
          ok: true,
          length: entries.length,
          head: entries[entries.length - 1]?.hash,
        });
      }),
    );
    expect(verifyChain([], digest)).toEqual({ ok: true, length: 0, head: genesis });
  });
  it('when the database reorders the keys of a body → still whole', () => {
    const entries = build([{ at: 1, kind: 'submitted', actor: 'a', body: { a: 1, b: 2 } }]);
    expect(
      verifyChain(
        entries.map((entry) => ({ ...entry, body: { b: 2, a: 1 } })),
        digest,
      ).ok,
    ).toBe(true);
  });
  it('when any byte is flipped → broken', () => {
    let tried = 0;
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (entries, place, by) => {
        const flipped = flip(entries, place, by);
        if (flipped === null || !Array.isArray(flipped) || JSON.stringify(flipped) === JSON.stringify(entries)) return;
        tried++;
        let verdict: { ok: boolean };
        try {
          verdict = verifyChain(flipped, digest);
        } catch {
          return; // a number became a fraction or a member vanished: no canonical text, so it cannot verify
        }
        expect(verdict.ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(tried).toBeGreaterThan(500);
  });
  it('when entries are dropped, swapped, repeated or taken from another matter → broken there', () => {
    const entries = build(['a', 'b', 'c'].map((actor) => ({ at: 1, kind: 'k', actor, body: {} })));
    const [first, second, third] = entries as [RecordEntry, RecordEntry, RecordEntry];
    expect(verifyChain([first, third], digest)).toEqual({ ok: false, seq: 2, reason: 'seq' });
    expect(verifyChain([second, third], digest)).toEqual({ ok: false, seq: 1, reason: 'seq' });
    expect(verifyChain([first, first], digest)).toEqual({ ok: false, seq: 2, reason: 'seq' });
    expect(verifyChain([first, { ...second, matterId: 'm2' }], digest)).toEqual({
      ok: false,
      seq: 2,
      reason: 'matter',
    });
    expect(verifyChain([first, { ...second, previous: genesis }], digest)).toEqual({
      ok: false,
      seq: 2,
      reason: 'previous',
    });
    expect(verifyChain([first, { ...second, actor: 'z' }], digest)).toEqual({ ok: false, seq: 2, reason: 'hash' });
  });
});
